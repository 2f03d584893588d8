using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <summary>Who wrote a message, as its reader would say it.</summary>
public enum Writer
{
    Office,
    You,

    /// <summary>The person whose case it is, when a helper reads.</summary>
    Filer,

    Helper,
}

/// <summary>A message as its reader sees it.</summary>
/// <param name="ReadAt">When the other side first opened it; null means not yet.</param>
public sealed record ShownMessage(
    Guid Id, DateTimeOffset SentAt, Writer By, MessagePurpose Purpose, string Text, string Language, DateTimeOffset? ReadAt)
{
    /// <summary>Made from a template, with a page of its own.</summary>
    public bool IsLetter { get; init; }

    /// <summary>The Korean text of a letter, which decides; null where the text is the only one.</summary>
    public string? InKorean { get; init; }

    /// <summary>What a second person has checked; null for letters, which bring their other side with them, and while there is none.</summary>
    public ShownTranslation? Translation { get; init; }

    public bool IsNewTo(Actor reader) => By == Writer.Office && ReadAt is null && reader.Is(Role.Filer);
}

/// <summary>A message of the office in the person's language, and how that was made.</summary>
public sealed record ShownTranslation(string Text, string Language, TranslationKind Kind);

/// <summary>A page of the messages of a case, the oldest first.</summary>
public sealed record Conversation(IReadOnlyList<ShownMessage> Messages, bool HasOlder);

/// <summary>The answer to a case in Korean and, where it was given, in the person's language.</summary>
public sealed record ShownAnswer(string InKorean, string? InTheirLanguage, string Language)
{
    /// <summary>The reason of the outcome, as a code.</summary>
    public string? Reason { get; init; }

    /// <summary>For an answer to an objection: whether the first answer stands.</summary>
    public bool? Stands { get; init; }
}

/// <summary>What a person learns of a referral in their case: to whom, what of it, and what they said.</summary>
public sealed record ShownReferral(string Body, IReadOnlyList<string> Sent, DateTimeOffset SentAt, Inquiry.ReferralReply? Reply, DateOnly? RepliedOn);

/// <summary>What a person learns of a recommendation in their case.</summary>
/// <param name="Reply">Null while the addressee has not answered.</param>
/// <param name="MovedFrom">The due day before it became a rest day; null when it never did.</param>
public sealed record ShownRecommendation(DateOnly SentOn, DateOnly DueOn, DateOnly? MovedFrom, MeasuresReply? Reply, DateOnly? RepliedOn);

/// <summary>What the office recorded for the person: what they did, how and when it came, and when it was recorded.</summary>
public sealed record ShownHandedIn(string Deed, Channel Channel, DateOnly ReceivedOn, DateTimeOffset RecordedAt);

/// <summary>A file of a case as the person sees it.</summary>
/// <param name="Length">In bytes.</param>
public sealed record ShownFile(Guid Id, Guid? MessageId, string Name, long Length, FileState State, bool IsFromPerson);
