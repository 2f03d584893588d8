using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.PutOff;
using MigrantServices.Core.Matching;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Cases that may be of the same person: found across scripts, told apart for good, merged and parted by two people.</summary>
[Trait("Category", "Database")]
public sealed partial class DuplicateTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly (string Name, string Value)[] Sure =
        [("Together.Ground", "BothCodes"), ("Together.How", "창구에서 두 코드를 모두 보여 줌."), ("Together.IsSamePerson", "true")];

    [Fact]
    public async Task Two_people_merge_nothing_is_lost_and_two_people_undo_it_to_the_last_column()
    {
        var (first, second) = await BothAsync("Lương Thế Vinh", "르엉 테 빈", CaseStatus.AwaitingSupplement);
        var before = (await SnapshotAsync(first.Id), await SnapshotAsync(second.Id));
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var page = $"/office/grievances/{second.Reference}/duplicates";

        await (await caseworker.GetAsync(page)).SubmitAsync(Sure);
        var waits = await caseworker.GetAsync(page);
        Assert.Contains("Whoever proposed it cannot approve it.", waits.Words, StringComparison.Ordinal);
        Assert.Null(waits.Document.QuerySelector("[formaction*=Approve]"));
        await waits.PressAsync("Decline");
        Assert.Equal(CaseStatus.AwaitingSupplement, await StatusAsync(second));
        await (await caseworker.GetAsync(page)).SubmitAsync(Sure);
        Assert.DoesNotContain("declined", (await supervisor.GetAsync(page)).Words, StringComparison.Ordinal);
        var merged = await (await supervisor.GetAsync(page)).PressAsync("Approve");

        Assert.Contains($"Handled together with {first.Reference}.", merged.Words, StringComparison.Ordinal);
        Assert.Contains($"{second.Reference} is handled together with this case.", (await caseworker.GetAsync($"/office/grievances/{first.Reference}")).Words, StringComparison.Ordinal);
        Assert.True(await host.StoredAsync(db => db.Grievances.AnyAsync(g => g.Id == second.Id && g.Status == CaseStatus.Merged && g.DueOn == null && g.PausedOn == null)));
        Assert.Equal(before.Item2.Beside, (await SnapshotAsync(second.Id)).Beside);

        await (await supervisor.GetAsync(page)).SubmitAsync(("Part.Because", "다른 사람으로 확인됨."));
        var undone = await (await caseworker.GetAsync(page)).PressAsync("Undo");

        Assert.DoesNotContain("Handled together", undone.Words, StringComparison.Ordinal);
        Assert.Equal(before.Item1.Case, (await SnapshotAsync(first.Id)).Case);
        Assert.Equal(before.Item2.Case, (await SnapshotAsync(second.Id)).Case);
        Assert.Equal(before.Item2.Beside, (await SnapshotAsync(second.Id)).Beside);
        Assert.Equal(["propose-merge", "decline-merge", "propose-merge", "merge", "propose-undo-merge", "undo-merge"], await host.StoredAsync(db => db.Events
            .Where(e => e.CaseId == second.Id && e.Action.Contains("merge")).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task What_happened_to_all_open_cases_meanwhile_happens_to_one_that_is_parted_again()
    {
        var (_, second) = await BothAsync("Phan Bội Châu", "판 보이 쩌우", CaseStatus.AwaitingSupplement);
        var told = await host.StoredAsync(db => db.Grievances.Where(g => g.Id == second.Id).Select(g => g.SupplementUntil).SingleAsync());
        await MergedAsync(second);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var today = Seoul.DateOf(host.Clock.GetUtcNow());
        await host.WithAsync(async services =>
        {
            await services.GetRequiredService<DaysOffDesk>().AddAsync(Colleagues.Administrator.Actor, new() { Day = told!.Value, Name = "임시공휴일", Source = "관보 제12345호" }, default);
            services.GetRequiredService<PortalDb>().Add(new SystemFailure { From = today, To = today, Words = "전산 장애", RecordedById = Colleagues.Administrator.Id, RecordedAt = host.Clock.GetUtcNow() });
            await services.GetRequiredService<PortalDb>().SaveChangesAsync();
        });
        // the case that is left is put off by the worker, which must not be faster than the colleague
        await host.JobsDoneAsync(RecountHandler.JobKind, PutOffHandler.JobKind);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var page = $"/office/grievances/{second.Reference}/duplicates";
        await (await supervisor.GetAsync(page)).SubmitAsync(("Part.Because", "다른 사람으로 확인됨."));

        await (await caseworker.GetAsync(page)).PressAsync("Undo");

        var parted = await host.StoredAsync(db => db.Grievances.AsNoTracking().Include(g => g.Pauses).SingleAsync(g => g.Id == second.Id));
        Assert.Equal((CaseStatus.AwaitingSupplement, (DateOnly?)told), (parted.Status, parted.SupplementMovedFrom));
        Assert.True(parted.SupplementUntil > told);
        Assert.Contains(parted.Pauses, pause => pause.Reason == SystemFailure.Reason && pause.From == today);
        var added = await host.StoredAsync(db => db.Set<AddedDayOff>().Where(d => d.Day == told && d.WithdrawnAt == null).Select(d => d.Id).SingleAsync());
        await host.WithAsync(services => services.GetRequiredService<DaysOffDesk>().WithdrawAsync(Colleagues.Administrator.Actor, added, default));
        await host.JobsDoneAsync(RecountHandler.JobKind, PutOffHandler.JobKind);
    }

    [Fact]
    public async Task One_person_cannot_do_both_halves_neither_by_a_forged_form_nor_in_plain_sql()
    {
        var (_, second) = await BothAsync("Mai Xuân Thưởng", "마이 쑤언 트엉", CaseStatus.UnderReview);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = $"/office/grievances/{second.Reference}/duplicates";
        await (await caseworker.GetAsync(page)).SubmitAsync(Sure);
        var waits = await caseworker.GetAsync(page);
        var before = await SnapshotAsync(second.Id);

        var forged = await waits.SendAsync(waits.Form("merge"), page + "?handler=Approve");

        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Equal(before, await SnapshotAsync(second.Id));
        await using var db = host.Database.Open();
        var me = Colleagues.Caseworker.Id;
        var alone = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(
            $"update case_merges set state = 'Merged', decided_by_id = {me}, decided_at = now(), status_before = 'UnderReview' where merged_id = {second.Id}"));
        Assert.Equal("case_merges_by_two_people", alone.ConstraintName);
        var straight = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(
            $"with moved as (update cases set status = 'Merged', changed_at = '2026-12-01', due_on = null where id = {second.Id} returning id) insert into case_events (id, case_id, at, action, from_status, to_status, by_role, user_id, article) select gen_random_uuid(), id, '2026-12-01', 'merge', 'UnderReview', 'Merged', 'Caseworker', {me}, 'petitions:23' from moved"));
        Assert.Equal("23514", straight.SqlState);
        var other = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update case_merges set proposed_by_id = {Colleagues.Supervisor.Id} where merged_id = {second.Id}"));
        Assert.Equal("42501", other.SqlState);
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"delete from case_merges where merged_id = {second.Id}"))).SqlState);
        Assert.Equal(before, await SnapshotAsync(second.Id));
    }

    [Fact]
    public async Task Who_is_slower_is_told_and_changes_nothing()
    {
        var (first, second) = await BothAsync("Tạ Minh Tâm", "따 민 떰", CaseStatus.UnderReview);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var page = $"/office/grievances/{second.Reference}/duplicates";
        var slow = await supervisor.GetAsync(page);
        var slower = await supervisor.GetAsync($"/office/grievances/{first.Reference}/duplicates");
        await (await caseworker.GetAsync(page)).SubmitAsync(("Apart.Why", "다른 일입니다."));
        var before = (await SnapshotAsync(first.Id), await SnapshotAsync(second.Id));

        Assert.Equal(HttpStatusCode.Conflict, (await slow.SubmitAsync(Sure)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await slower.SubmitAsync(Sure)).Status);

        Assert.Equal(before, (await SnapshotAsync(first.Id), await SnapshotAsync(second.Id)));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<CaseMerge>().CountAsync(m => m.MergedId == second.Id || m.SurvivingId == second.Id)));
    }

    [Fact]
    public async Task The_later_code_still_opens_its_own_case_and_no_other_and_what_is_written_there_reaches_the_handler_of_the_earlier_one()
    {
        var (first, second) = await BothAsync("Cao Bá Quát", "까오 바 꽛", CaseStatus.UnderReview);
        await MergedAsync(second);
        using var person = await host.ComeBackAsync(second.CodeId);

        foreach (var (language, words) in new[] { ("ko", "먼저 내신 사건과 함께"), ("en", "together with your earlier case"), ("vi", "cùng hồ sơ trước"), ("zh-Hans", "一并办理"), ("ar", "مع قضيتك السابقة") })
        {
            var page = await person.GetAsync($"/{language}/my-case/status");
            Assert.Contains(words, page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain(first.Reference, page.Html, StringComparison.Ordinal);
        }

        var status = await person.GetAsync("/en/my-case/status");
        await status.UploadAsync([("Form.Body", "Is anybody there?")]);

        Assert.True(await host.StoredAsync(db => db.Grievances.Where(g => g.Id == first.Id).Select(g => g.HasUnread).SingleAsync()));
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == first.Id && e.Action == "pass-on" && e.ColleagueId == Colleagues.Caseworker.Id)));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("The person has written something new there.", (await office.GetAsync($"/office/grievances/{first.Reference}")).Words, StringComparison.Ordinal);
        Assert.Contains("Is anybody there?", (await office.GetAsync($"/office/grievances/{second.Reference}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("something new there", (await office.GetAsync($"/office/grievances/{first.Reference}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_without_saying_how_it_is_known_is_no_merge()
    {
        var (_, second) = await BothAsync("Võ Nguyên Khang", "보 응우옌 캉", CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var before = await SnapshotAsync(second.Id);

        var again = await (await office.GetAsync($"/office/grievances/{second.Reference}/duplicates")).SubmitAsync(("Together.How", "비슷해 보임"));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(2, again.Summary.Count);
        Assert.Equal(before, await SnapshotAsync(second.Id));
    }

    private async Task<(FiledCase First, FiledCase Second)> BothAsync(string name, string again, CaseStatus status)
    {
        var first = await FiledAsync(name, status);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await FiledAsync(again, status);
        await FindAsync(first, second);
        return (first, second);
    }

    private Task<FiledCase> FiledAsync(string name, CaseStatus status = CaseStatus.Submitted, Action<FileGrievance>? but = null) => host.Given.AGrievanceAsync(status, form =>
    {
        form.Contact.Name = name;
        // nobody else in these tests has to do with them
        form.Respondent.Name = string.Concat(Enumerable.Range(0, 20).Select(_ => "bdgmnlsaiu"[Random.Shared.Next(10)]));
        but?.Invoke(form);
    });

    // as the outbox does it, one after the other
    private async Task FindAsync(params FiledCase[] cases)
    {
        foreach (var one in cases)
        {
            await host.WithAsync(async services =>
            {
                var db = services.GetRequiredService<PortalDb>();
                await using var transaction = await db.Database.BeginTransactionAsync();
                await services.GetRequiredService<DuplicateFinder>().FindAsync(one.Id, CancellationToken.None);
                await transaction.CommitAsync();
            });
        }
    }

    // somebody else in the case, by whom it can be reached
    private Task ReachableAsync(FiledCase filed, string number) => host.WithAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        db.Add(services.GetRequiredService<GrievanceMaker>().Person(filed.Id, PersonPart.Unnamed, "", number));
        await db.SaveChangesAsync();
    });

    private async Task MergedAsync(FiledCase second)
    {
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var page = $"/office/grievances/{second.Reference}/duplicates";
        await (await caseworker.GetAsync(page)).SubmitAsync(Sure);
        await (await supervisor.GetAsync(page)).PressAsync("Approve");
        Assert.Equal(CaseStatus.Merged, await StatusAsync(second));
    }

    private Task<CaseStatus> StatusAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Status).SingleAsync());

    // every column of the case but its count of changes, and every row beside it that is not its history
    private async Task<(string Case, string Beside)> SnapshotAsync(Guid id)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.ConnectionString);
        var row = await TextAsync("select (to_jsonb(c) - 'revision' - 'changed_at' - 'has_unread')::text from cases c where id = @id");
        var beside = await TextAsync("""
            select jsonb_build_array(
                (select jsonb_agg(to_jsonb(m) - 'read_at' order by m.id) from case_messages m where m.case_id = @id),
                (select jsonb_agg(f order by f.id) from case_files f where f.case_id = @id),
                (select jsonb_agg(n order by n.id) from case_notes n where n.case_id = @id),
                (select jsonb_agg(p order by p.id) from case_people p where p.case_id = @id),
                (select jsonb_agg(p order by p.id) from case_pauses p where p.case_id = @id),
                (select jsonb_agg(k order by k.id) from case_codes k where k.case_id = @id))::text
            """);
        return (row, beside);

        async Task<string> TextAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            command.Parameters.AddWithValue("id", id);
            return (string)(await command.ExecuteScalarAsync())!;
        }
    }
}
