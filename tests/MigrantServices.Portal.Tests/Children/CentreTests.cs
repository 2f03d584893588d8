using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Entrusted centres and officers of a city: each sees their own cases only, in lists, counts, searches and by guessed addresses.</summary>
[Trait("Category", "Database")]
public sealed class CentreTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly (string Name, string Value)[] AtTheCounter =
    [
        ("Form.Way", nameof(WayIn.Parent)), ("Form.Channel", "Visit"), ("Form.City", Colleagues.Ansan), ("Form.About.OwnName", "Oyunbileg"), ("Form.About.Year", "2019"),
        ("Form.About.Address", "원곡로 99"), ("Form.About.Consent", "signed-paper"), ("Form.ConsentOn", "2026-11-22"), ("Form.ConsentNote", "어머니가 창구에서 서명함"), ("Form.Parents.Relation", "Mother"), ("Form.Parents.Name", "Narantsetseg"),
        ("Form.Reach.Way", "PortalOnly"), ("Form.Reach.Language", "en"), ("Form.ReadBack", "true"),
    ];

    [Fact]
    public async Task A_centre_files_at_its_counter_and_works_on_its_own_cases_and_on_no_others()
    {
        var (mine, theirs) = (await host.Given.ACentreWorkerAsync(), await host.Given.ACentreWorkerAsync("example-ansan-2"));
        var ofTheCity = await host.Given.AChildAsync();
        using var centre = await host.SignInAsAsync(mine);
        var filed = await FiledAsync(centre);
        Assert.Equal("example-ansan-1", await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Centre).SingleAsync()));

        await host.PressAsync(centre, filed, "take-on");
        Assert.Equal(mine.Id, await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.HandlerId).SingleAsync()));
        await (await centre.GetAsync(Of(filed, "tasks"))).SubmitAsync(("Form.Text", "병원에 묻기"), ("Form.DueOn", "2026-11-25"));
        Assert.Contains("병원에 묻기", (await centre.GetAsync("/office")).Words, StringComparison.Ordinal);
        await NotTheirsAsync(centre, ofTheCity);

        using var next = await host.SignInAsAsync(theirs);
        await NotTheirsAsync(next, filed);
        await NotTheirsAsync(next, ofTheCity);
        Assert.Contains(" 0", Tab(await next.GetAsync("/office/children?tab=All"), "All"), StringComparison.Ordinal);
        Assert.Contains(" 1", Tab(await centre.GetAsync("/office/children?tab=All"), "All"), StringComparison.Ordinal);

        // the city and the province see it, another city does not
        using var ansan = await host.SignInAsAsync(Colleagues.AnsanOfficer);
        using var suwon = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        Assert.Equal(HttpStatusCode.OK, (await ansan.GetAsync(Of(filed))).Status);
        await NotTheirsAsync(suwon, filed);
        Assert.Contains("(example) Ansan centre 1", (await ansan.GetAsync(Of(filed))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_centre_neither_issues_nor_moves_cases_and_opens_no_other_service()
    {
        using var centre = await host.SignInAsAsync(await host.Given.ACentreWorkerAsync());
        var filed = await FiledAsync(centre);
        var grievance = await host.Given.AGrievanceAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await centre.GetAsync("/office/children/offers")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await centre.GetAsync("/office/grievances")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await centre.GetAsync($"/office/grievances/{grievance.Reference}")).Status);
        foreach (var deed in new[] { "issue", "approve-confirmation", "take-back-transfer" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await host.PressAsync(centre, filed, deed)).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await centre.GetAsync(Of(filed, "do/offer-transfer"))).Status);
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id)));
    }

    [Fact]
    public async Task A_centre_cannot_file_in_another_city_and_nothing_is_kept()
    {
        using var centre = await host.SignInAsAsync(await host.Given.ACentreWorkerAsync());
        var before = await host.StoredAsync(db => db.ChildConfirmations.CountAsync());

        var refused = await (await centre.GetAsync("/office/children/new")).SubmitAsync([.. AtTheCounter.Where(a => a.Name != "Form.City"), ("Form.City", "41390")]);

        Assert.NotEqual("/receipt", refused.Path[^8..]);
        Assert.Equal(before, await host.StoredAsync(db => db.ChildConfirmations.CountAsync()));
    }

    [Fact]
    public async Task When_the_entrustment_ends_the_right_ends_with_it()
    {
        var colleague = await host.Given.ACentreWorkerAsync("example-ansan-2");
        await using (var db = host.Database.Open())
        {
            await db.Set<Core.Reference.ReferenceItem>().Where(i => i.List == Core.Reference.Lists.EntrustedCentres && i.Code == "example-ansan-2")
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.ValidTo, new DateOnly(2026, 11, 1)));
        }

        try
        {
            using var centre = await host.SignInAsAsync(colleague);
            Assert.Equal(HttpStatusCode.Forbidden, (await centre.GetAsync("/office/children")).Status);
        }
        finally
        {
            await using var db = host.Database.Open();
            await db.Set<Core.Reference.ReferenceItem>().Where(i => i.Code == "example-ansan-2").ExecuteUpdateAsync(set => set.SetProperty(i => i.ValidTo, (DateOnly?)null));
        }
    }

    [Fact]
    public async Task The_database_keeps_no_right_in_a_centre_without_its_city_and_none_of_the_office_with_one()
    {
        await using var db = host.Database.Open();
        foreach (var grant in new RoleGrant[]
        {
            new() { UserId = Colleagues.Caseworker.Id, Role = Role.CentreWorker, GrantedAt = PortalHost.Start },
            new() { UserId = Colleagues.Caseworker.Id, Role = Role.Caseworker, Centre = "example-ansan-1", GrantedAt = PortalHost.Start },
            new() { UserId = Colleagues.Caseworker.Id, Role = Role.CentreWorker, Centre = "example-ansan-1", GrantedAt = PortalHost.Start },
        })
        {
            db.ChangeTracker.Clear();
            db.Add(grant);
            var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.Equal("role_grants_of_a_centre", Assert.IsType<PostgresException>(refused.InnerException).ConstraintName);
        }
    }

    private async Task<FiledCase> FiledAsync(Browserless counter)
    {
        var done = await (await counter.GetAsync("/office/children/new")).SubmitAsync(AtTheCounter);
        Assert.True(done.Path.EndsWith("/receipt", StringComparison.Ordinal), string.Join(" | ", done.Summary));
        var reference = done.Path.Split('/')[^2];
        var id = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());
        return new(id, reference, default!, default);
    }

    // not in the list, the search or the counts of the day, and by no address
    private static async Task NotTheirsAsync(Browserless stranger, FiledCase filed)
    {
        foreach (var list in new[] { "/office", "/office/children", "/office/children?tab=All", "/office/children?tab=Unassigned", $"/office/children?search={filed.Reference}" })
        {
            var page = await stranger.GetAsync(list);
            Assert.Equal((list, HttpStatusCode.OK), (list, page.Status));
            Assert.DoesNotContain($"/office/children/{filed.Reference}", page.Html, StringComparison.Ordinal);
        }

        foreach (var page in new[] { "", "do/note", "identity", "tasks", "papers", "extend", "photograph", "duplicates", "export", "told", "identity/parent", "renew-code", "take-parent-in", "receipt", "letters/00000000-0000-0000-0000-000000000001", "files/00000000-0000-0000-0000-000000000001" })
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await stranger.GetAsync(Of(filed, page == "" ? null : page))).Status));
        }
    }

    private static string Tab(WebPage list, string tab) => list.Document.QuerySelector($"nav.tabs a[href*='tab={tab}']")!.TextContent;
}
