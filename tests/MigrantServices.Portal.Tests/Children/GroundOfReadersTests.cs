using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Portal.Tests.Reference;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A page says by who will read why nobody need be told, and in a city without a ground nobody is taken in.</summary>
[Trait("Category", "Database")]
public sealed class GroundOfReadersTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Siheung = "41390";

    private static readonly (string, string)[] Texts =
        [("Form.Texts[ko]", "근거"), ("Form.Texts[en]", "Because the law says so."), ("Form.Texts[vi]", "Theo luật."), ("Form.Texts[zh-Hans]", "依法。"), ("Form.Texts[ar]", "بموجب القانون.")];

    [Fact]
    public async Task A_change_of_the_list_holds_for_each_reader_from_its_day_and_an_older_case_keeps_its_own()
    {
        var (old, day) = (await host.Given.AToldChildAsync(), host.Today().AddDays(1));
        await host.ApproveAsync(await host.ProposeAsync("/office/reference/notification-grounds/change?kind=End&code=child-welfare", day));
        await host.ApproveAsync(await host.ProposeAsync(
            "/office/reference/notification-grounds/change?kind=Add", day,
            [("Form.Code", "for-the-province"), ("Form.Services", "CC"), ("Form.ConfirmedInWriting", "true"), ("Form.Readers", "province"), ("Form.Readers", "centre"), .. Texts]));
        await host.ApproveAsync(await host.ProposeAsync(
            "/office/reference/notification-grounds/change?kind=Add", day,
            [("Form.Code", "for-ansan"), ("Form.Services", "CC"), ("Form.ConfirmedInWriting", "true"), ("Form.Readers", "city"), ("Form.Municipality", Colleagues.Ansan), .. Texts]));
        using var begun = host.Browser();
        await (await begun.GetAsync("/en/children/new/where")).SubmitAsync(("Form.City", Siheung));
        Assert.Equal("/en/children/new/child", (await begun.GetAsync("/en/children/new/child")).Path);
        host.Clock.Advance(TimeSpan.FromDays(1));
        using var browser = host.Browser();
        var (cases, drafts) = (await host.StoredAsync(db => db.ChildConfirmations.CountAsync()), await host.StoredAsync(db => db.Drafts.CountAsync()));

        var page = await browser.GetAsync("/en/children/tell");
        Assert.Contains("If it is read by the officer of the province, the staff of an entrusted centre: Because the law says so.", page.Words, StringComparison.Ordinal);
        Assert.Contains("If it is read by the officer of the city or county: At the moment no law is on record", page.Words, StringComparison.Ordinal);
        var refused = await page.SubmitAsync(("Form.City", Siheung), ("Form.Relation", "teacher"), ("Form.Known", "A pupil without papers."), ("Form.ChildName", "Somebody"));
        var family = await (await browser.GetAsync("/en/children/new/where")).SubmitAsync(("Form.City", Siheung));

        Assert.Equal(("/en/children/tell", "/en/children/new/where"), (refused.Path, family.Path));
        foreach (var told in new[] { refused, family })
        {
            Assert.Contains("frees the officers of Siheung", told.Words, StringComparison.Ordinal);
            Assert.Contains("public health centres", told.Words, StringComparison.Ordinal);
        }

        Assert.Equal("child.no-ground", (await Assert.ThrowsAsync<RefusedException>(() =>
            host.DeedAsync(old, new() { Deed = Core.ChildConfirmations.ChildConfirmation.OfferTransfer.Code, Code = Siheung }, Colleagues.Caseworker.Actor))).Refusal.Code);
        Assert.Null(await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == old.Id).Select(c => c.TransferTo).SingleAsync()));

        // a form that was begun before asks who nobody is, either
        foreach (var asks in new[] { "child", "parents", "contact" })
        {
            Assert.Equal("/en/children/new/where", (await begun.GetAsync("/en/children/new/" + asks)).Path);
        }

        await Assert.ThrowsAsync<RefusedException>(() => host.Given.AToldChildAsync(told => told.City = Siheung));
        Assert.Equal((cases, drafts + 1), (await host.StoredAsync(db => db.ChildConfirmations.CountAsync()), await host.StoredAsync(db => db.Drafts.CountAsync())));

        var filed = await host.Given.AToldChildAsync();
        Assert.Equal(("for-ansan", day), await GroundAsync(filed));
        Assert.Equal(("child-welfare", new DateOnly(2025, 10, 10)), await GroundAsync(old));
    }

    private async Task<(string, DateOnly)> GroundAsync(FiledCase filed)
    {
        var kept = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => new { c.Ground, c.GroundSince }).SingleAsync());
        return (kept.Ground, kept.GroundSince);
    }
}
