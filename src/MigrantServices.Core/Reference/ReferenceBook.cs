using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Reference;

/// <summary>The dated code lists as one reads them: read from the database at the start and again every minute.</summary>
public sealed class ReferenceBook
{
    private volatile Dictionary<string, ReferenceItem[]> _lists = new(StringComparer.Ordinal);
    private volatile Dictionary<(string Language, string Key), Worded[]> _texts = [];

    public bool IsOpen => _lists.Count > 0;

    public async Task ReadAsync(PortalDb db, CancellationToken cancel)
    {
        var items = await db.Set<ReferenceItem>().AsNoTracking().OrderBy(i => i.Position).ThenBy(i => i.Code).ThenBy(i => i.ValidFrom).ToListAsync(cancel);
        var texts = await db.Set<ReferenceChange>().AsNoTracking().Where(c => c.ApprovedAt != null && c.WithdrawnAt == null)
            .SelectMany(c => c.Texts, (c, text) => new { text.Language, Key = c.List + "." + c.Code, text.Text, c.EffectiveOn, c.Kind }).ToListAsync(cancel);
        _texts = texts.GroupBy(text => (text.Language, text.Key))
            .ToDictionary(same => same.Key, same => same.OrderBy(text => text.EffectiveOn).Select(text => new Worded(text.EffectiveOn, text.Kind == ChangeKind.Add, text.Text)).ToArray());
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

    /// <summary>The sentence that administrators gave an entry, as it reads on a day; null where they gave none, or the words with which it was delivered still hold. What begins later has its sentence already.</summary>
    public string? TextOf(string language, string key, DateOnly day) => _texts.TryGetValue((language, key), out var words)
        ? (words.LastOrDefault(one => one.From <= day) ?? words.FirstOrDefault(one => one.IsNew))?.Text
        : null;

    public ReferenceItem? Find(string list, string? code, DateOnly day) =>
        code is null ? null : Items(list, day).FirstOrDefault(i => string.Equals(i.Code, code, StringComparison.Ordinal));

    public bool Has(string list, string? code, DateOnly day) => Find(list, code, day) is not null;

    /// <summary>The details of an entry, read as the type its list has.</summary>
    public T? Details<T>(string list, string code, DateOnly day)
        where T : class => Find(list, code, day) is { } item ? JsonSerializer.Deserialize<T>(item.Details, JsonSerializerOptions.Web) : null;

    /// <summary>A sentence, from which day on it holds, and whether the entry began with it.</summary>
    private sealed record Worded(DateOnly From, bool IsNew, string Text);
}
