using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.Linking;

/// <summary>Two grievances that belong together. Never deleted: taking it off is kept beside it.</summary>
public sealed class CaseLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The one that repeats, or either of two that are joint.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>What it repeats: always the first of all, so that they can be counted.</summary>
    public required Guid OtherId { get; init; }

    public required LinkKind Kind { get; init; }

    public required Guid LinkedById { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }

    public Guid? UnlinkedById { get; private set; }

    public DateTimeOffset? UnlinkedAt { get; private set; }

    public void TakeOffBy(Actor handler, DateTimeOffset now)
    {
        if (UnlinkedAt is not null)
        {
            throw new RefusedException(new("linking.taken-off-already"));
        }

        (UnlinkedById, UnlinkedAt) = (handler.UserId, now);
    }
}

/// <summary>How two grievances belong together.</summary>
public enum LinkKind
{
    /// <summary>The same person says the same again (Civil Petitions Treatment Act art. 23).</summary>
    Repeat,

    /// <summary>Several people petition together.</summary>
    Joint,
}
