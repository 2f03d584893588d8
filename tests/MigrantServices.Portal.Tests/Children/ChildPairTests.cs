using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Matching;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Web.Filing;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Cases that may be of the same child: found across scripts and half-known days, judged with memory, and told to nobody who filed.</summary>
[Trait("Category", "Database")]
public sealed class ChildPairTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_child_is_found_in_another_script_by_a_month_alone_and_holds_the_proposal_until_somebody_judges()
    {
        var (first, second) = await BothAsync("Đặng Thị Ngọc Ánh", "당 티 응옥 안");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.ReadyAsync(office, second);

        var held = await host.PressAsync(office, second, "propose-confirmation");
        Assert.Equal(HttpStatusCode.Conflict, held.Status);
        Assert.Contains(Shipped.Says("refusal.child.pairs-open"), Assert.Single(held.Summary), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.UnderReview, await host.StatusAsync(second));
        Assert.Contains("Cases that may be of the same child: 1", (await office.GetAsync(Of(second))).Words, StringComparison.Ordinal);

        var page = await office.GetAsync(Of(second, "duplicates"));
        Assert.All(new[] { first.Reference, "name sounds alike", "days of birth fit", "reached at the same number" }, words => Assert.Contains(words, page.Words, StringComparison.Ordinal));
        Assert.DoesNotContain("Another city", page.Words, StringComparison.Ordinal);
        Assert.All(new[] { "Ngọc", "응옥", "7700" }, name => Assert.DoesNotContain(name, page.Html, StringComparison.Ordinal));

        await page.SubmitAsync(("Form.Verdict", nameof(PairVerdict.NotTheSame)), ("Form.Why", "태어난 병원이 다릅니다."));
        await host.FindSameAsync(first, second);
        Assert.Contains("태어난 병원이 다릅니다.", (await office.GetAsync(Of(second, "duplicates"))).Words, StringComparison.Ordinal);
        Assert.Equal(2, await host.StoredAsync(db => db.Events.CountAsync(e => e.Action == "judge-pair" && (e.CaseId == first.Id || e.CaseId == second.Id))));
        await host.PressAsync(office, second, "propose-confirmation");
        Assert.Equal(CaseStatus.Proposed, await host.StatusAsync(second));
    }

    [Fact]
    public async Task A_pair_that_cannot_be_told_needs_a_reason_and_without_one_nothing_is_kept()
    {
        var (_, second) = await BothAsync("Hoàng Đức Long", "호앙 득 롱");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(office, second, "take-on");

        var silent = await (await office.GetAsync(Of(second, "duplicates"))).SubmitAsync(("Form.Verdict", nameof(PairVerdict.Unclear)), ("Form.Why", ""));
        Assert.NotEmpty(silent.Summary);
        Assert.True(await host.StoredAsync(db => Pairs(db, second).Where(p => p.IsOpen).AnyAsync()));

        await silent.SubmitAsync(("Form.Verdict", nameof(PairVerdict.Unclear)), ("Form.Why", "어머니를 아직 만나지 못했습니다."));
        var pair = await host.StoredAsync(db => Pairs(db, second).SingleAsync());
        Assert.Equal((false, PairVerdict.Unclear), (pair.IsOpen, pair.Verdict));
        await using var db = host.Database.Open();
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update case_pair_answers set verdict = 'TheSame'"))).SqlState);
    }

    [Fact]
    public async Task Of_two_cases_of_the_same_child_only_the_earlier_one_is_confirmed()
    {
        var (first, second) = await BothAsync("Phan Thanh Bình", "판 타인 빈");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.ReadyAsync(office, second);
        await (await office.GetAsync(Of(second, "duplicates"))).SubmitAsync(("Form.Verdict", nameof(PairVerdict.TheSame)), ("Form.Why", "어머니가 두 번 신청했다고 합니다."));

        var held = await host.PressAsync(office, second, "propose-confirmation");
        Assert.Equal(HttpStatusCode.Conflict, held.Status);
        Assert.Contains("An earlier case is of the same child.", Assert.Single(held.Summary), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.UnderReview, await host.StatusAsync(second));

        using var parent = await host.ComeBackAsync(first.CodeId);
        var withdraw = await parent.GetAsync("/en/my-case/child/withdraw");
        await withdraw.SendAsync(withdraw.Form("Revision"), null);
        Assert.Equal(CaseStatus.Withdrawn, await host.StatusAsync(first));
        await host.PressAsync(office, second, "propose-confirmation");
        Assert.Equal(CaseStatus.Proposed, await host.StatusAsync(second));
    }

    [Fact]
    public async Task Another_citys_case_is_shown_to_the_province_only_and_the_city_learns_that_the_province_looks()
    {
        var (here, there) = await BothAsync("Bùi Quang Khải", "부이 꽝 카이", second => (second.Place.City, second.Place.Waits) = (Colleagues.Suwon, true));
        var pair = await host.StoredAsync(db => Pairs(db, here).SingleAsync());
        using var province = await host.SignInAsAsync(Colleagues.Supervisor);
        Assert.Contains("Another city has a similar case.", (await province.GetAsync(Of(here))).Words, StringComparison.Ordinal);

        foreach (var (officer, own) in new[] { (Colleagues.AnsanOfficer, here), (Colleagues.SuwonOfficer, there) })
        {
            using var city = await host.SignInAsAsync(officer);
            await host.PressAsync(city, own, "take-on");
            var page = await city.GetAsync(Of(own, "duplicates"));
            Assert.All(new[] { await city.GetAsync(Of(own)), page }, shown => Assert.DoesNotContain(own == here ? there.Reference : here.Reference, shown.Html, StringComparison.Ordinal));
            Assert.DoesNotContain("may be of the same child:", (await city.GetAsync(Of(own))).Words, StringComparison.Ordinal);
            var any = await city.GetAsync(Of(own, "do/note"));
            var forged = await any.SendAsync(any.Form("Revision"), Of(own, "duplicates"), ("Form.Pair", pair.Id.ToString()), ("Form.Verdict", "NotTheSame"), ("Form.Why", "아님"));
            Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        }

        Assert.Equal(0, (await host.StoredAsync(db => Pairs(db, here).SingleAsync())).Answers);
        using var ansan = await host.SignInAsAsync(Colleagues.AnsanOfficer);
        await host.ReadyAsync(ansan, here);
        var held = await host.PressAsync(ansan, here, "propose-confirmation");
        Assert.Equal((HttpStatusCode.Conflict, "The province still looks at this case. Try again once it has done so. Nothing was saved."), (held.Status, Assert.Single(held.Summary)));
        Assert.Equal(CaseStatus.UnderReview, await host.StatusAsync(here));
        var (later, earlier) = here.Id.CompareTo(there.Id) > 0 ? (here, there) : (there, here);
        Assert.Equal((true, false, false), (await DayAsync(Colleagues.Supervisor, later), await DayAsync(Colleagues.Supervisor, earlier), await DayAsync(Colleagues.AnsanOfficer, later)));

        await (await province.GetAsync(Of(here, "duplicates"))).SubmitAsync(("Form.Verdict", nameof(PairVerdict.NotTheSame)), ("Form.Why", "사는 곳이 다릅니다."));
        Assert.Equal(1, (await host.StoredAsync(db => Pairs(db, here).SingleAsync())).Answers);
        Assert.Equal(0, await host.StoredAsync(db => db.Events.CountAsync(e => e.Action == "judge-pair" && (e.CaseId == here.Id || e.CaseId == there.Id))));
        Assert.False(await DayAsync(Colleagues.Supervisor, later));
        await host.PressAsync(ansan, here, "propose-confirmation");
        Assert.Equal(CaseStatus.Proposed, await host.StatusAsync(here));
    }

    [Fact]
    public async Task Two_phones_that_file_the_same_child_at_once_both_keep_their_case_and_one_pair_arises()
    {
        Action<ApplyForChild> told = form =>
        {
            Named("Lê Hoài Thương")(form);
            form.About.Address = "선부로 5";
        };
        var drafts = new[] { await host.Given.AChildDraftAsync(told), await host.Given.AChildDraftAsync(told) };
        using Browserless one = host.Given.ABrowserHolding(drafts[0], FormKind.Child), other = host.Given.ABrowserHolding(drafts[1], FormKind.Child);
        var checks = new[] { await one.GetAsync("/en/children/new/check"), await other.GetAsync("/en/children/new/check") };

        // one of the two presses twice
        var sent = await Task.WhenAll(checks.Append(checks[0]).Select(check => check.SendAsync(check.Document.Forms[^1], null)));

        Assert.All(sent, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        var ids = drafts.Select(d => d.Id).ToArray();
        var filed = await host.StoredAsync(db => db.ChildConfirmations.Where(c => ids.Contains(c.SentFrom!.Value)).Select(c => new { c.Id, c.Reference, c.ChildId }).ToListAsync());
        Assert.Equal(2, filed.Count);
        var cases = filed.ConvertAll(c => new FiledCase(c.Id, c.Reference, drafts[0].Code, default));
        await Task.WhenAll(cases.Select(c => host.FindSameAsync(c)));
        Assert.Equal(1, await host.StoredAsync(db => db.Set<CasePair>().CountAsync(p => (p.LowerId == cases[0].Id && p.HigherId == cases[1].Id) || (p.LowerId == cases[1].Id && p.HigherId == cases[0].Id))));
        Assert.All(filed, c => Assert.NotNull(host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(c.ChildId, default)).Result));
        Assert.All(sent, page => Assert.Single(filed, c => page.Html.Contains(c.Reference, StringComparison.Ordinal)));
        Assert.Equal(0, await host.StoredAsync(db => db.Messages.CountAsync(m => (m.CaseId == cases[0].Id || m.CaseId == cases[1].Id) && m.Purpose != MessagePurpose.Receipt)));
        Assert.Equal(2, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == cases[0].Id || e.CaseId == cases[1].Id)));
    }

    [Fact]
    public async Task The_marks_lie_in_the_vault_keyed_and_out_of_reach_of_the_ordinary_role()
    {
        var (first, _) = await BothAsync("Trương Mỹ Hạnh", "쯔엉 미 하인");
        var child = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == first.Id).Select(c => c.ChildId).SingleAsync());

        await using var ordinary = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
        await using var look = ordinary.CreateCommand("select mark from vault.marks");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(async () => await look.ExecuteReaderAsync())).SqlState);
        await using var vault = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.Vault);
        await using var count = vault.CreateCommand($"select count(*) from vault.marks where person_id = '{child}' and length(mark) = 32");
        Assert.True((long)(await count.ExecuteScalarAsync())! >= 2);
        Assert.Equal(0, await host.StoredAsync(db => db.Set<CaseMark>().CountAsync(m => m.CaseId == first.Id)));

        await host.WithAsync(services => services.GetRequiredService<VaultDesk>().DestroyAsync(child, default));
        Assert.Equal(0L, await count.ExecuteScalarAsync());
        await host.FindSameAsync(first);
    }

    private Task<bool> DayAsync(Colleague of, FiledCase filed) => host.WithAsync(async services =>
        (await services.GetRequiredService<ChildDayReader>().ReadAsync(of.Actor, default))!.Parts.Where(part => part.Section == DaySection.AcrossCities).SelectMany(part => part.Rows).Any(row => row.Id == filed.Id));

    private static IQueryable<CasePair> Pairs(PortalDb db, FiledCase of) => db.Set<CasePair>().Where(p => p.LowerId == of.Id || p.HigherId == of.Id);

    private static Action<ApplyForChild> Named(string name, string? day = null) => form =>
    {
        (form.About.OwnName, form.About.LatinName) = (name, null);
        (form.About.Year, form.About.Month, form.About.Day) = ("2021", "5", day);
        (form.Parents.Name, form.Parents.LatinName) = (name + " me", null);
        form.About.Address = null;
        (form.Reach.Way, form.Reach.Contact) = (Core.Grievances.ContactWay.Phone, "010-7700-4242");
    };

    // the same child twice: in two scripts, once with the day and once with the month alone, reached at one number
    private async Task<(FiledCase First, FiledCase Second)> BothAsync(string name, string inKorean, Action<ApplyForChild>? but = null)
    {
        var reach = $"010-7700-{Random.Shared.Next(1000, 9999)}";
        var first = await host.Given.AChildAsync(form =>
        {
            Named(name, "17")(form);
            form.Reach.Contact = reach;
        });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await host.Given.AChildAsync(form =>
        {
            Named(inKorean)(form);
            form.Reach.Contact = reach;
            but?.Invoke(form);
        });
        await host.FindSameAsync(first, second);
        return (first, second);
    }
}
