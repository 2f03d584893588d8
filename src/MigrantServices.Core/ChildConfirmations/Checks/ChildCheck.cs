using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Checks;

/// <summary>A look at a confirmed child after the papers were issued (child ordinance, art. 10), and what it found.</summary>
public sealed class ChildCheck
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required DateOnly CheckedOn { get; init; }

    /// <summary>A code of the list of findings.</summary>
    public required string Finding { get; init; }

    public required SealedText Words { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
