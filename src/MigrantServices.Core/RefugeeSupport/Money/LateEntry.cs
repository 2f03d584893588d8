namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Money of a closed year that came back afterwards. The year's account stays as it was closed; what came late stands here, added to and never changed, written by the database alone.</summary>
public sealed class LateEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The closed line to whose year it belongs.</summary>
    public required Guid LineId { get; init; }

    public required LateEntryKind Kind { get; init; }

    public required Guid PaymentId { get; init; }

    public required long Won { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Why money of a closed year came back.</summary>
public enum LateEntryKind
{
    /// <summary>It was not needed.</summary>
    Returned,

    /// <summary>The payment was undone; where it is still to be paid it is, from the next year's line.</summary>
    Undone,
}
