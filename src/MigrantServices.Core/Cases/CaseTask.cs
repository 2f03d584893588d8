using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <summary>Something that a colleague is to do in a case by a day.</summary>
public sealed class CaseTask
{
    public const int TextMaxLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required SealedText Text { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Who is to do it: whoever set it, unless they named somebody.</summary>
    public required Guid ForId { get; init; }

    public required Guid SetById { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public Guid? DoneById { get; private set; }

    /// <summary>Null while it is to be done.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    internal void Finish(Guid colleagueId, DateTimeOffset now) => (DoneById, DoneAt) = (colleagueId, now);
}
