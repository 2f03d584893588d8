using MigrantServices.Core.RefugeeSupport.Applications.Filing;

namespace MigrantServices.Core.RefugeeSupport.Appointments;

/// <summary>Somebody who interprets for the office: in which languages and dialects, and whether a woman or a man, because people may wish for one.</summary>
public sealed class Interpreter
{
    public const int NameMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required OfficerWish Sex { get; init; }

    /// <summary>Tags of the portal's languages.</summary>
    public required string[] Languages { get; init; }

    /// <summary>Codes of the list of dialects.</summary>
    public required string[] Dialects { get; init; }

    public required Guid AddedById { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>From when they are offered no more; null while they are.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    public void Leave(DateTimeOffset now) => LeftAt ??= now;
}

/// <summary>A person will never have this interpreter again. It is never taken back.</summary>
public sealed class InterpreterExclusion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InterpreterId { get; init; }

    /// <summary>The person's key, which stays the same in a later application of the household.</summary>
    public required Guid Person { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>An interpreter said that they cannot be impartial in a case: kinship, business, an old quarrel. Never changed.</summary>
public sealed class InterpreterConflict
{
    public const int WordsMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InterpreterId { get; init; }

    public required Guid CaseId { get; init; }

    public required Privacy.SealedText Words { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset At { get; init; }
}
