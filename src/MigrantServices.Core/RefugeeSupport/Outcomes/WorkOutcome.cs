using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Outcomes;

/// <summary>What became of somebody some months after help for work began; empty until a colleague asked them.</summary>
public sealed class WorkOutcome
{
    public const int WordsMaxLength = 1000;
    public const int CodeMaxLength = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid AwardId { get; init; }

    /// <summary>The key of the person.</summary>
    public required Guid Member { get; init; }

    /// <summary>A code of the list of points in time.</summary>
    public required string Point { get; init; }

    /// <summary>From when they are asked.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>A code of the list of results; null until somebody asked.</summary>
    public string? Result { get; private set; }

    public SealedText? Words { get; private set; }

    public Guid? RecordedById { get; private set; }

    public DateTimeOffset? RecordedAt { get; private set; }

    /// <exception cref="RefusedException"><c>outcome.recorded-already</c>, <c>outcome.not-come-yet</c>.</exception>
    internal void RecordBy(Actor colleague, string result, SealedText? words, DateOnly today, DateTimeOffset now)
    {
        if (Result is not null || DueOn > today)
        {
            throw new RefusedException(new(Result is not null ? "outcome.recorded-already" : "outcome.not-come-yet"));
        }

        (Result, Words, RecordedById, RecordedAt) = (result, words, colleague.UserId, now);
    }
}
