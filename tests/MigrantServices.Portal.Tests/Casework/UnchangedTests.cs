using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.Matching;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Workday;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Refusals of desks that must look at other rows, and what is as it was afterwards.</summary>
[Trait("Category", "Database")]
public sealed partial class UnchangedTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly ProposeMerge Sure = new() { Ground = MergeGround.BothCodes, How = "창구에서 두 코드를 모두 보여 줌." };

    [Fact]
    public async Task A_case_goes_neither_to_who_may_not_have_it_nor_to_who_has_it_already()
    {
        var filed = await ReviewedAsync();

        foreach (var nobody in new[] { Colleagues.SuwonOfficer.Id, Colleagues.Administrator.Id, Colleagues.Caseworker.Id, Guid.CreateVersion7() })
        {
            await AssertRefusedAsync("case.no-such-colleague", filed, (services, grievance) =>
                services.GetRequiredService<GrievanceDesk>().HandOverAsync(grievance, new() { ColleagueId = nobody, Affirms = true }, Colleagues.Caseworker.Actor, CancellationToken.None));
        }

        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await (await office.GetAsync($"/office/grievances/{filed.Reference}/hand-over")).SubmitAsync(("Form.ColleagueId", Colleagues.SuwonOfficer.Id.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
    }

    [Fact]
    public async Task A_task_is_set_for_nobody_who_may_not_handle_the_case()
    {
        var filed = await ReviewedAsync();

        await AssertRefusedAsync("case.no-such-colleague", filed, (services, grievance) => services.GetRequiredService<TaskDesk>().AddAsync(
            grievance, new() { Text = "전화하기", DueOn = new(2026, 12, 1), ColleagueId = Colleagues.SuwonOfficer.Id }, Colleagues.Caseworker.Actor, CancellationToken.None));

        Assert.False(await host.StoredAsync(db => db.Set<CaseTask>().AnyAsync(t => t.CaseId == filed.Id)));
    }

    [Fact]
    public async Task A_helpers_code_ends_once_and_only_in_its_own_case()
    {
        var (filed, other) = (await ReviewedAsync(), await ReviewedAsync());
        var (mine, theirs) = (await host.Given.AHelperAsync(filed), await host.Given.AHelperAsync(other));
        var person = Actor.Filer(filed.Id, filed.CodeId);
        await WithAsync(filed, (services, grievance) => services.GetRequiredService<HelperDesk>().EndAsync(grievance, mine, person, CancellationToken.None));
        var ended = await EndedAsync(mine);

        foreach (var code in new[] { mine, theirs, filed.CodeId })
        {
            await AssertRefusedAsync("case.no-such-helper", filed, (services, grievance) => services.GetRequiredService<HelperDesk>().EndAsync(grievance, code, person, CancellationToken.None));
        }

        Assert.NotNull(ended);
        Assert.Equal((ended, null, null), (await EndedAsync(mine), await EndedAsync(theirs), await EndedAsync(filed.CodeId)));
    }

    [Fact]
    public async Task A_fourth_helper_gets_no_code()
    {
        var filed = await ReviewedAsync();
        for (var n = 0; n < HelperDesk.MostCodes; n++)
        {
            await host.Given.AHelperAsync(filed);
        }

        await AssertRefusedAsync("case.enough-helpers", filed, (services, grievance) =>
            services.GetRequiredService<HelperDesk>().GiveAsync(grievance, Actor.Filer(filed.Id, filed.CodeId), CancellationToken.None));

        Assert.Equal(HelperDesk.MostCodes, await host.StoredAsync(db => db.Codes.CountAsync(c => c.CaseId == filed.Id && c.Holder == Role.Helper)));
    }

    [Fact]
    public async Task A_reason_that_the_procedure_of_the_case_does_not_know_ends_no_case()
    {
        var filed = await ReviewedAsync();

        await AssertRefusedAsync("grievance.no-such-outcome", filed, async (services, grievance) =>
        {
            var (desk, me) = (services.GetRequiredService<DecisionDesk>(), Colleagues.Caseworker.Actor);
            List<string?> read = [.. (await desk.SourcesAsync(grievance, me, CancellationToken.None)).Select(choice => choice.Text.NamedAs(null))];
            await desk.ProposeAsync(grievance, new() { Reason = "praised.well", Answer = "결과를 알려 드립니다.", Sources = read }, me, CancellationToken.None);
        });
    }

    [Fact]
    public async Task Nothing_is_handed_out_of_a_case_to_who_does_not_have_it_nor_parts_that_are_a_supervisors()
    {
        var filed = await ReviewedAsync();
        var form = new ExportCase { Purpose = ExportPurpose.Committee, Words = "For the committee", Parts = [ExportPart.Facts] };

        await AssertRefusedAsync("export.not-yours", filed, (services, grievance) =>
            services.GetRequiredService<ExportDesk>().TakeAsync(grievance, form, Colleagues.Caseworker2.Actor, CancellationToken.None));
        await AssertRefusedAsync("export.part-not-yours", filed, (services, grievance) =>
            services.GetRequiredService<ExportDesk>().TakeAsync(grievance, form with { Parts = [ExportPart.Facts, ExportPart.Notes] }, Colleagues.Caseworker.Actor, CancellationToken.None));

        Assert.False(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.CaseId == filed.Id && r.Deed == AccessDeed.Export)));
    }

    [Fact]
    public async Task A_list_that_was_searched_for_is_not_handed_out()
    {
        var colleague = await host.Given.AColleagueAsync(Role.Caseworker);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(services => services.GetRequiredService<WorklistExport>().TakeAsync(
            new() { Tab = WorklistTab.All, Search = "Hoa" }, new() { Purpose = ExportPurpose.Planning, Words = "Week plan" }, colleague.Actor, CancellationToken.None)));

        Assert.Equal("export.search", refused.Refusal.Code);
        Assert.False(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.UserId == colleague.Id && r.Deed == AccessDeed.Export)));
    }

    [Fact]
    public async Task The_result_does_not_go_to_the_other_side_without_a_reason_while_somebody_is_not_safe()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.RetaliationOn, new DateOnly(2026, 11, 23))));

        await AssertRefusedAsync("other-side.not-safe", filed, (services, grievance) => services.GetRequiredService<OtherSideDesk>().TellAsync(
            grievance, new() { Addressee = "원곡부동산", Words = "조사를 마쳤습니다.", Although = " " }, Colleagues.Caseworker.Actor, CancellationToken.None));

        Assert.False(await host.StoredAsync(db => db.Set<OtherSideLetter>().AnyAsync(l => l.CaseId == filed.Id)));
    }

    [Fact]
    public async Task A_pattern_that_one_does_not_see_is_not_opened()
    {
        var before = await host.StoredAsync(db => db.Set<Pattern>().CountAsync());

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(services => services.GetRequiredService<PatternDesk>().AskAsync(
            "P-0000-0000", 0, new() { Purpose = PatternPurpose.OwnMotion, Words = "전체로 보아야 함." }, Colleagues.Supervisor.Actor, CancellationToken.None)));

        Assert.Equal("pattern.not-there", refused.Refusal.Code);
        Assert.Equal(before, await host.StoredAsync(db => db.Set<Pattern>().CountAsync()));
    }

    [Fact]
    public async Task Who_writes_on_a_page_that_has_grown_old_is_told_so_and_keeps_their_words()
    {
        var filed = await ReviewedAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var old = await office.GetAsync($"/office/grievances/{filed.Reference}/write");
        await WithAsync(filed, (services, grievance) => services.GetRequiredService<GrievanceDesk>().HandOverAsync(
            grievance, new() { ColleagueId = Colleagues.Caseworker2.Id, Affirms = true }, Colleagues.Caseworker.Actor, CancellationToken.None));
        var before = await StoredAsync(filed);

        var refused = await old.SubmitAsync(("Form.Body", "늦은 글입니다."));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Somebody else changed this case meanwhile.", Assert.Single(refused.Summary), StringComparison.Ordinal);
        Assert.Equal("늦은 글입니다.", refused.ValueOf("Form.Body"));
        Assert.Equal(before, await StoredAsync(filed));
    }

    [Fact]
    public async Task A_colleague_keeps_no_more_views_than_the_list_shows()
    {
        var colleague = await host.Given.AColleagueAsync(Role.Caseworker);
        for (var n = 0; n < SavedView.MostEach; n++)
        {
            await SaveAsync($"보기 {n}");
        }

        var refused = await Assert.ThrowsAsync<RefusedException>(() => SaveAsync("하나 더"));

        Assert.Equal("workday.too-many-views", refused.Refusal.Code);
        Assert.Equal(SavedView.MostEach, await host.StoredAsync(db => db.Set<SavedView>().CountAsync(v => v.OwnerId == colleague.Id)));

        Task SaveAsync(string name) => host.WithAsync(services => services.GetRequiredService<ViewDesk>().SaveAsync(new() { Name = name }, new() { Tab = WorklistTab.All }, colleague.Actor, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_chosen_is_not_given_and_what_another_gave_is_not_taken_back()
    {
        var filed = await ReviewedAsync();
        var to = await host.Given.AColleagueAsync(Role.Caseworker);
        var revision = (await StoredAsync(filed)).Revision;
        var batch = await host.WithAsync(services => services.GetRequiredService<AssignmentDesk>().CarryOutAsync(
            Grievance.Service, [new(filed.Id, revision, to.Id)], Colleagues.Supervisor.Actor, CancellationToken.None));

        await AssertRefusedAsync("assignment.nothing", filed, (services, _) => services.GetRequiredService<AssignmentDesk>().CarryOutAsync(Grievance.Service, [], Colleagues.Supervisor.Actor, CancellationToken.None));
        foreach (var (id, actor) in new[] { (batch, Colleagues.Supervisor2.Actor), (Guid.CreateVersion7(), Colleagues.Supervisor.Actor) })
        {
            await AssertRefusedAsync("assignment.not-there", filed, (services, _) => services.GetRequiredService<AssignmentDesk>().UndoAsync(id, actor, CancellationToken.None));
        }

        Assert.Null(await host.StoredAsync(db => db.Set<BulkAssignment>().Where(b => b.Id == batch).Select(b => b.UndoneAt).SingleAsync()));
    }

    private Task<FiledCase> ReviewedAsync()
    {
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return host.Given.AGrievanceAsync(CaseStatus.UnderReview);
    }

    private Task<DateTimeOffset?> EndedAsync(Guid code) => host.StoredAsync(db => db.Codes.Where(c => c.Id == code).Select(c => c.EndedAt).SingleAsync());

    private async Task<Guid> PairAsync(FiledCase one, FiledCase other)
    {
        var pair = CasePair.Of(one.Id, other.Id, host.Clock.GetUtcNow());
        pair.Weigh(MatchBand.Likely, [PairReason.SameName]);
        return await host.StoredAsync(async db =>
        {
            // the portal's own worker may have found the two meanwhile
            if (await db.Set<CasePair>().Where(p => p.LowerId == pair.LowerId && p.HigherId == pair.HigherId).Select(p => (Guid?)p.Id).SingleOrDefaultAsync() is { } found)
            {
                return found;
            }

            db.Add(pair);
            await db.SaveChangesAsync();
            return pair.Id;
        });
    }

    private async Task MergeAsync(FiledCase goes, FiledCase stays)
    {
        var pair = await PairAsync(stays, goes);
        await WithAsync(goes, (services, grievance) =>
            services.GetRequiredService<DuplicateDesk>().ProposeAsync(grievance, Sure with { Pair = pair }, Colleagues.Caseworker.Actor, CancellationToken.None));
        var merge = await host.StoredAsync(db => db.Set<CaseMerge>().Where(m => m.MergedId == goes.Id).Select(m => m.Id).SingleAsync());
        await WithAsync(goes, (services, grievance) =>
            services.GetRequiredService<DuplicateDesk>().MergeAsync(grievance, merge, Colleagues.Supervisor.Actor, CancellationToken.None));
    }

    private Task WithAsync(FiledCase filed, Func<IServiceProvider, Grievance, Task> deed) => host.WithAsync(async services =>
        await deed(services, await services.GetRequiredService<PortalDb>().Grievances.Include(g => g.People).Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id)));

    private async Task AssertRefusedAsync(string code, FiledCase filed, Func<IServiceProvider, Grievance, Task> deed)
    {
        var before = await StoredAsync(filed);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => WithAsync(filed, deed));

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(before, await StoredAsync(filed));
    }

    private Task<(int Revision, CaseStatus Status, Guid? Handler, int Events, int Messages)> StoredAsync(FiledCase filed) => host.StoredAsync(async db =>
    {
        var one = await db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id);
        return (one.Revision, one.Status, one.HandlerId, await db.Events.CountAsync(e => e.CaseId == filed.Id), await db.Messages.CountAsync(m => m.CaseId == filed.Id));
    });
}
