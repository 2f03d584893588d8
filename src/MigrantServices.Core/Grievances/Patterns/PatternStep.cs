using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>One line in the history of a pattern. Rows can be added and never changed.</summary>
public sealed class PatternStep
{
    public required Guid Id { get; init; }

    public required Guid PatternId { get; init; }

    public required PatternDeed Deed { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null when the portal itself did it.</summary>
    public Guid? ById { get; init; }

    /// <summary>Whose request was answered.</summary>
    public Guid? AskedById { get; init; }

    public PatternPurpose? Purpose { get; init; }

    public PatternOutcome? Outcome { get; init; }

    public DateTimeOffset? OpenUntil { get; init; }

    public SealedText? Words { get; init; }
}

/// <summary>What happened to a pattern.</summary>
public enum PatternDeed
{
    Raised,
    RaisedAgain,
    Asked,
    Agreed,
    Refused,
    Closed,
}
