using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations;

/// <content>How it begins, what is missing, and how it is taken back.</content>
public sealed partial class ChildConfirmation
{
    public const int AccountMaxLength = 4000;

    /// <summary>What the line of a deed carries with which the days begin to count.</summary>
    public const string ClockBegins = "begins";

    /// <summary>What a requester or a colleague knew, or what a parent said about the papers; the family never reads a requester's words.</summary>
    public SealedText? Account { get; internal set; }

    /// <summary>How it is safe to reach the parent who applied; null for a request, for a case of the office's own, and after a parent was taken out of the file.</summary>
    public ContactWay? ContactWay { get; internal set; }

    public SealedText? ContactNote { get; internal set; }

    public bool? WantsInterpreter { get; internal set; }

    public SealedText? InterpreterNote { get; internal set; }

    /// <summary>When it was read back to somebody who told it by voice and agreed.</summary>
    public DateTimeOffset? ReadBackAt { get; init; }

    /// <summary>The child was under fourteen when it began: then somebody who represents the child by law agrees first.</summary>
    public bool NeedsConsent { get; private set; }

    /// <summary>When a parent came in last whom the office did not know at first; null while none has.</summary>
    public DateTimeOffset? ParentTakenInAt { get; private set; }

    /// <summary>When a parent was last taken out of the file for the child's protection; null when none ever was.</summary>
    public DateTimeOffset? ParentUnlinkedAt { get; private set; }

    /// <summary>A parent was taken out of the file, and nobody came in since: whoever holds the family's code next is recognised anew.</summary>
    public bool LacksParentSince => ParentUnlinkedAt is not null && ParentTakenInAt is null;

    /// <summary>A parent stands behind the case, whose consent can be asked: they applied and were not taken out, or were taken in later.</summary>
    public bool HasParent => ParentTakenInAt is not null || (Way == WayIn.Parent && ParentUnlinkedAt is null);

    /// <summary>The day on which the legal representative agreed; null until then.</summary>
    public DateOnly? ConsentOn { get; private set; }

    /// <summary>How they agreed, as a code of the lawful ways.</summary>
    public string? ConsentWay { get; private set; }

    /// <summary>Who of the office saw what shows that they agreed; null until somebody has.</summary>
    public Guid? ConsentSeenById { get; private set; }

    public DateTimeOffset? ConsentSeenAt { get; private set; }

    /// <summary>The case begins; in a city that does not take part yet it waits, and no clock runs.</summary>
    /// <param name="cityTakesPart">Whether the city issues cards today.</param>
    /// <param name="waitsForNothing">The child is in danger and nobody agreed to wait: it is received all the same, and the office of the province can act.</param>
    public void FileBy(Actor actor, bool cityTakesPart, bool needsConsent, CaseClock clock, DateTimeOffset now, bool waitsForNothing = false)
    {
        Begin(File, StatusAtFirst(cityTakesPart || waitsForNothing), actor, now);
        NeedsConsent = needsConsent;
        StartClock(ReceivedAt);
        if (cityTakesPart)
        {
            Reckon(clock);
        }
    }

    /// <summary>Whoever told of the child says that it is in danger now: it stands among the alarms from the first moment, before a colleague has raised one.</summary>
    public void ToldOfDanger(DateTimeOffset now) => AlarmSince ??= now;

    /// <param name="goesOn">It waits for no city.</param>
    public static CaseStatus StatusAtFirst(bool goesOn) => goesOn ? CaseStatus.Submitted : CaseStatus.Waiting;

    /// <summary>The receipt, which is given with filing itself.</summary>
    public void ConfirmReceiptBy(CaseMessage receipt) => Messages.Add(receipt);

    /// <summary>The city takes part from now on: the clock begins.</summary>
    public void JoinCityBy(Actor portal, CaseClock clock, DateTimeOffset now)
    {
        Take(JoinCity, portal, now);
        BeginClock(clock, now);
    }

