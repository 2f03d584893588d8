namespace MigrantServices.Core.Workday;

/// <summary>Cases that a supervisor gave to colleagues in one go, kept so that it can be looked up and for a while be undone.</summary>
public sealed class BulkAssignment
{
    /// <summary>So many cases at once.</summary>
    public const int Most = 200;

    /// <summary>How long it can be undone.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(15);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The service to which all of its cases belong.</summary>
    public required string Service { get; init; }

    public required Guid MadeById { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public List<BulkAssignmentLine> Lines { get; } = [];

    public DateTimeOffset UndoUntil => MadeAt + UndoTime;

    internal void Undo(DateTimeOffset now) => UndoneAt = now;
}

/// <summary>One of the cases: from whom it went to whom.</summary>
public sealed class BulkAssignmentLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid BatchId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Null when nobody had it.</summary>
    public required Guid? FromId { get; init; }

    public required Guid ToId { get; init; }

    /// <summary>The case's revision after it; any other means that somebody has worked on it since.</summary>
    public required int Revision { get; init; }

    public bool IsUndone { get; internal set; }
}
