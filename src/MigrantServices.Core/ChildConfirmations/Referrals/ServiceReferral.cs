using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>That a receiver outside is asked to do something for a child. What it tells is frozen when it is prepared; the words lie in the identity vault under the child's own key.</summary>
public sealed class ServiceReferral
{
    public const int WordsMaxLength = 1000;
    public const int AnswerMaxLength = 1000;

    /// <summary>How often what was sent can be opened.</summary>
    public const int MostReads = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The agreement on which it rests.</summary>
    public required Guid ConsentId { get; init; }

    /// <summary>A code of the list of services.</summary>
    public required string Service { get; init; }

    public required string Receiver { get; init; }

    /// <summary>What it tells of the child, as codes.</summary>
    public required string[] Items { get; init; }

    /// <summary>A keyed mark of the frozen words: what was read first is what leaves.</summary>
    public required byte[] Mark { get; init; }

    public required Guid PreparedById { get; init; }

    public required DateTimeOffset PreparedAt { get; init; }

    public ReferralState State { get; private set; }

    public Guid? SentById { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>What is kept of the secret in the link: its hash. Null as soon as the link opens nothing any more.</summary>
    public byte[]? LinkHash { get; private set; }

    public DateTimeOffset? LinkEndsAt { get; private set; }

    public int ReadsLeft { get; private set; }

    public DateTimeOffset? FirstReadAt { get; private set; }

    /// <summary>Where the mail goes; destroyed when nothing is to be told any more.</summary>
    public SealedText? Address { get; private set; }

    /// <summary>The link, until the mail that carries it went out.</summary>
    public SealedText? Link { get; private set; }

    public ReceiverAnswer? Answer { get; private set; }

    /// <summary>From when a place is offered.</summary>
    public DateOnly? OfferedFrom { get; private set; }

    public SealedText? AnswerWords { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public ReferralEnd? EndedBecause { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the receiver was told of the end; null while they were not.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public string Fingerprint => Convert.ToHexStringLower(Mark);

    public bool IsUnderWay => State is ReferralState.Prepared or ReferralState.Sent;

    /// <summary>It ended after it had left, and the receiver does not know.</summary>
    public bool OwesWord => EndedAt is not null && SentAt is not null && ToldAt is null;

    /// <summary>Whether the link opens something at this moment.</summary>
    public bool OpensAt(DateTimeOffset now) => State == ReferralState.Sent && LinkHash is not null && LinkEndsAt > now && ReadsLeft > 0;

    /// <param name="consent">Of this receiver; null where there is none.</param>
    /// <param name="fingerprint">Of the words that the sender has read.</param>
    /// <exception cref="RefusedException"><c>referral.no-consent</c>, <c>referral.not-prepared</c>, <c>referral.other-words</c>.</exception>
    public void SendBy(Actor sender, ServiceConsent? consent, string? fingerprint, byte[] linkHash, DateTimeOffset linkEndsAt, DateTimeOffset now)
    {
        var refusal = consent is not { IsGiven: true } || consent.Id != ConsentId ? new Refusal("referral.no-consent")
            : State != ReferralState.Prepared ? new("referral.not-prepared")
            : fingerprint != Fingerprint ? new Refusal("referral.other-words")
            : null;
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        (State, SentById, SentAt, LinkHash, LinkEndsAt, ReadsLeft) = (ReferralState.Sent, sender.UserId, now, linkHash, linkEndsAt, MostReads);
    }

    public void KeepForMail(SealedText address, SealedText link) => (Address, Link) = (address, link);

    /// <summary>The mail went out, or never can.</summary>
    public void MailDone() => Link = null;

    /// <exception cref="RefusedException"><c>referral.not-under-way</c>.</exception>
    public void AnswerBy(ReceiverAnswer answer, DateOnly? offeredFrom, SealedText? words, DateTimeOffset now)
    {
        if (State != ReferralState.Sent)
        {
            throw new RefusedException(new("referral.not-under-way"));
        }

        (State, Answer, OfferedFrom, AnswerWords, AnsweredAt) = (ReferralState.Answered, answer, offeredFrom, words, now);
        CloseLink();
    }

    /// <summary>It ends: nobody opens it any more.</summary>
    /// <exception cref="RefusedException"><c>referral.not-under-way</c>.</exception>
    public void End(ReferralEnd because, DateTimeOffset now)
    {
        if (EndedAt is not null || (because == ReferralEnd.Recalled && !IsUnderWay))
        {
            throw new RefusedException(new("referral.not-under-way"));
        }

        (State, EndedBecause, EndedAt) = (ReferralState.Ended, because, now);
        CloseLink();
    }

    /// <exception cref="RefusedException"><c>referral.nothing-to-tell</c>.</exception>
    public void Told(DateTimeOffset now)
    {
        if (!OwesWord)
        {
            throw new RefusedException(new("referral.nothing-to-tell"));
        }

        (ToldAt, Address) = (now, null);
    }

    private void CloseLink() => (LinkHash, Link) = (null, null);
}

/// <summary>Where a referral stands.</summary>
public enum ReferralState
{
    /// <summary>Its words are frozen and wait to be sent.</summary>
    Prepared,
    Sent,
    Answered,
    Ended,
}

/// <summary>Why a referral ended without an answer, or after one.</summary>
public enum ReferralEnd
{
    ConsentWithdrawn,
    Recalled,

    /// <summary>A parent was taken out of the child's file, and it named one or said how one is reached.</summary>
    ParentUnlinked,

    /// <summary>The case was withdrawn or refused, or the confirmation has ended.</summary>
    CaseOver,
}

/// <summary>What a receiver can answer.</summary>
public enum ReceiverAnswer
{
    Accepted,

    /// <summary>There is a place from a day on.</summary>
    PlaceOffered,
    CannotHelp,
    MoreNeeded,
}
