using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.People;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Tests.Casework;
using MigrantServices.Testing;
using Xunit;
using Xunit.Abstractions;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>An officer of one city does not walk past what waits in other cities.</summary>
public sealed class CityDayGrowthTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const double MostGrowth = 1.3;

    [Fact]
    public async Task A_day_in_one_city_costs_no_more_when_more_waits_in_other_cities()
    {
        await using var office = await Office.OpenAsync(database);
        await GrowAsync(office, 0, 3_000);
        var (few, before) = await DayAsync(office);
        await GrowAsync(office, 3_000, 30_000, "update cases set municipality = '41110' where municipality = '41270' and search_tokens[1] >= 3000");
        var (many, plans) = await DayAsync(office);

        output.WriteLine($"one city: {few} -> {many}");
        Assert.True(many <= few * MostGrowth, $"The day of one city grew from {few} to {many} pages.{before}{plans}");
        foreach (var index in (string[])["cases_grievances_not_taken_on_municipality", "cases_grievances_objected_municipality"])
        {
            Assert.Contains(index, plans, StringComparison.Ordinal);
        }
    }

    private async Task GrowAsync(Office office, int from, int upTo, string moved = "select")
    {
        await BulkCases.InsertAsync(database, upTo, office.Kim.UserId!.Value, from: from);
        await RunAsync(moved);
        await RunAsync("alter table cases disable trigger cases_follow_their_table");
        await RunAsync("update cases set status = 'Objected', objected_at = received_at, handler_id = null, proposed_by_id = (select id from users where display_name not like '김%' order by id limit 1), approved_by_id = (select id from users where display_name not like '김%' order by id desc limit 1) where status = 'UnderReview' and search_tokens[1] % 40 = 36");
        // nothing more is inserted: the tables only come to rest
        await BulkCases.InsertAsync(database, upTo, office.Kim.UserId!.Value, from: upTo);
    }

    private async Task<(long Pages, string Plans)> DayAsync(Office office)
    {
        office.Sql.Clear();
        await office.AskAsync(s => s.GetRequiredService<MyDayReader>().ReadAsync(office.AnsanOfficer, CancellationToken.None));
        return await office.Sql.ExplainAsync(database.Source);
    }

    private async Task RunAsync(string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }
}
