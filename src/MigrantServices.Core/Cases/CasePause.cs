namespace MigrantServices.Core.Cases;

/// <summary>Days that do not count: from the day a request was sent to the day the answer came, both left out (CPDec art. 20).</summary>
public sealed class CasePause
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Null while it lasts.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Why the clock stands still, as a code with a sentence.</summary>
    public required string Reason { get; init; }
}
