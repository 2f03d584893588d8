using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Workday;
using MigrantServices.Testing.Hosting;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>Views of the worklist kept under a name, shared, and counted by the rights of whoever reads.</summary>
[Trait("Category", "Database")]
public sealed class ViewTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string AllVietnamese = "tab=All&status=Submitted&language=vi";

    [Fact]
    public async Task A_view_keeps_tab_and_filters_and_says_how_many_cases_are_in_it()
    {
        await host.Given.AGrievanceAsync();
        using var office = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Caseworker));

        var list = await SaveAsync(office, AllVietnamese, "베트남어 새 건");

        Assert.Equal("/office/grievances", list.Path);
        var link = list.Document.QuerySelector(".view-link")!;
        Assert.Equal("/office/grievances?" + AllVietnamese, link.GetAttribute("href"));
        Assert.Equal("page", link.GetAttribute("aria-current"));
        var expected = await host.StoredAsync(db => db.Grievances.CountAsync(g => g.Status == CaseStatus.Submitted && g.Language == "vi"));
        Assert.Equal(expected.ToString(), link.QuerySelector(".tab-count")!.TextContent);
        Assert.Contains("베트남어 새 건", (await office.GetAsync("/office")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_view_shows_and_counts_for_each_only_what_they_may_see()
    {
        await host.Given.AGrievanceAsync();
        await host.Given.AGrievanceAsync(but: form => form.WhenWhere.Municipality = Colleagues.Suwon);
        using var owner = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Caseworker));
        using var suwon = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.MunicipalOfficer, municipalities: [Colleagues.Suwon]));
        await SaveAsync(owner, "tab=All", "모두");
        Assert.DoesNotContain("모두", Names(await suwon.GetAsync("/office/grievances")));
        await (await owner.GetAsync("/office/views")).PressAsync("Share");

        var line = (await suwon.GetAsync("/office/views")).Document.QuerySelector(".plain-list li")!;
        Assert.Contains("모두", line.TextContent, StringComparison.Ordinal);
        var seen = await host.StoredAsync(db => db.Grievances.CountAsync(g => g.Municipality == Colleagues.Suwon));
        Assert.Equal(seen.ToString(), line.QuerySelector(".tab-count")!.TextContent);
        Assert.Contains("모두", Names(await suwon.GetAsync("/office/grievances")));

        await (await owner.GetAsync("/office/views")).PressAsync("Share");
        Assert.DoesNotContain("모두", Names(await suwon.GetAsync("/office/grievances")));
    }

    [Fact]
    public async Task What_a_city_shares_stays_in_the_city_and_with_those_who_see_it()
    {
        using var ansan = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.MunicipalOfficer, municipalities: [Colleagues.Ansan]));
        using var suwon = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.MunicipalOfficer, municipalities: [Colleagues.Suwon]));
        using var province = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Caseworker));
        await SaveAsync(ansan, "tab=Overdue", "안산 지연");
        await (await ansan.GetAsync("/office/views")).PressAsync("Share");

        Assert.DoesNotContain("안산 지연", Names(await suwon.GetAsync("/office/grievances")));
        Assert.Contains("안산 지연", Names(await province.GetAsync("/office/grievances")));
    }

    [Theory]
    [InlineData("Rename")]
    [InlineData("Delete")]
    [InlineData("Up")]
    [InlineData("Share")]
    [InlineData("OpenWith")]
    public async Task Nobody_changes_anothers_view(string handler)
    {
        var me = await host.Given.AColleagueAsync(Role.Caseworker);
        using var owner = await host.SignInAsAsync(me);
        await SaveAsync(owner, "tab=All", "내 것");
        var other = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Caseworker));
        await SaveAsync(other, "tab=All", "다른 것");
        var before = await StoredAsync(me);

        var refused = await (await other.GetAsync("/office/views")).PressAsync("Rename") is { } page
            ? await page.SendAsync(page.Form("handler=Rename"), "/office/views?handler=" + handler, ("view", before.Id.ToString()), ("Form.Name", "뺏은 이름"), ("shared", "true"))
            : throw new InvalidOperationException();

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Shipped.Says("refusal.workday.view-not-there"), refused.Words, StringComparison.Ordinal);
        var after = await StoredAsync(me);
        Assert.Equal((before.Name, before.IsShared, before.IsDefault, before.Position), (after.Name, after.IsShared, after.IsDefault, after.Position));
        other.Dispose();
    }

    [Fact]
    public async Task They_are_renamed_put_in_order_and_deleted()
    {
        var me = await host.Given.AColleagueAsync(Role.Caseworker);
        using var office = await host.SignInAsAsync(me);
        await SaveAsync(office, "tab=All", "하나");
        await SaveAsync(office, "tab=Overdue", "둘");
        Assert.Equal(["하나", "둘"], Names(await office.GetAsync("/office/grievances")));

        await (await office.GetAsync("/office/views")).PressAsync("Up");
        Assert.Equal(["둘", "하나"], Names(await office.GetAsync("/office/grievances")));
        await (await office.GetAsync("/office/views")).PressAsync("Rename", ("Form.Name", "지연"));
        Assert.Equal(["지연", "하나"], Names(await office.GetAsync("/office/grievances")));
        await (await office.GetAsync("/office/views")).PressAsync("Delete");
        Assert.Equal(["하나"], Names(await office.GetAsync("/office/grievances")));
    }

    [Fact]
    public async Task The_list_opens_with_the_chosen_view_and_any_tab_stays_open_to_the_hand()
    {
        using var office = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Caseworker));
        await SaveAsync(office, AllVietnamese, "먼저");
        await (await office.GetAsync("/office/views")).PressAsync("OpenWith");

        Assert.Equal("?" + AllVietnamese, (await office.GetAsync("/office/grievances")).Address.Query);
        Assert.Equal("?tab=Mine", (await office.GetAsync("/office/grievances?tab=Mine")).Address.Query);
        await (await office.GetAsync("/office/views")).PressAsync("OpenWith");
        Assert.Equal("", (await office.GetAsync("/office/grievances")).Address.Query);
    }

    [Theory]
    [InlineData("", "workday.rule.view-name")]
    [InlineData("이미 있음", "refusal.workday.view-name-taken")]
    [InlineData("M12345678 씨 사건", "rule.number-hidden")]
    public async Task A_name_that_is_missing_taken_or_tells_a_number_is_not_kept(string name, string said)
    {
        var me = await host.Given.AColleagueAsync(Role.Caseworker);
        using var office = await host.SignInAsAsync(me);
        await SaveAsync(office, "tab=All", "이미 있음");

        var again = await SaveAsync(office, "tab=Overdue", name);

        Assert.Equal("/office/views/new", again.Path);
        Assert.Contains(Shipped.Says(said), again.Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<SavedView>().CountAsync(v => v.OwnerId == me.Id)));
    }

    [Fact]
    public async Task There_is_an_end_to_them()
    {
        var me = await host.Given.AColleagueAsync(Role.Caseworker);
        using var office = await host.SignInAsAsync(me);
        for (var n = 0; n < SavedView.MostEach; n++)
        {
            await SaveAsync(office, "tab=All", $"보기 {n}");
        }

        var refused = await SaveAsync(office, "tab=All", "하나 더");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains($"You can keep up to {SavedView.MostEach} views.", refused.Words, StringComparison.Ordinal);
        Assert.Equal(SavedView.MostEach, await host.StoredAsync(db => db.Set<SavedView>().CountAsync(v => v.OwnerId == me.Id)));
        Assert.InRange((await office.GetAsync("/office/grievances?tab=All")).Statements.Count, 1, 4);
    }

    [Fact]
    public async Task No_search_words_are_kept()
    {
        using var office = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Caseworker));

        var list = await SaveAsync(office, "tab=All&search=nguyen", "찾기");

        Assert.DoesNotContain("nguyen", list.Document.QuerySelector(".view-link")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private static async Task<WebPage> SaveAsync(Browserless office, string query, string name) =>
        await (await office.GetAsync("/office/views/new?" + query)).SubmitAsync(("Form.Name", name));

    private Task<SavedView> StoredAsync(Colleague owner) => host.StoredAsync(db => db.Set<SavedView>().SingleAsync(v => v.OwnerId == owner.Id));

    private static IEnumerable<string> Names(WebPage list) => list.Document.QuerySelectorAll(".view-link bdi:first-child").Select(name => name.TextContent);
}
