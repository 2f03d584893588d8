using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>Word by mail that something waits in the portal. It says nothing of what it is.</summary>
public sealed class Notice
{
    public const int LastErrorMaxLength = 40;

    /// <summary>The id of the message or of the line of history that it is about, so that none has two; its own for colleagues.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required NoticeKind Kind { get; init; }

    /// <summary>Whose person is told; null for colleagues, whose notices name no case.</summary>
    public Guid? CaseId { get; init; }

    public Guid? ColleagueId { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When the latest of the things that it tells of happened.</summary>
    public required DateTimeOffset NewsAt { get; set; }

    /// <summary>Never before this moment: the next one inside the hours that the person chose, or the office's.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>How many things it tells of.</summary>
    public int Things { get; private set; } = 1;

    /// <summary>For a reminder: how many of each <see cref="RoundThing"/>, in their order.</summary>
    public int[]? Counts { get; init; }

    public NoticeState State { get; private set; }

    /// <summary>Fixed before the first attempt, so that a mail server can tell a second copy from a second notice.</summary>
    public Guid MessageId { get; init; } = Guid.NewGuid();

    public int Attempts { get; private set; }

    /// <summary>An attempt has begun whose end nobody has written down; null between attempts.</summary>
    public DateTimeOffset? TryingSince { get; private set; }

    /// <summary>An attempt ended without an answer: its mail may have gone out, and another with the same number after it.</summary>
    public bool MayBeTwice { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why it was not delivered or not needed, as a code.</summary>
    public string? LastError { get; private set; }

    /// <summary>The administrator who last had it sent again after it was given up; null when nobody had.</summary>
    public Guid? AgainById { get; private set; }

    public DateTimeOffset? AgainAt { get; private set; }

    public static Notice ForColleague(NoticeKind kind, Guid colleagueId, string language, DateTimeOffset now, DateTimeOffset dueAt, int[]? counts = null) => new()
    {
        Kind = kind,
        ColleagueId = colleagueId,
        Language = language,
        MadeAt = now,
        NewsAt = now,
        DueAt = dueAt,
        Counts = counts,
    };

    /// <summary>Whoever was told in this case is no longer to be told: what waits does not go out. A mail that is on its way already cannot be called back.</summary>
    public static Task DropWaitingAsync(PortalDb db, Guid caseId, CancellationToken cancel) => db.Set<Notice>()
        .Where(n => n.CaseId == caseId && n.State == NoticeState.Waiting && n.TryingSince == null)
        .ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NoticeState.Dropped).SetProperty(n => n.LastError, NoticeErrors.NotWanted), cancel);

    /// <summary>Something more has happened before it went out.</summary>
    public void TellAlso(DateTimeOffset now) => (Things, NewsAt) = (Things + 1, now);

    /// <summary>An attempt begins. One that began before and never ended may have delivered it; after a second such nobody dares a third.</summary>
    /// <returns>False when it is given up instead.</returns>
    public bool TryToSend(DateTimeOffset now)
    {
        if (TryingSince is not null)
        {
            if (MayBeTwice)
            {
                GiveUp(NoticeErrors.Unclear);
                return false;
            }

            MayBeTwice = true;
        }

        (Attempts, TryingSince) = (Attempts + 1, now);
        return true;
    }

    public void Sent(DateTimeOffset now) => (State, SentAt, TryingSince, LastError) = (NoticeState.Sent, now, null, null);

    /// <summary>There is no mail server: this is when it would have gone.</summary>
    public void NotSent(DateTimeOffset now) => (State, SentAt, TryingSince) = (NoticeState.NoServer, now, null);

    /// <summary>The server said no: nothing went out.</summary>
    public void Refused(string error) => (TryingSince, LastError) = (null, error);

    /// <summary>Nobody knows whether it went out.</summary>
    public void LeaveUnclear(string error) => LastError = error;

    public void GiveUp(string error) => (State, TryingSince, LastError) = (NoticeState.GivenUp, null, error);

