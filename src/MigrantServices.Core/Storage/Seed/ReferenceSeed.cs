using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Storage.Seed;

/// <summary>Puts the shipped code lists into the database. What is there already, or was changed there, is left as it is.</summary>
public static class ReferenceSeed
{
    /// <param name="withExamples">Whether entries that were made up for a demonstration come as well; nobody is sent to those in earnest.</param>
    public static async Task SowAsync(PortalDb db, bool withExamples, CancellationToken cancel)
    {
        var present = await db.Set<ReferenceItem>()
            .Select(i => new { i.List, i.Code, i.ValidFrom })
            .ToListAsync(cancel);
        var known = present.Select(i => (i.List, i.Code, i.ValidFrom)).ToHashSet();
        db.AddRange(Shipped().Where(i => (withExamples || EntryDetails.Of(i.Details).Example != true) && !known.Contains((i.List, i.Code, i.ValidFrom))));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The lists that come with the portal.</summary>
    public static IEnumerable<ReferenceItem> Shipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Seed.Reference.", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var list = JsonSerializer.Deserialize<ShippedList>(stream, JsonSerializerOptions.Web)!;
            var position = 0;
            foreach (var item in list.Items)
            {
                yield return new()
                {
                    List = list.List,
                    Code = item.Code,
                    ValidFrom = item.ValidFrom ?? list.ValidFrom,
                    ValidTo = item.ValidTo,
                    Position = ++position * 10,
                    Details = item.Details?.GetRawText() ?? "{}",
                    Source = item.Source ?? list.Source,
                };
            }
        }
    }

    private sealed record ShippedList(string List, DateOnly ValidFrom, string Source, IReadOnlyList<ShippedItem> Items);

    private sealed record ShippedItem(string Code, JsonElement? Details, DateOnly? ValidFrom, DateOnly? ValidTo, string? Source);
}
