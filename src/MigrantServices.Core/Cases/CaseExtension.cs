namespace MigrantServices.Core.Cases;

/// <summary>More time that the office took for a case, for one of the reasons that the law allows (Civil Petitions Treatment Act Decree, art. 21). Never changed afterwards.</summary>
public sealed class CaseExtension
{
    /// <summary>Once by the office itself, a second time only when the person agrees.</summary>
    public const int Most = 2;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The period that was extended, by its code.</summary>
    public required string Clock { get; init; }

    /// <summary>From when the extended clock counted: one that begins anew can be extended anew.</summary>
    public required DateTimeOffset CountedFrom { get; init; }

    /// <summary>1 or 2, for each time that the clock runs.</summary>
    public required int Number { get; init; }

    /// <summary>A code of the list of reasons.</summary>
    public required string Reason { get; init; }

    /// <summary>In working days; in months for a period that has months.</summary>
    public required int Length { get; init; }

    /// <summary>The letter by which the person was told; it holds what the handler wrote of the reason.</summary>
    public required Guid LetterId { get; init; }

    /// <summary>The day on which the person agreed; null for the first extension, which needs no consent.</summary>
    public required DateOnly? ConsentOn { get; init; }

    public required ConsentWay? ConsentWay { get; init; }

    public required Guid MadeById { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateOnly DueBefore { get; init; }

    public required DateOnly DueAfter { get; init; }
}

/// <summary>How somebody said that they agree.</summary>
public enum ConsentWay
{
    Portal,
    Phone,
    InPerson,
    Letter,
}
