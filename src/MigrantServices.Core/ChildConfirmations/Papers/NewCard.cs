namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>What is asked for when papers are handed out.</summary>
public sealed record NewCard
{
    public required Guid CaseId { get; init; }

    public required Guid ChildId { get; init; }

    /// <summary>The code of the municipality that hands it out.</summary>
    public required string Municipality { get; init; }

    /// <summary>The family's language.</summary>
    public required string Language { get; init; }

    public required Guid PreparedById { get; init; }

    public required Guid ApprovedById { get; init; }

    public required Guid IssuedById { get; init; }

    /// <summary>The papers in whose place these come; null for a child's first, and when the older ones have ended before.</summary>
    public OldCard? Old { get; init; }
}

/// <summary>What becomes of the papers that are replaced.</summary>
/// <param name="Id">The papers that the colleague saw; when others are valid by now, somebody was faster.</param>
/// <param name="Becomes">Replaced or Lost.</param>
/// <param name="ReturnedOn">The day on which they came back; null when they did not, or not yet.</param>
public sealed record OldCard(Guid Id, CardState Becomes, DateOnly? ReturnedOn = null);

/// <summary>What was handed out, for printing.</summary>
/// <param name="Token">Goes into the QR code and nowhere else: no log, no address, no mail.</param>
public sealed record IssuedCard(Guid Id, string DocumentSerial, string CardSerial, int Template, string Token, DateTimeOffset IssuedAt);
