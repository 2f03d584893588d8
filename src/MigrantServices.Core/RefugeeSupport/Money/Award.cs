namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Help that was granted in a case to some people of a household, under the terms of its day: later terms change nothing of it.</summary>
/// <remarks>What is paid, given back or ended is written by the database with the payments and endings, never here.</remarks>
public sealed class Award
{
    public const string Prefix = "SA";
    public const int NumberMaxLength = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>By which those who pay know it, without knowing the case.</summary>
    public required string Number { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The line of the year in which it begins; null for help that costs no money of a line.</summary>
    public Guid? LineId { get; init; }

    public required string ProgrammeCode { get; init; }

    public required Guid TermsId { get; init; }

    /// <summary>Keys of the people it covers.</summary>
    public required Guid[] Members { get; init; }

    public required string Need { get; init; }

    public required DateOnly FromDay { get; init; }

    /// <summary>The last day, as it was granted.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>What was granted.</summary>
    public required long Won { get; init; }

    public required Guid ProposedById { get; init; }

    public required Guid ApprovedById { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    public AwardState State { get; private set; }

    /// <summary>The last day after it was shortened or stopped; the day before the first where it never began.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What went back to the line: instalments that will not be paid, and money that came back unspent.</summary>
    public long ReleasedWon { get; private set; }

    /// <summary>What was paid and did not come back.</summary>
    public long PaidWon { get; private set; }

    public List<Instalment> Instalments { get; init; } = [];
}

/// <summary>Whether an award goes on.</summary>
public enum AwardState
{
    Running,
    Stopped,
}

/// <summary>A part of an award that is paid on its day.</summary>
public sealed class Instalment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AwardId { get; init; }

    /// <summary>The line from which it is paid: that of the award, or that of a later year to which it was carried over.</summary>
    public required Guid LineId { get; init; }

    /// <summary>From one.</summary>
    public required int Number { get; init; }

    public required DateOnly DueOn { get; init; }

    public required long Won { get; init; }

    public InstalmentState State { get; private set; }

    /// <summary>What came back of it unspent.</summary>
    public long ReturnedWon { get; private set; }
}

/// <summary>Where an instalment stands.</summary>
public enum InstalmentState
{
    Due,
    Paid,

    /// <summary>Will not be paid: the award ended before.</summary>
    Cancelled,
}

/// <summary>That an award ends earlier than it was granted, and why. Never changed.</summary>
public sealed class AwardEnding
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AwardId { get; init; }

    public required AwardEndingKind Kind { get; init; }

    /// <summary>The last day of help; the day before the first where it never begins.</summary>
    public required DateOnly LastDay { get; init; }

    public required Privacy.SealedText Reason { get; init; }

    /// <summary>Who proposed it; null only where it was ended before two people were asked for.</summary>
    public Guid? ProposedById { get; init; }

    /// <summary>Who agreed.</summary>
    public required Guid ById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the line got back; written by the database.</summary>
    public long ReleasedWon { get; private set; }
}

/// <summary>How an award ends early.</summary>
public enum AwardEndingKind
{
    /// <summary>It goes on to an earlier last day.</summary>
    Shortened,

    /// <summary>It is over.</summary>
    Stopped,
}
