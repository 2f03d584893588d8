using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>What was kept of an addressee's answer before somebody put it right, who did that, and why. Never changed afterwards.</summary>
public sealed class MeasuresCorrection
{
    public const int WhyMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RecommendationId { get; init; }

    /// <summary>What stood there before.</summary>
    public required MeasuresReply Reply { get; init; }

    public required DateOnly RepliedOn { get; init; }

    /// <summary>Sealed as it was, for the recommendation.</summary>
    public required SealedText Reasons { get; init; }

    public required Guid RecordedById { get; init; }

    public required SealedText Why { get; init; }

    public required Guid CorrectedById { get; init; }

    public required DateTimeOffset CorrectedAt { get; init; }
}
