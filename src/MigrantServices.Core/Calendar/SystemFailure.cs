namespace MigrantServices.Core.Calendar;

/// <summary>Days on which a failure of the information system kept the office from handling what had arrived; they do not count (CPDec art. 20). Never changed afterwards.</summary>
public sealed class SystemFailure
{
    public const int WordsMaxLength = 300;

    /// <summary>Why a clock stands still, as the code of a pause.</summary>
    public const string Reason = "system-failure";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateOnly From { get; init; }

    /// <summary>The last day of it.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What had failed. It concerns no case.</summary>
    public required string Words { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
