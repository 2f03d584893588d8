using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Who is confirmed stays so when the family moves to a city that issues no cards: what was lost there is replaced, and what was approved by mistake is taken back.</summary>
[Trait("Category", "Database")]
public sealed class MovedFamilyTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static Actor There => Colleagues.SuwonOfficer.Actor;

    [Fact]
    public async Task A_lost_card_is_replaced_in_a_city_that_issues_no_first_ones()
    {
        var filed = await MovedAsync();
        await host.WithAsync(async services => await services.GetRequiredService<PaperDesk>().ReportLostAsync(await OneAsync(services, filed), Actor.Filer(filed.Id, filed.CodeId), default));

        await ApprovedAsync(filed, IssueReason.Lost);
        await host.PressAsync(filed, ChildConfirmation.Issue.Code, Colleagues.Caseworker2.Actor);

        Assert.Equal((CaseStatus.Confirmed, false), await host.StoredAsync(async db => (await db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => new { c.Status, c.IsLost }).SingleAsync()) is var one ? (one.Status, one.IsLost) : default));
        Assert.Equal([(Colleagues.Ansan, CardState.Lost), (Colleagues.Suwon, CardState.Valid)], await CardsAsync(filed));
    }

    [Fact]
    public async Task A_reissue_that_was_approved_by_mistake_is_sent_back_and_declined_there()
    {
        var filed = await MovedAsync();
        await ApprovedAsync(filed, IssueReason.Changed);

        await host.PressAsync(filed, ChildConfirmation.SendBackReissue.Code, Colleagues.Supervisor2.Actor);
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.DeclineReissue.Code, Words = "사유가 없습니다." }, There);

        Assert.Equal(CaseStatus.Confirmed, await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync()));
        Assert.Equal([(Colleagues.Ansan, CardState.Valid)], await CardsAsync(filed));
    }

    private async Task<FiledCase> MovedAsync()
    {
        var filed = await host.AConfirmedChildAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.OfferTransfer.Code, Code = Colleagues.Suwon }, Colleagues.Caseworker.Actor);
        await host.WithAsync(async services => await services.GetRequiredService<TransferDesk>().AcceptAsync(await OneAsync(services, filed), There, default));
        return filed;
    }

    private async Task ApprovedAsync(FiledCase filed, IssueReason because)
    {
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.AskReissue.Code, Because = because }, There);
        await host.PressAsync(filed, ChildConfirmation.ProposeReissue.Code, There);
        await host.PressAsync(filed, ChildConfirmation.ApproveReissue.Code, Colleagues.Supervisor.Actor);
    }

    private Task<List<(string, CardState)>> CardsAsync(FiledCase filed) => host.StoredAsync(async db =>
        (await db.Set<CardIssue>().Where(c => c.CaseId == filed.Id).OrderBy(c => c.IssuedAt).Select(c => new { c.Municipality, c.State }).ToListAsync()).ConvertAll(c => (c.Municipality, c.State)));
}
