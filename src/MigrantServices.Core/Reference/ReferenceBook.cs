using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Reference;

/// <summary>The dated code lists as one reads them: read from the database at the start and again every minute.</summary>
public sealed class ReferenceBook
{
    private volatile Dictionary<string, ReferenceItem[]> _lists = new(StringComparer.Ordinal);
    private volatile Dictionary<(string Language, string Key), string> _texts = [];

    public bool IsOpen => _lists.Count > 0;

    public async Task ReadAsync(PortalDb db, CancellationToken cancel)
    {
        var items = await db.Set<ReferenceItem>().AsNoTracking().OrderBy(i => i.Position).ThenBy(i => i.Code).ThenBy(i => i.ValidFrom).ToListAsync(cancel);
        var texts = await db.Set<ReferenceChange>().AsNoTracking().Where(c => c.ApprovedAt != null && c.WithdrawnAt == null)
            .SelectMany(c => c.Texts, (c, text) => new { text.Language, Key = c.List + "." + c.Code, text.Text }).ToListAsync(cancel);
        _texts = texts.ToDictionary(text => (text.Language, text.Key), text => text.Text);
        Fill(items);
    }

    public void Fill(IEnumerable<ReferenceItem> items) => _lists = items
        .GroupBy(i => i.List, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>What a list holds on a day in Seoul, in its order.</summary>
    public IEnumerable<ReferenceItem> Items(string list, DateOnly day) =>
        _lists.TryGetValue(list, out var items) ? items.Where(i => i.HoldsOn(day)) : [];

    /// <summary>Everything a list held, holds and will hold, in its order.</summary>
    public IEnumerable<ReferenceItem> All(string list) => _lists.TryGetValue(list, out var items) ? items : [];

    /// <summary>The sentence that administrators gave an entry; null where there is none.</summary>
    public string? TextOf(string language, string key) => _texts.GetValueOrDefault((language, key));

    public ReferenceItem? Find(string list, string? code, DateOnly day) =>
        code is null ? null : Items(list, day).FirstOrDefault(i => string.Equals(i.Code, code, StringComparison.Ordinal));

    public bool Has(string list, string? code, DateOnly day) => Find(list, code, day) is not null;

    /// <summary>The details of an entry, read as the type its list has.</summary>
    public T? Details<T>(string list, string code, DateOnly day)
        where T : class => Find(list, code, day) is { } item ? JsonSerializer.Deserialize<T>(item.Details, JsonSerializerOptions.Web) : null;
}