    /// <summary>It was given up, and somebody has mended what was in the way: it is tried anew, with the number that it had.</summary>
    /// <exception cref="RefusedException"><c>notices.not-given-up</c>.</exception>
    public void SendAgainBy(Actor administrator, DateTimeOffset now)
    {
        if (State != NoticeState.GivenUp)
        {
            throw new RefusedException(new("notices.not-given-up"));
        }

        (State, Attempts, DueAt, LastError) = (NoticeState.Waiting, 0, now, null);
        (AgainById, AgainAt) = (administrator.UserId, now);
    }

    /// <summary>Nobody needs it any more.</summary>
    public void Drop(string why) => (State, TryingSince, LastError) = (NoticeState.Dropped, null, why);
}

/// <summary>What a notice is for.</summary>
public enum NoticeKind
{
    /// <summary>To a person: the office wrote or answered.</summary>
    Message,

    /// <summary>To a colleague: something new waits for them.</summary>
    Work,

    /// <summary>To a colleague, once a working day: what is due, overdue or not yet taken.</summary>
    Reminder,

    /// <summary>To a colleague, at any hour: a child may be in danger.</summary>
    Alarm,
}

/// <summary>Where a notice stands.</summary>
public enum NoticeState
{
    Waiting,
    Sent,

    /// <summary>It would have gone, but no mail server is set.</summary>
    NoServer,

    /// <summary>It was not needed any more.</summary>
    Dropped,

    /// <summary>It could not be delivered.</summary>
    GivenUp,
}

/// <summary>What the daily round counts for a colleague.</summary>
public enum RoundThing
{
    Overdue,
    DueSoon,

    /// <summary>Came more than the hours for receipt ago, and nobody has taken it.</summary>
    NotTaken,

    /// <summary>Recommendations whose addressee is late.</summary>
    Unanswered,
    Tasks,

    /// <summary>Questions that the other side has not answered, whose day has passed or comes soon.</summary>
    RespondentDue,

    /// <summary>Cases for which the office is not competent, and which nobody has sent on.</summary>
    NotReferred,

    /// <summary>To merge cases, to part them again, or to bring one back that was set apart.</summary>
    Proposals,

    /// <summary>Patterns that another supervisor asks to open.</summary>
    Patterns,

    /// <summary>Cases that nobody has sent on, and in which the time bar of another body ends soon.</summary>
    BarNear,

    /// <summary>Cases that were sent on to a body which has not answered in time.</summary>
    ReferralSilent,

    /// <summary>Children who may be in danger.</summary>
    Alarms,

    /// <summary>What was proposed in cases of children, daycare included, and a supervisor may sign.</summary>
    ChildProposals,

    /// <summary>Papers on which two others agreed.</summary>
    ToIssue,

    /// <summary>Children's cases that another city offers.</summary>
    Offered,

    /// <summary>Confirmed children whose yearly check is due.</summary>
    ChildChecks,

    /// <summary>Proposals of a settlement to which not both have answered, whose day has passed or comes soon.</summary>
    SettlementDue,

    /// <summary>People who say that they suffer for having complained, and whom nobody has protected or answered.</summary>
    Fear,

    /// <summary>Answers, objections and recommendations that wait for a second person.</summary>
    ToApprove,

    /// <summary>What a second person sent back.</summary>
    SentBack,

    /// <summary>Requests to the person whose day has passed.</summary>
    SupplementOverdue,

    /// <summary>Cases in which the whole procedure ends soon or should have ended.</summary>
    RightsNear,

    /// <summary>Recommendations at which the office should look again.</summary>
    ChecksDue,

    /// <summary>Identities of children that a colleague asks to destroy.</summary>
    ToDestroy,

    /// <summary>Receivers who were asked to help a child and have not answered.</summary>
    ReceiverSilent,

    /// <summary>Receivers who do not know yet that what they were sent holds no longer.</summary>
    ReceiverOwed,

    /// <summary>Applications for help that cannot wait, and that nobody has taken.</summary>
    UrgentSupport,

    /// <summary>Instalments of refugee support whose day has come.</summary>
    PaymentsDue,

    /// <summary>Payments that somebody else prepared.</summary>
    PaymentsToRelease,
}

/// <summary>Why a notice did not go out.</summary>
internal static class NoticeErrors
{
    public const string Unclear = "unclear";
    public const string Seen = "seen";
    public const string Joined = "joined";
    public const string NotWanted = "not-wanted";
    public const string NoRight = "no-right";
    public const string Embassy = "embassy";
}
