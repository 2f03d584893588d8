namespace MigrantServices.Core.Workday;

/// <summary>That somebody looked at how a month's petitions were processed (Civil Petitions Treatment Act Decree: the head of the agency checks monthly), and what they saw. Never changed afterwards.</summary>
public sealed class MonthCheck
{
    public const int WordsMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Municipalities that were looked at; null means the whole province.</summary>
    public string[]? Places { get; init; }

    /// <summary>Of the cases about the office itself, and of no others.</summary>
    public bool IsOfSetApart { get; init; }

    public required Guid CheckedById { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>What the colleague says to it; about the work, not about persons.</summary>
    public required string Words { get; init; }

    public required int Received { get; init; }

    public required int InTime { get; init; }

    public required int Late { get; init; }

    public required int Extended { get; init; }

    /// <summary>On the day of the check, not of the month.</summary>
    public required int Overdue { get; init; }

    /// <summary>On the day of the check, not of the month.</summary>
    public required int ProgressDue { get; init; }

    /// <summary>Petitions in which the whole procedure should have ended, on the day of the check; null where it was not kept yet.</summary>
    public int? RightsOver { get; init; }

    /// <summary>Of children, as the four after it; null where whoever checked leads none of their cases.</summary>
    public int? ChildrenReceived { get; init; }

    public int? ChildrenInTime { get; init; }

    public int? ChildrenLate { get; init; }

    public int? ChildrenExtended { get; init; }

    /// <summary>On the day of the check, not of the month.</summary>
    public int? ChildrenOverdue { get; init; }
}
