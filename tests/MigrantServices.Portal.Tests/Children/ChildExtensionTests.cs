using System.Net;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>More time for a child's case, in the unit in which its days are counted, with reason and notice (child ordinance, art. 7).</summary>
[Trait("Category", "Database")]
public sealed class ChildExtensionTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task More_time_moves_the_day_in_both_ways_of_counting_and_the_family_gets_the_letter()
    {
        var filed = await TakenOnAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var before = await office.GetAsync(Of(filed));
        Assert.Contains("10 December 2026 by working days, 7 December 2026 by the calendar", before.Words, StringComparison.Ordinal);
        var page = await office.GetAsync(Of(filed, "extend"));
        Assert.Contains("How many working days", page.Words, StringComparison.Ordinal);
        var sent = await page.SubmitAsync(("Form.Days", "3"), ("Form.Reason", "fact-check"));

        Assert.Equal((HttpStatusCode.OK, $"/office/children/{filed.Reference}"), (sent.Status, sent.Path));
        Assert.Contains("15 December 2026 by working days, 10 December 2026 by the calendar", sent.Words, StringComparison.Ordinal);
        using var family = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("15 ديسمبر 2026", (await family.GetAsync("/ar/my-case/child")).Words, StringComparison.Ordinal);
    }

    private async Task<FiledCase> TakenOnAsync()
    {
        var filed = await host.Given.AChildAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Of(filed));
        await page.SendAsync(page.Form("deeds/take-on"), null);
        return filed;
    }

    private static string Of(FiledCase filed, string? page = null) => $"/office/children/{filed.Reference}" + (page is null ? "" : "/" + page);
}
