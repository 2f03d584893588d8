namespace MigrantServices.Core.Grievances.Linking;

/// <summary>Somebody looked at repeated petitions for the audit section: who, when, and at how many. Never changed; a later look is a line of its own.</summary>
public sealed class RepeatLook
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The first of those alike.</summary>
    public required Guid FirstId { get; init; }

    /// <summary>How many there were in whoever looked's sight, the first counted with them.</summary>
    public required int Alike { get; init; }

    public required Guid LookedById { get; init; }

    public required DateTimeOffset LookedAt { get; init; }
}
