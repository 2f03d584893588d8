using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <summary>A message between the person and the office, in the words and script of whoever wrote it. Nothing of it changes once it is sent but whether it was read.</summary>
public sealed class CaseMessage
{
    public const int MaxLength = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>True when the office wrote it.</summary>
    public required bool FromOffice { get; init; }

    /// <summary>The colleague who wrote; null when it came with a code, and for letters of the portal itself.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>The code by which it came; null when the office wrote.</summary>
    public Guid? CodeId { get; init; }

    public required MessagePurpose Purpose { get; init; }

    public required SealedText Body { get; init; }

    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>The same letter in Korean, which decides; null where the body is the only text.</summary>
    public SealedText? InKorean { get; init; }

    /// <summary>The template and version that a letter was made from; null when somebody simply wrote.</summary>
    public string? Template { get; init; }

    /// <summary>When the other side first opened it; null means unread.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset now) => ReadAt ??= now;
}

/// <summary>What a message is for.</summary>
public enum MessagePurpose
{
    Message,

    /// <summary>The office asks for something without which it cannot go on.</summary>
    SupplementRequest,

    SupplementAnswer,

    /// <summary>The letter that says why the office takes more time, and until when.</summary>
    Extension,

    /// <summary>The person does not agree with the answer, and says why.</summary>
    Objection,

    /// <summary>The person suffers for having complained.</summary>
    Retaliation,

    /// <summary>The letter that says what arrived, and by when the office answers.</summary>
    Receipt,

    /// <summary>The letter that says every thirty days where a petition stands.</summary>
    Progress,

    Decision,
    ObjectionDecision,

    /// <summary>The pack for a child who comes of age: what the confirmation was, what ends, what goes on, and whom to ask.</summary>
    Handover,
}
