using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Storage.Seed.Demo;
using MigrantServices.Portal.Web.Papers;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>The photograph is seen as it will be printed: by the family before it is sent, by whoever issues the papers before they are.</summary>
[Trait("Category", "Database")]
public sealed class PhotographBeforePrintTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Page = "/en/my-case/child/photograph";
    private const string Picture = "img.photo-as-printed";

    [Fact]
    public async Task A_family_sees_it_before_it_is_sent_and_until_then_nothing_is_kept()
    {
        if (!PhotoLibrary.IsHere)
        {
            return;
        }

        var filed = await host.Given.AChildAsync();
        using var parent = await host.ComeBackAsync(filed.CodeId);

        var seen = await (await parent.GetAsync(Page)).UploadAsync([("Part.Side", "TopRight"), ("Part.Size", "TwoThirds")], ("face.jpg", PaperSample.Photo));

        var cut = Photograph.Part(PaperSample.Photo, new PhotoPart { Side = PhotoSide.TopRight, Size = PhotoSize.TwoThirds }).Jpeg;
        Assert.Equal("data:image/jpeg;base64," + Convert.ToBase64String(cut), seen.Document.QuerySelector(Picture)!.GetAttribute("src"));
        Assert.Null(await KeptAsync(filed));
        Assert.Equal(0, await DeedsAsync(filed));

        var sent = await seen.SendAsync(seen.Form("Shown"), null);

        Assert.Equal("/en/my-case/child", sent.Path);
        Assert.Equal(Photograph.From(cut).Jpeg, await KeptAsync(filed));
        Assert.Equal(1, await DeedsAsync(filed));
        Assert.DoesNotContain("base64", (await parent.GetAsync(Page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_sees_it_before_it_is_kept_and_until_then_nothing_is()
    {
        if (!PhotoLibrary.IsHere)
        {
            return;
        }

        var filed = await host.ATakenChildAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var seen = await (await office.GetAsync(Of(filed, "photograph"))).UploadAsync([("Part.Side", "TopRight"), ("Part.Size", "TwoThirds")], ("face.jpg", PaperSample.Photo));

        var cut = Photograph.Part(PaperSample.Photo, new PhotoPart { Side = PhotoSide.TopRight, Size = PhotoSize.TwoThirds }).Jpeg;
        Assert.Equal("data:image/jpeg;base64," + Convert.ToBase64String(cut), seen.Document.QuerySelector(Picture)!.GetAttribute("src"));
        Assert.Null(await KeptAsync(filed));
        Assert.Equal(0, await DeedsAsync(filed));

        var kept = await seen.SendAsync(seen.Form("Shown"), null);

        Assert.Equal(Of(filed), kept.Path);
        Assert.Equal(Photograph.From(cut).Jpeg, await KeptAsync(filed));
        Assert.Equal(1, await DeedsAsync(filed));
        Assert.DoesNotContain("base64", (await office.GetAsync(Of(filed, "photograph"))).Html, StringComparison.Ordinal);
        var refused = await kept.SendAsync((await office.GetAsync(Of(filed, "photograph"))).Form("Revision"), Of(filed, "photograph?handler=Keep"), ("Shown", "bm90IGEgcGljdHVyZQ=="));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(1, await DeedsAsync(filed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("bm90IGEgcGljdHVyZQ==")]
    public async Task What_is_forged_in_its_place_is_refused_and_nothing_is_kept(string forged)
    {
        var filed = await host.Given.AChildAsync();
        using var parent = await host.ComeBackAsync(filed.CodeId);
        var page = await parent.GetAsync(Page);

        var refused = await page.SendAsync(page.Form("Revision"), Page + "?handler=Send", ("Shown", forged));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Null(await KeptAsync(filed));
        Assert.Equal(0, await DeedsAsync(filed));
    }

    [Fact]
    public async Task Whoever_issues_sees_it_first_and_that_they_looked_is_on_record_and_read_by_the_family()
    {
        var filed = await ToIssueAsync();
        using var issuer = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.NotNull((await issuer.GetAsync(Of(filed))).Document.QuerySelector($"a[href='{Of(filed, "issue")}']"));

        var seen = await issuer.GetAsync(Of(filed, "issue"));

        Assert.Equal("data:image/jpeg;base64," + Convert.ToBase64String(DemoPhotograph.Jpeg), seen.Document.QuerySelector(Picture)!.GetAttribute("src"));
        Assert.DoesNotContain("Salma", seen.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([("issue-papers", Colleagues.Caseworker2.Id)], (await OpeningsAsync(filed)).Select(o => (o.Purpose, o.OpenedById)));
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.UserId == Colleagues.Caseworker2.Id && r.Detail == "photograph")));
        using var parent = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("To issue the document and card", (await parent.GetAsync("/en/my-case/child/looked")).Words, StringComparison.Ordinal);

        var issued = await seen.SendAsync(seen.Form("Revision"), null);
        Assert.Equal(Of(filed), issued.Path);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<CardIssue>().CountAsync(c => c.CaseId == filed.Id && c.State == CardState.Valid)));
    }

    [Fact]
    public async Task What_nobody_looked_at_is_not_issued_and_nothing_changes()
    {
        var filed = await ToIssueAsync();
        using var issuer = await host.SignInAsAsync(Colleagues.Caseworker2);
        using var other = await host.SignInAsAsync(Colleagues.AnsanOfficer);
        var theirs = (await other.GetAsync(Of(filed, "issue"))).Form("Seen").Elements["Seen"]!.GetAttribute("value")!;
        var page = await issuer.GetAsync(Of(filed, "issue"));

        foreach (var seen in new[] { "", "made-up", theirs })
        {
            var refused = await page.SendAsync(page.Form("Revision"), null, ("Seen", seen));
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains(Shipped.Says("refusal.child.not-as-seen"), refused.Summary[0], StringComparison.Ordinal);
        }

        // another photograph than the one on the page
        await host.WithAsync(async services => await services.GetRequiredService<VaultDesk>().PutPhotographAsync(await ChildAsync(filed), [4, 5, 6], default));
        var stale = await page.SendAsync(page.Form("Seen"), null);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(CaseStatus.ToIssue, await host.StatusAsync(filed));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<CardIssue>().CountAsync(c => c.CaseId == filed.Id)));

        // the page that was shown again carries the picture of now
        Assert.Equal(Of(filed), (await stale.SendAsync(stale.Form("Seen"), null)).Path);
        Assert.Equal(CaseStatus.Confirmed, await host.StatusAsync(filed));
    }

    [Fact]
    public async Task The_button_of_a_case_page_issues_nothing()
    {
        var filed = await ToIssueAsync();
        using var issuer = await host.SignInAsAsync(Colleagues.Caseworker2);
        var page = await issuer.GetAsync(Of(filed, "issue"));

        Assert.Equal(HttpStatusCode.NotFound, (await page.SendAsync(page.Form("Revision"), Of(filed, "deeds/issue"))).Status);
        Assert.Equal(CaseStatus.ToIssue, await host.StatusAsync(filed));
    }

    [Fact]
    public async Task Who_may_not_issue_is_shown_no_photograph_and_nothing_is_opened()
    {
        var (early, filed) = (await host.Given.AChildAsync(), await ToIssueAsync());
        using var issuer = await host.SignInAsAsync(Colleagues.Caseworker2);
        using var proposer = await host.SignInAsAsync(Colleagues.Caseworker);
        using var stranger = await host.SignInAsAsync(Colleagues.SuwonOfficer);

        Assert.Null((await issuer.GetAsync(Of(early, "issue"))).Document.QuerySelector(Picture));
        Assert.Null((await proposer.GetAsync(Of(filed, "issue"))).Document.QuerySelector(Picture));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Of(filed, "issue"))).Status);

        Assert.Empty(await OpeningsAsync(early));
        Assert.Empty(await OpeningsAsync(filed));
    }

    private async Task<FiledCase> ToIssueAsync()
    {
        var filed = await host.AFoundChildAsync();
        await host.WithAsync(async services => await services.GetRequiredService<VaultDesk>().PutPhotographAsync(await ChildAsync(filed), DemoPhotograph.Jpeg, default));
        await host.PressAsync(filed, ChildConfirmation.ProposeConfirmation.Code, Colleagues.Caseworker.Actor);
        await host.PressAsync(filed, ChildConfirmation.ApproveConfirmation.Code, Colleagues.Supervisor.Actor);
        return filed;
    }

    private Task<Guid> ChildAsync(FiledCase filed) => host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.ChildId).SingleAsync());

    private Task<byte[]?> KeptAsync(FiledCase filed) => host.WithAsync(async services => await services.GetRequiredService<VaultDesk>().PhotographAsync(await ChildAsync(filed), default));

    private Task<int> DeedsAsync(FiledCase filed) => host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.PutPhotograph.Code));

    private Task<List<IdentityOpening>> OpeningsAsync(FiledCase filed) => host.StoredAsync(db => db.Set<IdentityOpening>().Where(o => o.CaseId == filed.Id).ToListAsync());
}