    /// <summary>Somebody who represents the child by law agrees, by any of the lawful ways.</summary>
    public void RecordConsentBy(Actor handler, string way, DateOnly on, DateTimeOffset now)
    {
        Refuse(WhyNot(RecordConsent, handler) ?? (on > Seoul.DateOf(now) ? new("child.consent-in-future") : null));
        Take(RecordConsent, handler, now, detail: way);
        (ConsentOn, ConsentWay, ConsentSeenById, ConsentSeenAt) = (on, way, handler.UserId, now);
    }

    /// <summary>A colleague made sure that whoever agreed with the form represents the child by law and meant it.</summary>
    /// <exception cref="RefusedException"><c>child.no-consent-to-see</c>.</exception>
    public void SeeConsentBy(Actor handler, DateTimeOffset now)
    {
        Take(SeeConsent, handler, now, detail: ConsentWay);
        (ConsentSeenById, ConsentSeenAt) = (handler.UserId, now);
    }

    /// <summary>The parent agreed with the form itself; nobody of the office has seen it yet.</summary>
    public void AgreedWithForm(string way, DateTimeOffset now) => (ConsentOn, ConsentWay) = (Seoul.DateOf(now), way);

    /// <summary>The parent agreed before a colleague, who keeps what shows it.</summary>
    public void AgreedBefore(Actor colleague, string way, DateOnly on, DateTimeOffset now) =>
        (ConsentOn, ConsentWay, ConsentSeenById, ConsentSeenAt) = (on, way, colleague.UserId, now);

    /// <summary>A parent of a child whom somebody else had told of, or of whose file no parent is left, comes in: from now on they hold a code of their own and are answered in their language.</summary>
    public void TakeParentInBy(Actor handler, string language, DateTimeOffset now)
    {
        Take(TakeParentIn, handler, now);
        AnswerIn(language);
        ParentTakenInAt = now;
    }

    /// <exception cref="RefusedException"><c>supplement.day-past</c>.</exception>
    public void AskSupplementBy(Actor handler, CaseMessage request, DateOnly until, DateTimeOffset now)
    {
        Refuse(WhyNot(AskSupplement, handler) ?? (until <= Seoul.DateOf(now) ? new("supplement.day-past") : null));
        Take(AskSupplement, handler, now);
        Messages.Add(request);
        Stop("supplement", now);
        AwaitUntil(until);
    }

    public void AnswerSupplementBy(Actor person, CaseMessage answer, CaseClock clock, DateTimeOffset now)
    {
        Take(AnswerSupplement, person, now);
        Messages.Add(answer);
        HasUnread = true;
        AwaitUntil(null);
        GoOn(clock, now);
    }

    /// <summary>What was asked for stays missing, and the case goes on without it: a missing paper is no reason to refuse.</summary>
    public void GoOnWithoutBy(Actor handler, CaseClock clock, DateTimeOffset now)
    {
        Take(GoOnWithout, handler, now);
        AwaitUntil(null);
        GoOn(clock, now);
    }

    public void WithdrawBy(Actor person, DateTimeOffset now)
    {
        Take(Withdraw, person, now);
        HasUnread = true;
        EndOffer();
    }

    // received, and no day counts or stands still: the city took no part
    private bool HasNoClock => DueOn is null && PausedOn is null && Status is CaseStatus.Waiting or CaseStatus.Submitted or CaseStatus.UnderReview;

    private void BeginClock(CaseClock clock, DateTimeOffset now)
    {
        StartClock(now);
        Reckon(clock);
    }

    private Refusal? WhyNotFiling(CaseAction action) =>
        action == JoinCity && !HasNoClock ? new("child.clock-runs")
        : action == RenewCode && LacksParentSince ? new("child.parent-was-unlinked")
        : action == SeeConsent && (ConsentOn is null || ConsentSeenAt is not null) ? new Refusal("child.no-consent-to-see")
        : null;
}
