using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Grievances;

/// <summary>One line of the worklist: what a colleague needs to choose the next case, and nothing that tells who it is about.</summary>
public sealed record WorklistRow
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required CaseStatus Status { get; init; }

    public string? Municipality { get; init; }

    public required string[] Grounds { get; init; }

    public required string[] Sectors { get; init; }

    public required string Language { get; init; }

    public required Channel Channel { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The very moment, for a period that runs by the hour.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Since when its clock stands still.</summary>
    public DateOnly? PausedOn { get; init; }

    /// <summary>Null while nobody has taken it.</summary>
    public string? Handler { get; init; }

    public required bool HasUnread { get; init; }

    public required bool IsAnonymous { get; init; }
}

/// <summary>How many cases each tab holds; counted no further than <see cref="Most"/>.</summary>
public sealed record TabCounts(IReadOnlyDictionary<WorklistTab, int> Of)
{
    /// <summary>One more than this is shown as "1000+".</summary>
    public const int Most = 1000;
}

/// <summary>How many cases one tab holds.</summary>
public sealed record TabCount
{
    public required int Tab { get; init; }

    public required int Cases { get; init; }
}

/// <summary>Why a search found nothing to look for.</summary>
public enum SearchHint
{
    None,

    /// <summary>A single syllable or letter: too little to search by.</summary>
    TooShort,

    /// <summary>More than <see cref="WorklistQuery.SearchMaxLength"/>: a part of it would find other cases than were meant.</summary>
    TooLong,
}

/// <summary>A page of the worklist.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Counts">Null when words were searched: then <paramref name="Found"/> tells.</param>
/// <param name="Found">How many cases the words are in, counted no further than <see cref="TabCounts.Most"/>.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, string? Next, TabCounts? Counts, int? Found, SearchHint Hint)
{
    public const int Size = 25;
}
