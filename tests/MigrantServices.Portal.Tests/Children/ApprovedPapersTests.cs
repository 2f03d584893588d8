using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.ChildConfirmations.Showing;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Valid papers show the name and the face to which two people agreed and a third has issued, and so does what the family shows of them; one colleague alone changes neither.</summary>
[Trait("Category", "Database")]
public sealed class ApprovedPapersTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Approved = "Salma Almurjana";
    private const string Nobodys = "Somebody Else";

    private static Actor Handler => Colleagues.Caseworker.Actor;

    [Fact]
    public async Task Another_photograph_that_nobody_approved_is_not_printed_under_the_old_number()
    {
        var filed = await AskedAsync();
        await PhotographAsync(filed, [9, 9, 9]);

        await AssertNotPrintedAsync(filed);

        // nor after the reissue was declined
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.DeclineReissue.Code, Words = "사유가 없습니다." }, Handler);
        await AssertNotPrintedAsync(filed);
        await PhotographAsync(filed, [1, 2, 3]);
        Assert.Equal([1, 2, 3], (await PrintAsync(filed)).Photograph);
    }

    [Fact]
    public async Task Another_name_is_neither_printed_nor_shown_until_three_people_have_led_the_reissue_to_its_end()
    {
        var filed = await AskedAsync();
        await CorrectAsync(filed, Nobodys);

        await AssertNotPrintedAsync(filed);
        Assert.Equal(Approved, await ShownAsync(filed));
        await host.PressAsync(filed, ChildConfirmation.ProposeReissue.Code, Handler);
        await AssertNotPrintedAsync(filed);
        Assert.Equal(Approved, await ShownAsync(filed));
        await host.PressAsync(filed, ChildConfirmation.ApproveReissue.Code, Colleagues.Supervisor.Actor);
        Assert.Equal(Approved, await ShownAsync(filed));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.PressAsync(filed, ChildConfirmation.Issue.Code, Colleagues.Caseworker2.Actor);

        Assert.Equal(Nobodys, (await PrintAsync(filed)).Identity.Child.Name.Latin);
        Assert.Equal(Nobodys, await ShownAsync(filed));
    }

    [Fact]
    public async Task After_a_declined_reissue_the_family_goes_on_showing_what_was_approved()
    {
        var filed = await AskedAsync();
        await CorrectAsync(filed, Nobodys);
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.DeclineReissue.Code, Words = "증빙이 없습니다." }, Handler);

        Assert.Equal(Approved, await ShownAsync(filed));
        await AssertNotPrintedAsync(filed);
    }

    [Fact]
    public async Task Of_papers_that_are_older_than_this_rule_the_days_decide()
    {
        var filed = await AskedAsync();
        var card = await CardAsync(filed);
        await host.WithAsync(services => services.GetRequiredService<VaultDesk>().DestroyPaperAsync(card.ChildId, card.Id, default));
        Assert.Equal(Approved, (await PrintAsync(filed)).Identity.Child.Name.Latin);
        Assert.Equal(Approved, await ShownAsync(filed));

        await PhotographAsync(filed, [9, 9, 9]);
        await AssertNotPrintedAsync(filed);

        await CorrectAsync(filed, Nobodys);
        await AssertNotPrintedAsync(filed);
        Assert.Null(await ShownAsync(filed));
    }

    [PdfFact]
    public async Task The_page_says_why_and_hands_out_no_file()
    {
        var filed = await AskedAsync();
        await PhotographAsync(filed, [9, 9, 9]);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var papers = await office.GetAsync(Of(filed, "papers"));

        var refused = await papers.SendAsync(papers.Form("what"), null, ("what", "card"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("nobody has approved that for them", Assert.Single(refused.Summary), StringComparison.Ordinal);
    }

    // issued, not handed out, and another one is asked for
    private async Task<FiledCase> AskedAsync()
    {
        var filed = await host.AConfirmedChildAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.AskReissue.Code, Because = IssueReason.Changed }, Handler);
        return filed;
    }

    private Task PhotographAsync(FiledCase filed, byte[] jpeg) => host.WithAsync(async services =>
        await services.GetRequiredService<VaultDesk>().PutPhotographAsync((await OneAsync(services, filed)).ChildId, jpeg, default));

    private Task CorrectAsync(FiledCase filed, string name) => host.WithAsync(async services =>
    {
        var one = await OneAsync(services, filed);
        var known = (await services.GetRequiredService<VaultDesk>().OpenAsync(one.ChildId, default))!.Child;
        await services.GetRequiredService<IdentityDesk>().CorrectAsync(one, known with { Name = known.Name with { Latin = name } }, Handler, default);
    });

    private Task<CardIssue> CardAsync(FiledCase filed) => host.StoredAsync(db => db.Set<CardIssue>().AsNoTracking().SingleAsync(c => c.CaseId == filed.Id && c.State == CardState.Valid));

    private async Task<(OpenedIdentity Identity, byte[] Photograph, string Token, string Phone)> PrintAsync(FiledCase filed)
    {
        var card = await CardAsync(filed);
        return await host.WithAsync(async services => await services.GetRequiredService<PrintDesk>().OpenAsync(await OneAsync(services, filed), card, Handler, default));
    }

    private async Task AssertNotPrintedAsync(FiledCase filed)
    {
        var before = await OpenedAsync(filed);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => PrintAsync(filed));

        Assert.Equal(("card.changed-since", before), (refused.Refusal.Code, await OpenedAsync(filed)));
    }

    private Task<(int, int)> OpenedAsync(FiledCase filed) => host.StoredAsync(async db => (
        await db.Set<IdentityOpening>().CountAsync(o => o.CaseId == filed.Id), await db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Deed == AccessDeed.Print)));

    /// <summary>The name that a nursery reads; null when it reads nothing.</summary>
    private async Task<string?> ShownAsync(FiledCase filed)
    {
        var made = await host.WithAsync(async services => await services.GetRequiredService<ShowingDesk>().MakeAsync(await OneAsync(services, filed), [ShownFields.NameLatin], Actor.Filer(filed.Id, filed.CodeId), default));
        return (await host.WithAsync(services => services.GetRequiredService<ShowingDesk>().OpenAsync(made.Key, default)))?.Fields.Single().Value;
    }
}
