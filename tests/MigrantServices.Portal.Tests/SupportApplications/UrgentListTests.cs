using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>The list says by the hour and minute how long help that cannot wait may still take.</summary>
[Trait("Category", "Database")]
public sealed class UrgentListTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_list_counts_down_the_hours_of_the_same_day_and_then_how_long_they_are_over()
    {
        var filed = await host.ASupportAsync(form => form.Programmes.Chosen = ["emergency-living"]);
        var calm = await host.ASupportAsync();
        var due = (await host.StoredAsync(db => db.SupportApplications.SingleAsync(one => one.Id == filed.Id))).DueAt!.Value;
        Assert.Equal(Seoul.DateOf(host.Clock.GetUtcNow()), Seoul.DateOf(due));

        host.Clock.Advance(due - host.Clock.GetUtcNow() - TimeSpan.FromMinutes(70));
        Assert.Contains("1 h 10 min left", await RowAsync(filed), StringComparison.Ordinal);
        Assert.DoesNotContain(" min ", await RowAsync(calm), StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromMinutes(95));
        Assert.Contains("0 h 25 min over", await RowAsync(filed), StringComparison.Ordinal);
    }

    private async Task<string> RowAsync(FiledCase filed)
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        return (await office.GetAsync("/office/support?search=" + filed.Reference)).Document.QuerySelector("tbody tr")!.TextContent;
    }
}
