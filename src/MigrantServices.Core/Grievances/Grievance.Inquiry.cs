using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Grievances;

/// <content>What lies between taking a case and answering it: competence, referral, investigation, mediation, protection, and time that does not count.</content>
public sealed partial class Grievance
{
    /// <summary>The outcome after which a case can go on once what was missing is there.</summary>
    public const string Suspended = "suspended";

    /// <summary>The pause of the petition's days while somebody is on the spot.</summary>
    public const string OnSite = "site-investigation";

    /// <summary>Whether the office may look into it, as last checked; null while nobody has checked.</summary>
    public Competence? Jurisdiction { get; private set; }

    public DateTimeOffset? JurisdictionCheckedAt { get; private set; }

    /// <summary>The last day on which it happened, as the check found; from it the time bars of other bodies run.</summary>
    public DateOnly? LastHappenedOn { get; private set; }

    /// <summary>When the office took up a tip of its own motion; null for petitions.</summary>
    public DateTimeOffset? OwnMotionAt { get; private set; }

    public DateTimeOffset? InvestigationOpenedAt { get; private set; }

    /// <summary>The day on which the other side was heard; null until then.</summary>
    public DateOnly? RespondentHeardOn { get; private set; }

    /// <summary>The last day that the other side was given to speak.</summary>
    public DateOnly? RespondentAskedUntil { get; private set; }

    public DateOnly? SettledOn { get; private set; }

    public DateTimeOffset? ReferredAt { get; private set; }

    /// <summary>Since when somebody in this case is protected; null when nobody needs it.</summary>
    public DateOnly? ProtectedSince { get; private set; }

    /// <summary>The day on which the person said that they suffer for having complained; null when they have not.</summary>
    public DateOnly? RetaliationOn { get; private set; }

    /// <summary>How the case ends after all: by the objection where that changed the answer.</summary>
    public string? FinalOutcome => AnswerStands == false && ObjectionApprovedById is not null ? ObjectionOutcome : Outcome;

    public string? FinalOutcomeReason => AnswerStands == false && ObjectionApprovedById is not null ? ObjectionOutcomeReason : OutcomeReason;

    /// <summary>Keeps whether the office may look into it, and until when it happened; and puts a mistyped first day right.</summary>
    /// <exception cref="RefusedException"><c>jurisdiction.before-the-incident</c>, <c>jurisdiction.in-the-future</c>, <c>grievance.received-before-it-happened</c>.</exception>
    public void CheckJurisdictionBy(Actor handler, JurisdictionCheck check, DateTimeOffset now)
    {
        Refuse(WhyNot(CheckJurisdiction, handler)
            ?? (check.LastHappenedOn > Seoul.DateOf(now) ? new("jurisdiction.in-the-future")
                : check.HappenedOn > Seoul.DateOf(ReceivedAt) ? new("grievance.received-before-it-happened", check.HappenedOn)
                : check.LastHappenedOn < (check.HappenedOn ?? HappenedOn) ? new Refusal("jurisdiction.before-the-incident")
                : null));
        Take(CheckJurisdiction, handler, now, detail: check.Finding.ToString());
        (Jurisdiction, JurisdictionCheckedAt, LastHappenedOn) = (check.Finding, now, check.LastHappenedOn);
        (_happenedOn, _happenedPrecision) = check.HappenedOn is { } first ? (first, DatePrecision.Day) : (_happenedOn, _happenedPrecision);
    }

    /// <summary>Sends the case, or a part of it, to a body that can give relief; only with the person's consent.</summary>
    public void ReferBy(Actor handler, Referral referral, DateTimeOffset now)
    {
        Refuse(WhyNot(Refer, handler) ?? referral.WhyNotSent(Seoul.DateOf(ReceivedAt), Seoul.DateOf(now)));
        Take(Refer, handler, now, detail: referral.Body);
        ReferredAt = now;
    }

    /// <exception cref="RefusedException"><c>referral.replied-already</c>, <c>referral.before-the-sending</c>, <c>referral.in-the-future</c>.</exception>
    public void RecordReferralReplyBy(Actor handler, Referral about, ReferralAnswer answer, DateTimeOffset now)
    {
        Refuse(WhyNot(RecordReferralReply, handler) ?? about.WhyNotReplied(answer.RepliedOn, Seoul.DateOf(now)));
        Take(RecordReferralReply, handler, now, detail: answer.Reply.ToString());
        about.Keep(answer, handler.UserId!.Value);
    }

