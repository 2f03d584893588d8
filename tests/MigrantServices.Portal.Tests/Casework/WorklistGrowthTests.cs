using MigrantServices.Core.Grievances;
using MigrantServices.Testing;
using Xunit;
using Xunit.Abstractions;

namespace MigrantServices.Portal.Tests.Casework;

public sealed class WorklistGrowthTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const int MostPages = 120;
    private const double MostGrowth = 1.3;

    [Fact]
    public async Task A_page_of_the_list_touches_as_little_with_ten_times_the_cases()
    {
        await using var office = await Office.OpenAsync(database);
        await BulkCases.InsertAsync(database, 10_000, office.Kim.UserId!.Value);
        var few = await PagesAsync(office);
        await BulkCases.InsertAsync(database, 100_000, office.Kim.UserId!.Value, from: 10_000);
        var many = await PagesAsync(office);

        foreach (var (name, (pages, plans)) in many)
        {
            output.WriteLine($"{name}: {few[name].Pages} -> {pages}");
            Assert.True(pages <= MostPages, $"{name} touches {pages} pages.{plans}");
            Assert.True(pages <= few[name].Pages * MostGrowth, $"{name} grew from {few[name].Pages} to {pages} pages.{plans}");
        }
    }

    private async Task<Dictionary<string, (long Pages, string Plans)>> PagesAsync(Office office)
    {
        var result = new Dictionary<string, (long, string)>(StringComparer.Ordinal);
        foreach (var tab in Enum.GetValues<WorklistTab>())
        {
            foreach (var actor in new[] { office.Kim, office.AnsanOfficer })
            {
                var query = new WorklistQuery { Tab = tab };
                var first = await office.ListAsync(query, actor);
                office.Sql.Clear();
                await office.ListAsync(query with { After = first.Next }, actor);
                result[$"{tab} {actor.Name}"] = await office.Sql.ExplainAsync(database.Source);
            }
        }

        return result;
    }
}
