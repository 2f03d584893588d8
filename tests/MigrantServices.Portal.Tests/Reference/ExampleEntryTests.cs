using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Reference;

/// <summary>What was made up for a demonstration stands in no list of an office that works in earnest.</summary>
[Trait("Category", "Database")]
public sealed class ExampleEntryTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Examples_come_with_a_demonstration_only()
    {
        var examples = ReferenceSeed.Shipped().Where(IsExample).Select(item => item.Code).Order(StringComparer.Ordinal).ToList();
        Assert.Contains("41270.swimming-pool", examples);
        Assert.Contains("example-ansan-1", examples);
        Assert.Contains("example-daycare-hwaseong", examples);
        // whatever is called an example is marked as one
        Assert.All(ReferenceSeed.Shipped().Where(item => item.Code.StartsWith("example", StringComparison.Ordinal)), item => Assert.True(IsExample(item), item.Code));

        Assert.Empty(await SownAsync(withExamples: false));
        Assert.Equal(examples, await SownAsync(withExamples: true));
    }

    private static bool IsExample(ReferenceItem item) => EntryDetails.Of(item.Details).Example == true;

    private async Task<List<string>> SownAsync(bool withExamples)
    {
        await using PortalDb db = _database.Open();
        await ReferenceSeed.SowAsync(db, withExamples, CancellationToken.None);
        var all = await db.Set<ReferenceItem>().AsNoTracking().ToListAsync();
        Assert.Contains(all, item => item is { List: Lists.CardCities });
        return [.. all.Where(IsExample).Select(item => item.Code).Order(StringComparer.Ordinal)];
    }
}
