using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>The days that the State counts from an application for refuge are told as information, and nothing follows from them.</summary>
[Trait("Category", "Database")]
public sealed class StateDaysTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_household_and_its_caseworker_read_the_days_of_the_state()
    {
        var filed = await host.ASupportAsync(form => form.Household.Members[0].AskedRefugeOn = new(2026, 8, 20));
        await host.TakenOnAsync(filed);
        using var household = await host.ComeBackAsync(filed.CodeId);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        foreach (var page in new[] { await household.GetAsync("/en/my-case/support"), await office.GetAsync($"/office/support/{filed.Reference}") })
        {
            var days = page.Document.GetElementById("state")!.ParentElement!.TextContent;
            Assert.Contains("This is information only.", days, StringComparison.Ordinal);
            Assert.Contains("20 February 2027", days, StringComparison.Ordinal);
            Assert.Contains("21 February 2027", days, StringComparison.Ordinal);
            Assert.Contains(GivenApplications.Name, days, StringComparison.Ordinal);
            Assert.DoesNotContain(GivenApplications.ChildName, days, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_told_no_day_reads_of_none_and_what_the_rules_say_is_the_same()
    {
        var without = await host.ASupportAsync();
        await host.TakenOnAsync(without);
        var with = await host.ASupportAsync(form => form.Household.Members[0].AskedRefugeOn = new(2020, 8, 20));
        await host.TakenOnAsync(with);
        using var household = await host.ComeBackAsync(without.CodeId);

        Assert.Null((await household.GetAsync("/en/my-case/support")).Document.GetElementById("state"));
        await host.PreparedAsync(without, "living-expense", grants: true, Colleagues.Caseworker.Actor);
        await host.PreparedAsync(with, "living-expense", grants: true, Colleagues.Caseworker.Actor);
        var lines = await host.StoredAsync(db => db.Set<SupportLine>().Where(line => line.Programme == "living-expense" && (line.CaseId == without.Id || line.CaseId == with.Id)).Select(line => line.Won).ToListAsync());
        Assert.Single(lines.Distinct());
    }
}
