using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Storage;
using MigrantServices.Testing;
using Xunit;
using Xunit.Abstractions;

namespace MigrantServices.Portal.Tests.Casework;

public sealed class CaseGrowthTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const double MostGrowth = 1.3;
    private const int Times = 10;

    [Fact]
    public async Task Opening_a_case_and_sending_one_touch_as_little_with_ten_times_the_cases()
    {
        await using var office = await Office.OpenAsync(database);
        var filed = await office.FileAsync();
        var draft = await office.AskAsync(s => s.GetRequiredService<DraftDesk>().BeginAsync(Grievance.Prefix, Office.Answers(), default));
        await GrowAsync(office, from: 0, upTo: 10_000);
        var (openedFew, sentFew) = (await PagesAsync(office, s => OpenAsync(s, office, filed)), await PagesAsync(office, s => SendAsync(s, draft)));
        await GrowAsync(office, from: 10_000, upTo: 100_000);
        var (openedMany, sentMany) = (await PagesAsync(office, s => OpenAsync(s, office, filed)), await PagesAsync(office, s => SendAsync(s, draft)));

        AssertFlat("Opening", openedFew, openedMany);
        AssertFlat("Sending", sentFew, sentMany);
    }

    private void AssertFlat(string what, (long Pages, string Plans) few, (long Pages, string Plans) many)
    {
        output.WriteLine($"{what}: {few.Pages} -> {many.Pages}{many.Plans}");
        Assert.True(many.Pages <= few.Pages * MostGrowth, $"{what} grew from {few.Pages} to {many.Pages} pages.{few.Plans}{many.Plans}");
    }

    private async Task GrowAsync(Office office, int from, int upTo)
    {
        await BulkCases.InsertAsync(database, upTo, office.Kim.UserId!.Value, from: from);
        await BulkCases.SurroundAsync(database, from, upTo);
    }

    // done within a transaction that is undone, so that the same statements can be made again for their plans
    private async Task<(long Pages, string Plans)> PagesAsync(Office office, Func<IServiceProvider, Task> deed)
    {
        await office.AskAsync(async s =>
        {
            await using var undone = await s.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
            office.Sql.Clear();
            await deed(s);
            return true;
        });

        // the first insert after the tables grew also looks for a page with room: that is not what every request pays
        var (best, plans) = await office.Sql.ExplainWithChangesAsync(database.Source);
        for (var again = 0; again < Times; again++)
        {
            var (pages, next) = await office.Sql.ExplainWithChangesAsync(database.Source);
            (best, plans) = pages < best ? (pages, next) : (best, plans);
        }

        return (best, plans);
    }

    private static async Task OpenAsync(IServiceProvider services, Office office, Grievance filed)
    {
        var grievance = await services.GetRequiredService<PortalDb>().Grievances.AsNoTracking().VisibleTo(office.Kim, Grievance.Service)
            .Where(g => g.Reference == filed.Reference).Include(g => g.People).Include(g => g.Pauses).FirstOrDefaultAsync();
        await services.GetRequiredService<GrievanceReader>().ReadAsync(grievance!, office.Kim, null, default);
    }

    private static async Task SendAsync(IServiceProvider services, DraftKey draft)
    {
        var desk = services.GetRequiredService<FilingDesk>();
        await desk.SendAsync((await desk.HoldAsync(draft, default))!, default);
    }
}
