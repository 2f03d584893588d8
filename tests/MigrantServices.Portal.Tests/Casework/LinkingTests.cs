using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Grievances that belong together, for those who see both.</summary>
[Trait("Category", "Database")]
public sealed class LinkingTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_second_one_alike_goes_to_audit_and_all_count_from_the_first()
    {
        var (first, second, third) = (await FiledAsync(), await FiledAsync(), await FiledAsync());
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var once = await LinkAsync(office, second, LinkKind.Repeat, first);
        Assert.Contains(first.Reference, once.Words, StringComparison.Ordinal);
        Assert.Contains("There are 2 alike: the audit section", once.Words, StringComparison.Ordinal);
        var twice = await LinkAsync(office, third, LinkKind.Repeat, second);

        Assert.Contains(first.Reference, twice.Words, StringComparison.Ordinal);
        Assert.Contains("There are 3 alike", twice.Words, StringComparison.Ordinal);
        var seen = await office.GetAsync($"/office/grievances/{first.Reference}");
        Assert.All(new[] { second.Reference, third.Reference, "There are 3 alike" }, words => Assert.Contains(words, seen.Words, StringComparison.Ordinal));
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        Assert.Contains(first.Reference, (await supervisor.GetAsync("/office/repeats")).Words, StringComparison.Ordinal);

        await (await office.GetAsync($"/office/grievances/{third.Reference}/links")).PressAsync("TakeOff");
        Assert.Contains(first.Reference, (await supervisor.GetAsync("/office/repeats")).Words, StringComparison.Ordinal);
        var again = await (await office.GetAsync($"/office/grievances/{second.Reference}/links")).PressAsync("TakeOff");
        Assert.DoesNotContain("audit section", again.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, (await supervisor.GetAsync("/office/repeats")).Words, StringComparison.Ordinal);
        Assert.Equal(3, await host.StoredAsync(db => db.Events.CountAsync(e => e.Action == "unlink" && (e.CaseId == first.Id || e.CaseId == third.Id))));
    }

    [Fact]
    public async Task Somebody_without_a_part_in_them_looks_once_and_whoever_decided_one_does_not()
    {
        var (first, second, third) = (await host.Given.AGrievanceAsync(CaseStatus.Answered), await FiledAsync(), await FiledAsync());
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        using var decided = await host.SignInAsAsync(Colleagues.Supervisor);
        using var other = await host.SignInAsAsync(Colleagues.Supervisor2);
        await LinkAsync(office, second, LinkKind.Repeat, first);

        var refused = await LookAsync(decided);
        Assert.Contains(Shipped.Says("refusal.linking.seen-by-its-own"), refused.Words, StringComparison.Ordinal);
        Assert.Equal((0, 0), await LooksAsync());
        var seen = await LookAsync(other);
        Assert.Contains($"Seen by audit: {Colleagues.Supervisor2.Name}", seen.Words, StringComparison.Ordinal);
        Assert.Equal((1, 1), await LooksAsync());

        await LinkAsync(office, third, LinkKind.Repeat, first);
        await LookAsync(other);
        Assert.Equal((2, 2), await LooksAsync());
        await using var db = host.Database.Open();
        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update repeat_looks set alike = 9 where first_id = {first.Id}"));
        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"delete from repeat_looks where first_id = {first.Id}"));

        async Task<WebPage> LookAsync(Browserless supervisor)
        {
            var page = await supervisor.GetAsync("/office/repeats");
            var form = page.Document.Forms.Single(one => one.QuerySelector($"input[name=first][value='{first.Reference}']") is not null);
            return await page.SendAsync(form, null);
        }

        Task<(int Looks, int Events)> LooksAsync() => host.StoredAsync(async db => (
            await db.Set<RepeatLook>().CountAsync(l => l.FirstId == first.Id), await db.Events.CountAsync(e => e.CaseId == first.Id && e.Action == "look-at-repeats")));
    }

    [Fact]
    public async Task Audit_looks_neither_at_one_alone_nor_twice_at_the_same_and_keeps_nothing_of_the_try()
    {
        var (first, second) = (await FiledAsync(), await FiledAsync());
        Assert.Equal("linking.too-few-for-audit", await RefusedAsync());
        Assert.Equal((0, 0), await KeptAsync());
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await LinkAsync(office, second, LinkKind.Repeat, first);
        await LookAsync();

        Assert.Equal("linking.seen-already", await RefusedAsync());

        Assert.Equal((1, 1), await KeptAsync());

        Task LookAsync() => host.WithAsync(services => services.GetRequiredService<RepeatDesk>().LookAsync(first.Reference, Colleagues.Supervisor2.Actor, CancellationToken.None));

        async Task<string> RefusedAsync() => (await Assert.ThrowsAsync<RefusedException>(LookAsync)).Refusal.Code;

        Task<(int Looks, int Events)> KeptAsync() => host.StoredAsync(async db => (
            await db.Set<RepeatLook>().CountAsync(l => l.FirstId == first.Id), await db.Events.CountAsync(e => e.CaseId == first.Id && e.Action == "look-at-repeats")));
    }

    [Fact]
    public async Task What_one_does_not_see_is_counted_neither_in_the_list_nor_in_who_looked_at_it()
    {
        var (first, second, third) = (await FiledAsync(), await FiledAsync(), await FiledAsync());
        using (var office = await host.SignInAsAsync(Colleagues.Caseworker))
        {
            await LinkAsync(office, second, LinkKind.Repeat, first);
            await LinkAsync(office, third, LinkKind.Repeat, first);
        }

        await LookAsync();
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == third.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.IsSetApart, true).SetProperty(g => g.HandlerId, (Guid?)null)));
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor2);
        var line = (await supervisor.GetAsync("/office/repeats")).Document.QuerySelectorAll(".card").Single(card => card.TextContent.Contains(first.Reference, StringComparison.Ordinal)).TextContent;
        Assert.Contains("2 alike", line, StringComparison.Ordinal);
        Assert.Contains("when there were 2 alike", line, StringComparison.Ordinal);

        var (fourth, fifth) = (await FiledAsync(), await FiledAsync());
        using (var office = await host.SignInAsAsync(Colleagues.Caseworker))
        {
            await LinkAsync(office, fifth, LinkKind.Repeat, fourth);
        }

        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == fifth.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.IsSetApart, true).SetProperty(g => g.HandlerId, (Guid?)null)));
        Assert.Equal("linking.too-few-for-audit", (await Assert.ThrowsAsync<RefusedException>(() => LookAtAsync(fourth))).Refusal.Code);
        Assert.Equal(0, await host.StoredAsync(db => db.Set<RepeatLook>().CountAsync(l => l.FirstId == fourth.Id)));

        Task LookAsync() => LookAtAsync(first);

        Task LookAtAsync(FiledCase one) => host.WithAsync(services => services.GetRequiredService<RepeatDesk>().LookAsync(one.Reference, Colleagues.Supervisor2.Actor, CancellationToken.None));
    }

    [Fact]
    public async Task A_third_one_alike_is_closed_as_repeated_only_after_two_answers()
    {
        var (first, second, third) = (await host.Given.AGrievanceAsync(CaseStatus.Answered), await host.Given.AGrievanceAsync(CaseStatus.UnderReview), await host.Given.AGrievanceAsync(CaseStatus.UnderReview));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await LinkAsync(office, second, LinkKind.Repeat, first);
        await LinkAsync(office, third, LinkKind.Repeat, first);

        var early = await ProposeAsync();
        Assert.Contains(Shipped.Says("refusal.linking.not-repeated-enough", 2), early.Words, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.UnderReview, await StatusAsync());

        var now = host.Clock.GetUtcNow();
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == second.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.AnsweredAt, now)));
        await ProposeAsync();
        Assert.Equal(CaseStatus.Proposed, await StatusAsync());

        async Task<WebPage> ProposeAsync()
        {
            var page = await office.GetAsync($"/office/grievances/{third.Reference}/propose");
            var read = page.Document.QuerySelectorAll("select[name='Form.Sources'] option[value$='=original']").Select(option => ("Form.Sources", option.GetAttribute("value")!));
            return await page.SubmitAsync([("Form.Reason", Grievance.Repeated), ("Form.Answer", "두 번 답하였습니다."), .. read]);
        }

        Task<CaseStatus> StatusAsync() => host.StoredAsync(db => db.Grievances.Where(g => g.Id == third.Id).Select(g => g.Status).SingleAsync());
    }

    [Fact]
    public async Task A_case_that_one_does_not_see_is_linked_no_more_than_one_that_is_not_there()
    {
        var (here, elsewhere) = (await FiledAsync(), await FiledAsync(form => form.WhenWhere.Municipality = Colleagues.Suwon));
        using var office = await host.SignInAsAsync(Colleagues.AnsanOfficer);

        var foreign = await LinkAsync(office, here, LinkKind.Joint, elsewhere);
        var unknown = await LinkAsync(office, here, LinkKind.Joint, elsewhere with { Reference = "DG-2026-00000-00000" });

        Assert.Equal(foreign.Summary, unknown.Summary);
        Assert.Contains(Shipped.Says("refusal.linking.no-such-case"), foreign.Words, StringComparison.Ordinal);
        await AssertNothingAsync(here, elsewhere);
    }

    [Fact]
    public async Task Neither_itself_nor_a_later_one_is_repeated_and_nothing_changes()
    {
        var first = await FiledAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var later = await FiledAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.Contains(Shipped.Says("refusal.linking.repeats-a-later-one"), (await LinkAsync(office, first, LinkKind.Repeat, later)).Words, StringComparison.Ordinal);
        Assert.Contains(Shipped.Says("refusal.linking.same-case"), (await LinkAsync(office, first, LinkKind.Joint, first)).Words, StringComparison.Ordinal);

        await AssertNothingAsync(first, later);
    }

    [Fact]
    public async Task Two_cases_are_linked_once_whichever_comes_first()
    {
        var (first, second) = (await FiledAsync(), await FiledAsync());
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await LinkAsync(office, second, LinkKind.Joint, first);

        foreach (var (one, other) in new[] { (first, second), (second, first) })
        {
            Assert.Contains(Shipped.Says("refusal.linking.linked-already"), (await LinkAsync(office, one, LinkKind.Joint, other)).Words, StringComparison.Ordinal);
        }

        await using var db = host.Database.Open();
        var twice = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(
            $"insert into case_links (id, case_id, other_id, kind, linked_by_id, linked_at) select gen_random_uuid(), case_id, other_id, kind, linked_by_id, linked_at from case_links where case_id = {second.Id}"));
        Assert.Equal("case_links_once", twice.ConstraintName);
        Assert.Equal(1, await db.CaseLinks.CountAsync(l => l.CaseId == second.Id));
    }

    [Fact]
    public async Task A_link_with_a_case_that_is_closed_to_somebody_tells_them_nothing()
    {
        var (first, second) = (await FiledAsync(), await FiledAsync());
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await LinkAsync(office, second, LinkKind.Repeat, first);

        await (await office.GetAsync($"/office/grievances/{first.Reference}/declare-interest")).SubmitAsync(("Form.Reason", "family"), ("Form.Words", "가족입니다."));

        foreach (var page in new[] { "", "/links" })
        {
            Assert.DoesNotContain(first.Reference, (await office.GetAsync($"/office/grievances/{second.Reference}{page}")).Html, StringComparison.Ordinal);
        }
    }

    private Task<FiledCase> FiledAsync(Action<Core.Grievances.Filing.FileGrievance>? but = null) => host.Given.AGrievanceAsync(CaseStatus.Submitted, but);

    private static async Task<WebPage> LinkAsync(Browserless office, FiledCase one, LinkKind kind, FiledCase other) =>
        await (await office.GetAsync($"/office/grievances/{one.Reference}/links")).SubmitAsync(("Form.Kind", kind.ToString()), ("Form.Reference", other.Reference));

    private async Task AssertNothingAsync(params FiledCase[] cases)
    {
        foreach (var one in cases)
        {
            Assert.Equal(0, await host.StoredAsync(db => db.CaseLinks.CountAsync(l => l.CaseId == one.Id || l.OtherId == one.Id)));
            Assert.Equal(0, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == one.Id && e.Action == Grievance.Link.Code)));
        }
    }
}
