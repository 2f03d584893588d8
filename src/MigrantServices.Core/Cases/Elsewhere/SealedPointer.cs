using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases.Elsewhere;

/// <summary>That somebody is known to another service of the office, sealed: which one, and as which case, is read only by opening it on a ground of law.</summary>
public sealed class SealedPointer
{
    public const int WordsMaxLength = 500;

    /// <summary>"This says nothing" is no reason; a sentence is longer.</summary>
    public const int WordsMinLength = 10;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The reference of the other case. All references are of one length, so that the seal does not tell which service it is.</summary>
    public required SealedText Target { get; init; }

    /// <summary>One of <see cref="PointerGrounds"/>.</summary>
    public required string Ground { get; init; }

    /// <summary>How it is known, and on what the ground rests.</summary>
    public required SealedText Words { get; init; }

    /// <summary>The day on which the person agreed; null where it rests on another ground.</summary>
    public DateOnly? AgreedOn { get; init; }

    public required Guid MadeById { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The last day on which it may be opened.</summary>
    public required DateOnly Until { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The colleague who ended it; null where the person no longer agreed.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>What was sealed is no longer to be opened: it ends once.</summary>
    /// <exception cref="RefusedException"><c>elsewhere.not-there</c>.</exception>
    internal void EndBy(Guid? colleague, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            throw new RefusedException(new("elsewhere.not-there"));
        }

        (EndedAt, EndedById) = (now, colleague);
    }
}
