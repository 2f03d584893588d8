using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>A case, or a part of it, sent on to a body that can give relief: with the person's consent, exactly these words, and the reply.</summary>
public sealed class Referral
{
    public const int NameMaxLength = 200;
    public const int WordsMaxLength = 4000;

    /// <summary>What of a case can be sent on; what is not chosen stays here.</summary>
    public static readonly IReadOnlyList<string> Items = ["facts", "account", "hope", "name", "contact"];

    /// <summary>What identifies somebody, so that consent has to name it.</summary>
    public static readonly IReadOnlyList<string> Identifying = ["name", "contact"];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>A code of the bodies to which a case can be sent on.</summary>
    public required string Body { get; init; }

    /// <summary>What was sent, as codes.</summary>
    public required string[] Sent { get; init; }

    /// <summary>The letter as it left, word for word.</summary>
    public required SealedText Letter { get; init; }

    /// <summary>The day on which the person agreed to these items for this body.</summary>
    public required DateOnly ConsentOn { get; init; }

    public required ConsentWay ConsentWay { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required Guid SentById { get; init; }

    /// <summary>Null while they have not answered.</summary>
    public ReferralReply? Reply { get; private set; }

    public DateOnly? RepliedOn { get; private set; }

    public SealedText? ReplyWords { get; private set; }

    public Guid? ReplyRecordedById { get; private set; }

    internal Refusal? WhyNotSent(DateOnly receivedOn, DateOnly today) =>
        ConsentOn > today ? new("referral.consent-in-the-future")
        : ConsentOn < receivedOn ? new("referral.consent-before-the-receipt", receivedOn)
        : null;

    internal Refusal? WhyNotReplied(DateOnly day, DateOnly today) =>
        Reply is not null ? new("referral.replied-already")
        : day > today ? new("referral.in-the-future")
        : day < Calendar.Seoul.DateOf(SentAt) ? new("referral.before-the-sending")
        : null;

    internal void Keep(ReferralAnswer answer, Guid recordedBy) =>
        (Reply, RepliedOn, ReplyWords, ReplyRecordedById) = (answer.Reply, answer.RepliedOn, answer.Words, recordedBy);
}

/// <summary>What a body said to a case that was sent on to it.</summary>
public sealed record ReferralAnswer(ReferralReply Reply, DateOnly RepliedOn, SealedText Words);

/// <summary>Whether a body takes a case that was sent on to it.</summary>
public enum ReferralReply
{
    Accepted,
    Declined,

    /// <summary>They have dealt with it.</summary>
    Finished,
}
