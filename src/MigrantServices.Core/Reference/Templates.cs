using System.Globalization;
using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.Reference;

/// <summary>Which version of a letter or of the papers is made on a day: dated data, so that a new version begins by itself and what was made before keeps its own.</summary>
public sealed class Templates(ReferenceBook book)
{
    /// <summary>Document and card.</summary>
    public const string Papers = "papers";

    public const string ChildReceipt = "child-receipt";

    /// <summary>The newest version that the portal can make of each.</summary>
    public static readonly IReadOnlyDictionary<string, int> Made = new Dictionary<string, int>(StringComparer.Ordinal) { [Papers] = 2, [ChildReceipt] = 2 };

    /// <summary>The first version where the list says nothing.</summary>
    public int VersionOf(string template, DateTimeOffset now) =>
        Made.ContainsKey(template) && book.Find(Lists.Templates, template, Seoul.DateOf(now)) is { } item ? EntryDetails.Of(item.Details).Version ?? 1 : 1;

    /// <summary>A letter's template with its number, as its words are found.</summary>
    public string Newest(string letter, DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"{letter}.{VersionOf(letter, now)}");
}
