using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>What is no payment is handed over and acknowledged, and places are given, by those to whom the file is open.</summary>
[Trait("Category", "Database")]
public sealed class DeliveringTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_colleague_hands_something_over_and_keeps_that_it_arrived()
    {
        var (filed, address) = await GrantedAsync("korean-class");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(address);

        var wrong = await page.SendAsync(page.Form("Help.What"), null, ("Help.What", ""), ("Help.Count", "0"), ("Help.On", ""));
        Assert.Equal(3, wrong.Summary.Count);
        var kept = await wrong.SendAsync(wrong.Form("Help.What"), null, ("Help.What", "한국어 교재"), ("Help.Count", "2"), ("Help.On", "2026-11-23"));
        var twice = await kept.SendAsync(kept.Form("delivery"), null, ("how", "Signature"));

        var delivery = await host.StoredAsync(db => db.Set<Delivery>().SingleAsync(one => db.Set<Award>().Any(award => award.Id == one.AwardId && award.CaseId == filed.Id)));
        Assert.Equal((2, Acknowledgement.Signature), (delivery.Count, delivery.Acknowledged!.Value));
        Assert.Null(twice.Document.QuerySelector("input[name=delivery]"));
        Assert.DoesNotContain("한국어 교재", twice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_is_given_to_somebody_of_the_award_and_only_while_there_is_one()
    {
        var (filed, address) = await GrantedAsync("shelter");
        using (var budget = await host.SignInAsAsync(Colleagues.BudgetOfficer))
        {
            var places = await budget.GetAsync("/office/support/budget/places");
            Assert.NotEmpty((await places.SubmitAsync(("Form.Room", "shelter|shelter-house"), ("Form.Places", "-1"))).Summary);
            Assert.Contains("0 of 1", (await places.SubmitAsync(("Form.Room", "shelter|shelter-house"), ("Form.Places", "1"))).Words, StringComparison.Ordinal);
        }

        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(address);
        var room = await host.StoredAsync(db => db.Set<ProviderPlaces>().SingleAsync());
        var members = await host.StoredAsync(db => db.Set<Award>().Where(award => award.CaseId == filed.Id).Select(award => award.Members).SingleAsync());

        var given = await page.SendAsync(page.Form("Place.RoomId"), null, ("Place.RoomId", room.Id.ToString()), ("Place.Member", members[0].ToString()));
        Assert.Contains("place 1", given.Words, StringComparison.Ordinal);
        var full = await given.SendAsync(given.Form("Place.RoomId"), null, ("Place.RoomId", room.Id.ToString()), ("Place.Member", members[1].ToString()));

        Assert.Equal(HttpStatusCode.Conflict, full.Status);
        Assert.Contains("no place left", full.Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<PlaceStay>().CountAsync()));
    }

    [Fact]
    public async Task An_award_of_another_file_is_not_there()
    {
        var (_, address) = await GrantedAsync("korean-class");
        var other = await host.ASupportAsync();
        await host.TakenOnAsync(other);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        using var stranger = await host.SignInAsAsync(Colleagues.Caseworker2);

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/support/{other.Reference}/awards/{address.Split('/')[^1]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).Status);
    }

    private async Task<(FiledCase Filed, string Address)> GrantedAsync(string programme)
    {
        var filed = await host.ASupportAsync(form => form.Programmes.Chosen = [programme]);
        await host.TakenOnAsync(filed);
        await host.PreparedAsync(filed, programme, grants: true, Colleagues.Caseworker.Actor);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Colleagues.Caseworker.Actor, CancellationToken.None));
        await host.ApprovedAsync(filed, Colleagues.Supervisor.Actor);
        var number = await host.StoredAsync(db => db.Set<Award>().Where(award => award.CaseId == filed.Id).Select(award => award.Number).SingleAsync());
        return (filed, $"/office/support/{filed.Reference}/awards/{number}");
    }
}
