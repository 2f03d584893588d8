using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>A child becomes eighteen: the family is told months before, and on the day the papers end by themselves.</summary>
public sealed class ComingOfAgeTests(LaterTeam team) : IClassFixture<LaterTeam>
{
    [BrowserFact]
    public async Task At_eighteen_it_ends_after_a_notice()
    {
        var portal = team.Portal;
        var filed = await portal.AConfirmedChildAsync(team.People, form => (form.About.Year, form.About.Month, form.About.Day) = ("2009", "2", "20"));
        var token = await portal.TokenAsync(filed.Reference);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.AgeRoundAsync();
        await using (var family = await Family.OfAsync(portal, filed, "ar"))
        {
            await family.ReadLetterAsync("2027");
            Assert.Equal("valid", await team.CheckAsync(token));
        }

        portal.Clock.Advance(TimeSpan.FromDays(89));
        await portal.AgeRoundAsync();

        Assert.Equal("expired", await team.CheckAsync(token));
        await using var later = await Family.OfAsync(portal, filed, "ar");
        await later.OpenAsync();
        await later.ReadsAsync("mychild.status.AgedOut");
        await later.ReadLetterAsync("2027");
        await using var colleague = await ChildColleague.AtDeskAsync(portal, Office.Caseworker);
        await colleague.OpenAsync(filed.Reference, "/papers");
        await colleague.SeesAsync("card-state.AgedOut");
        Assert.Equal(0, await colleague.Page.Locator("button[value=card]").CountAsync());
    }
}
