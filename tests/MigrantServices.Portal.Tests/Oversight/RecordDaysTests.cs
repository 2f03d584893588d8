using System.Net;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Oversight;

public sealed class RecordDaysTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("0001-01-01", "9999-12-31", true)]
    [InlineData("0001-01-01", "", true)]
    [InlineData("", "9999-12-31", true)]
    [InlineData("2026-11-23", "2026-11-23", true)]
    [InlineData("9999-12-31", "9999-12-31", false)]
    [InlineData("0001-01-01", "0001-01-01", false)]
    [InlineData("9999-12-31", "0001-01-01", false)]
    [InlineData("2026-11-24", "", false)]
    public async Task The_first_and_the_last_day_of_the_calendar_are_days_like_others(string from, string to, bool hasToday)
    {
        var filed = await host.Given.AGrievanceAsync();
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);
        await office.GetAsync($"/office/grievances/{filed.Reference}");
        using var officer = await host.SignInAsAsync(Colleagues.PrivacyOfficer);

        var shown = await officer.GetAsync($"/office/access-records?Reference={filed.Reference}&From={from}&To={to}");

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Empty(shown.Summary);
        Assert.Equal(hasToday, shown.Document.QuerySelectorAll("tbody tr").Any(line => line.TextContent.Contains(Colleagues.Supervisor.Name, StringComparison.Ordinal)));
    }
}