    /// <summary>Stops the clock for one of the reasons of the law.</summary>
    /// <param name="reason">A code of the list of pauses.</param>
    /// <exception cref="RefusedException"><c>grievance.representative-there</c>: nobody is still to be chosen.</exception>
    public void PauseBy(Actor handler, string reason, DateTimeOffset now)
    {
        Refuse(WhyNot(Pause, handler) ?? (reason == ChoosingRepresentative && Speakers.Any() ? new("grievance.representative-there") : null));
        Take(Pause, handler, now, detail: reason);
        Stop(reason, now);
    }

    public void EndPauseBy(Actor handler, CaseClock clock, DateTimeOffset now)
    {
        Take(EndPause, handler, now);
        GoOn(clock, now);
    }

    /// <summary>Does a deed of the inquiry that leaves a record, and what it means for the case.</summary>
    /// <param name="record">What was done or found; its deed is the one of the table.</param>
    /// <param name="clock">The clock that runs once the deed is done.</param>
    /// <param name="proposals">Proposals of a settlement that are still open; those that the deed ends.</param>
    /// <param name="affirms">For who opens an investigation: they say that they have no interest in it.</param>
    /// <exception cref="RefusedException"><c>fairness.not-affirmed</c>, <c>inquiry.in-the-future</c>, <c>inquiry.before-the-receipt</c>, <c>inquiry.due-in-the-past</c>, <c>grievance.site-days-used</c>.</exception>
    public void KeepBy(Actor actor, InquiryRecord record, CaseClock? clock, DateTimeOffset now, IReadOnlyCollection<InquiryRecord>? proposals = null, bool affirms = false)
    {
        var action = new CaseAction(record.Deed);
        var today = Seoul.DateOf(now);
        Refuse(WhyNot(action, actor) ?? WhyNotAffirmed(affirms || action != OpenInvestigation) ?? record.WhyNotKept(Seoul.DateOf(ReceivedAt), today) ?? (action == BeginSiteInvestigation ? WhyNotOnSite(clock!, today) : null));
        Take(action, actor, now, detail: action == OpenInvestigation ? NoInterest : record.Code);
        End(proposals ?? [], action, today);
        if (action == OpenOwnMotion)
        {
            OwnMotionAt = now;
            StartClock(now);
            Reckon(clock!);
        }
        else if (action == OpenInvestigation)
        {
            InvestigationOpenedAt = now;
        }
        else if (action == BeginSiteInvestigation)
        {
            GoOnSite(clock!, today);
        }
        else if (action == AskRespondent)
        {
            RespondentAskedUntil = record.DueOn;
        }
        else if (action == RecordStatement && record.Code == InquiryRecord.Respondent)
        {
            RespondentHeardOn ??= record.On;
        }
        else if (action == Settle)
        {
            SettledOn = record.On;
        }
        else if (action == Protect)
        {
            ProtectedSince ??= record.On;
            HearFear();
        }
        else if (action == EndProtection)
        {
            (ProtectedSince, RetaliationOn) = (null, null);
            HearFear();
        }
        else if (action == Resume)
        {
            GoOnAfterSuspension(clock!, now);
        }
    }

    /// <summary>What becomes of an open proposal to settle by this deed; null where it stays open.</summary>
    public static ProposalOutcome? EndOfProposals(CaseAction deed) =>
        deed == Settle ? ProposalOutcome.Agreed
        : deed == FailMediation ? ProposalOutcome.Failed
        : deed == ProposeSettlement ? ProposalOutcome.Replaced
        : null;

    /// <summary>The other side answered what it was asked.</summary>
    /// <exception cref="RefusedException"><c>inquiry.replied-already</c>, <c>inquiry.before-the-asking</c>, <c>inquiry.in-the-future</c>.</exception>
    public void RecordRespondentReplyBy(Actor handler, InquiryRecord about, RespondentReply reply, DateTimeOffset now)
    {
        Refuse(WhyNot(RecordRespondentReply, handler) ?? about.WhyNotReplied(reply.RepliedOn, Seoul.DateOf(now)));
        Take(RecordRespondentReply, handler, now);
        about.Keep(reply, handler.UserId!.Value);
        RespondentHeardOn ??= reply.RepliedOn;
    }

