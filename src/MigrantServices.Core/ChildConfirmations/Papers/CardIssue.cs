using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>One issue of the two papers, document and card: what stands on them, who made them, and what became of them. The child is a random number here.</summary>
public sealed class CardIssue
{
    public const int KeyIdMaxLength = 16;
    public const int MunicipalityMaxLength = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>Leads into the identity vault; a child of several cases keeps one number.</summary>
    public required Guid ChildId { get; init; }

    public required string DocumentSerial { get; init; }

    public required string CardSerial { get; init; }

    /// <summary>The version of the look and the wording; an older paper can be printed as it was.</summary>
    public required int Template { get; init; }

    /// <summary>What is kept of the token in the QR code: a keyed hash of its random part.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>The token itself, sealed, so that the papers can be printed again until the family holds them; then destroyed.</summary>
    public SealedText? SealedToken { get; private set; }

    /// <summary>The key under which the token was signed.</summary>
    public required string KeyId { get; init; }

    /// <summary>The family's language, beside Korean.</summary>
    public required string Language { get; init; }

    public required Guid PreparedById { get; init; }

    public required Guid ApprovedById { get; init; }

    public required Guid IssuedById { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The municipality that handed it out.</summary>
    public required string Municipality { get; init; }

    public CardState State { get; private set; } = CardState.Valid;

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Null while valid, and when the portal itself noticed the eighteenth birthday.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>The day on which these papers came back to the office; null while they have not.</summary>
    public DateOnly? OldReturnedOn { get; private set; }

    /// <summary>Preparing, approving and handing out is the work of three people.</summary>
    public static Refusal? WhyNotBy(Guid prepared, Guid approved, Guid issued) =>
        prepared == approved || approved == issued || prepared == issued ? new("card.needs-three-people") : null;

    internal void Keep(SealedText token) => SealedToken = token;
}
