using Microsoft.EntityFrameworkCore;
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
    public async Task A_second_repeat_counts_from_the_first_of_all_and_goes_to_audit_and_both_sides_show_it()
    {
        var (first, second, third) = (await FiledAsync(), await FiledAsync(), await FiledAsync());
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var once = await LinkAsync(office, second, LinkKind.Repeat, first);
        Assert.Contains(first.Reference, once.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("audit", once.Words, StringComparison.Ordinal);
        var twice = await LinkAsync(office, third, LinkKind.Repeat, second);

        Assert.Contains(first.Reference, twice.Words, StringComparison.Ordinal);
        Assert.Contains("Repeated 2 times", twice.Words, StringComparison.Ordinal);
        var seen = await office.GetAsync($"/office/grievances/{first.Reference}");
        Assert.All(new[] { second.Reference, third.Reference, "Repeated 2 times" }, words => Assert.Contains(words, seen.Words, StringComparison.Ordinal));
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        Assert.Contains(first.Reference, (await supervisor.GetAsync("/office/repeats")).Words, StringComparison.Ordinal);

        var again = await (await office.GetAsync($"/office/grievances/{third.Reference}/links")).PressAsync("TakeOff");
        Assert.DoesNotContain("audit section", again.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, (await supervisor.GetAsync("/office/repeats")).Words, StringComparison.Ordinal);
        Assert.Equal(2, await host.StoredAsync(db => db.Events.CountAsync(e => e.Action == "unlink" && (e.CaseId == first.Id || e.CaseId == third.Id))));
    }

    [Fact]
    public async Task A_case_that_one_does_not_see_is_linked_no_more_than_one_that_is_not_there()
    {
        var (here, elsewhere) = (await FiledAsync(), await FiledAsync(form => form.WhenWhere.Municipality = Colleagues.Suwon));
        using var office = await host.SignInAsAsync(Colleagues.AnsanOfficer);

        var foreign = await LinkAsync(office, here, LinkKind.Joint, elsewhere);
        var unknown = await LinkAsync(office, here, LinkKind.Joint, elsewhere with { Reference = "DG-2026-00000-00000" });

        Assert.Equal(foreign.Summary, unknown.Summary);
        Assert.Contains("There is no such case among those that you see.", foreign.Words, StringComparison.Ordinal);
        await AssertNothingAsync(here, elsewhere);
    }

    [Fact]
    public async Task Neither_itself_nor_a_later_one_is_repeated_and_nothing_changes()
    {
        var first = await FiledAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var later = await FiledAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.Contains("cannot repeat one that came later", (await LinkAsync(office, first, LinkKind.Repeat, later)).Words, StringComparison.Ordinal);
        Assert.Contains("It is the same case", (await LinkAsync(office, first, LinkKind.Joint, first)).Words, StringComparison.Ordinal);

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
            Assert.Contains("linked already", (await LinkAsync(office, one, LinkKind.Joint, other)).Words, StringComparison.Ordinal);
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