    public void ContinueInvestigationBy(Actor handler, DateTimeOffset now) => Take(ContinueInvestigation, handler, now);

    /// <summary>The person says that they suffer for having complained. It changes no clock, and everybody who opens the case sees it.</summary>
    public void ReportRetaliationBy(Actor person, CaseMessage message, DateTimeOffset now, HandedIn? handedIn = null)
    {
        var came = Counts(ReportRetaliation, person, handedIn, now);
        Take(ReportRetaliation, person, now);
        Hear(person, message, now);
        RetaliationOn = Seoul.DateOf(came);
        // what is handled together with another waits there for an answer
        FearSince = Status == Merged ? FearSince : FearSince ?? came;
    }

    private static void End(IEnumerable<InquiryRecord> proposals, CaseAction deed, DateOnly today)
    {
        foreach (var open in proposals.Where(proposal => proposal.IsOpenProposal))
        {
            if (EndOfProposals(deed) is { } outcome)
            {
                open.EndAs(outcome, today);
            }
        }
    }

    private Refusal? WhyNotInquire(CaseAction action) => action switch
    {
        _ when action == Pause && PausedOn is not null => new("case.paused-already"),
        _ when action == EndPause && PausedOn is null => new("case.not-paused"),
        _ when NeedsRunningClock.Contains(action) && PausedOn is not null => new("case.paused-already"),
        _ when NeedsCompetence.Contains(action) && Jurisdiction is null => new("grievance.jurisdiction-unchecked"),
        _ when (action == OpenInvestigation || action == OpenMediation) && Jurisdiction == Competence.NotOurs => new("grievance.not-ours"),
        _ when action == OpenInvestigation && InvestigationOpenedAt is not null => new("grievance.investigated-already"),
        _ when action == ContinueInvestigation && InvestigationOpenedAt is null => new("grievance.not-investigated"),
        _ when action == RecordRespondentReply && RespondentAskedUntil is null => new("grievance.respondent-not-asked"),
        _ when action == RecordReferralReply && ReferredAt is null => new("grievance.not-referred"),
        _ when action == Refer && IsAnonymous => new("grievance.tip-cannot-consent"),
        _ when action == OpenOwnMotion && HandlerId is null => new("grievance.take-on-first"),
        _ when action == EndProtection && ProtectedSince is null && RetaliationOn is null => new("grievance.not-protected"),
        _ when action == Extend && OwnMotionAt is not null && !IsObjection && Status != SiteInvestigation => new("grievance.own-motion-has-no-extension"),
        _ when action == Withdraw && OwnMotionAt is not null => new("grievance.own-motion-goes-on"),
        _ when action == FileObjection && OwnMotionAt is not null => new("grievance.own-motion-has-no-objection"),
        _ when action == FileObjection && (AnsweredAt is null || ObjectionApprovedById is not null) => new("grievance.nothing-to-object-to"),
        _ => null,
    };

    /// <summary>Why the case cannot end so; null when it can.</summary>
    private Refusal? WhyNotOutcome(Outcome outcome, DateOnly today) => outcome switch
    {
        { Code: Withdrawal } => new("grievance.no-such-outcome"),
        { Code: Recommendation.Outcome } when RespondentHeardOn is null && !(RespondentAskedUntil < today) => new("grievance.respondent-not-heard"),
        { Reason: "settled.mediation" } when SettledOn is null => new("grievance.no-settlement"),
        { Code: "referred" } when ReferredAt is null => new("grievance.not-referred"),
        { Reason: NotSupplemented } when SupplementAskedAgainOn is null || !(SupplementUntil < today) => new("supplement.not-both-over"),
        _ => null,
    };

    /// <summary>The days of the suspension do not count, and a new answer follows.</summary>
    private void GoOnAfterSuspension(CaseClock clock, DateTimeOffset now)
    {
        Pauses.Add(new() { CaseId = Id, From = Seoul.DateOf(AnsweredAt!.Value), To = Seoul.DateOf(now), Reason = Suspended });
        // what was said stands in the letters; here it would look as though it had been sent back
        (Outcome, OutcomeReason, AnsweredAt) = (null, null, null);
        (Answer, AnswerInTheirLanguage) = (null, null);
        (ObjectionUntil, ObjectionMovedFrom) = (null, null);
        ForgetObjection();
        (ProposedById, ApprovedById) = (null, null);
        RunAnother(clock);
    }
}
