using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>What was given to somebody and opened, and never taken on, is nobody's; it does not vanish.</summary>
[Trait("Category", "Database")]
public sealed class NotTakenOnTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_case_that_was_given_to_me_and_opened_waits_until_I_take_it_on()
    {
        var me = await host.Given.AColleagueAsync(Role.Caseworker);
        var filed = await GivenToAsync(me.Id, "2026-11-20T12:59:00+09");
        using var browser = await host.SignInAsAsync(me);

        Assert.Contains(filed.Reference, Waiting(await browser.GetAsync("/office")));
        await browser.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Contains(filed.Reference, Waiting(await browser.GetAsync("/office")));
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.DoesNotContain(filed.Reference, Waiting(await other.GetAsync("/office")));
    }

    [Fact]
    public async Task The_round_tells_the_supervisors_of_it_as_of_what_nobody_has()
    {
        var before = await CountedAsync();

        await GivenToAsync(Colleagues.Caseworker.Id, "2026-11-20T12:59:00+09");

        Assert.Equal(before + 1, await CountedAsync());
    }

    [Fact]
    public async Task The_round_tells_the_supervisors_also_of_an_objection_that_was_given_to_somebody_and_never_taken_on()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Objected);
        var before = await CountedAsync();

        await using var command = host.Database.Source.CreateCommand($"update cases set handler_id = '{Colleagues.Caseworker2.Id}', objected_at = '2026-11-20T12:59:00+09' where id = '{filed.Id}'");
        await command.ExecuteNonQueryAsync();

        Assert.Equal(before + 1, await CountedAsync());
    }

    private async Task<FiledCase> GivenToAsync(Guid colleague, string receivedAt)
    {
        var filed = await host.Given.AGrievanceAsync();
        await using var command = host.Database.Source.CreateCommand("update cases set handler_id = $1, received_at = $2, clock_from = $2 where id = $3");
        command.Parameters.Add(new() { Value = colleague });
        command.Parameters.Add(new() { Value = DateTimeOffset.Parse(receivedAt, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime() });
        command.Parameters.Add(new() { Value = filed.Id });
        await command.ExecuteNonQueryAsync();
        return filed;
    }

    private async Task<int> CountedAsync()
    {
        var counted = await host.WithAsync(services => services.GetRequiredService<RoundCounts>().AllAsync(host.Clock.GetUtcNow(), CancellationToken.None));
        return counted.TryGetValue(Colleagues.Supervisor.Id, out var counts) ? counts[(int)RoundThing.NotTaken] : 0;
    }

    private static List<string> Waiting(WebPage home) => [.. home.Document.QuerySelectorAll("section[aria-labelledby='day-NotTakenOn'] a.reference").Select(link => link.TextContent)];
}
