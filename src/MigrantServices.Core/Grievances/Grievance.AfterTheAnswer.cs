using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <content>What follows the answer: the objection to it, and the recommendations that it carries.</content>
public sealed partial class Grievance
{
    /// <summary>When the person objected, the last time; from here its clock counts, and the petition's own stays where it began.</summary>
    public DateTimeOffset? ObjectedAt { get; private set; }

    /// <summary>Working days that an extension has added for this objection.</summary>
    public int ObjectionExtendedBy { get; private set; }

    /// <summary>Who wrote what is said to the objection.</summary>
    public Guid? ObjectionProposedById { get; private set; }

    public Guid? ObjectionApprovedById { get; private set; }

    /// <summary>Whether the answer stands after the objection; null while nobody has said so.</summary>
    public bool? AnswerStands { get; private set; }

    /// <summary>How the case ends instead, when the objection changed the answer.</summary>
    public string? ObjectionOutcome { get; private set; }

    public string? ObjectionOutcomeReason { get; private set; }

    public SealedText? ObjectionAnswer { get; private set; }

    public SealedText? ObjectionAnswerInTheirLanguage { get; private set; }

    /// <summary>The person does not agree; somebody who had no part in the answer looks at it again.</summary>
    /// <exception cref="RefusedException"><c>grievance.objection-too-late</c>.</exception>
    public void ObjectBy(Actor person, CaseMessage objection, CaseClock clock, DateTimeOffset now, HandedIn? handedIn = null)
    {
        var came = Counts(FileObjection, person, handedIn, now);
        Refuse(ObjectionUntil is { } last && Seoul.DateOf(came) <= last ? null : new("grievance.objection-too-late"));
        Take(FileObjection, person, now);
        (HandlerId, HandedAt) = (null, null);
        Hear(person, objection, now);
        // one that is made again is another, and its extensions its own, even when both came by the post of one day
        (ObjectedAt, ObjectionExtendedBy) = (ObjectedAt is { } before && came <= before ? before.AddMicroseconds(1) : came, 0);
        RunAnother(clock);
    }

    public void WithdrawObjectionBy(Actor person, DateTimeOffset now, HandedIn? handedIn = null)
    {
        Counts(WithdrawObjection, person, handedIn, now);
        Take(WithdrawObjection, person, now);
        // the answer stays, and with it whoever gave it and may still have to do with the case
        HandlerId = IsSetApart || IsClosedTo(ProposedById) ? null : ProposedById;
        Hear(person, handedIn?.Message, now);
    }

    /// <param name="affirms">They say that they have no interest in it.</param>
    /// <exception cref="RefusedException"><c>fairness.not-affirmed</c>.</exception>
    public void TakeOnObjectionBy(Actor handler, bool affirms, DateTimeOffset now)
    {
        Refuse(WhyNot(TakeOnObjection, handler) ?? WhyNotAffirmed(affirms));
        Take(TakeOnObjection, handler, now, detail: NoInterest);
        (HandlerId, HandedAt) = (handler.UserId, null);
    }

    /// <param name="outcome">How the case ends instead; null when the answer stands.</param>
    public void ProposeObjectionBy(Actor handler, Outcome? outcome, SealedText answer, SealedText? inTheirLanguage, DateTimeOffset now)
    {
        Refuse(WhyNot(ProposeObjection, handler) ?? (outcome is null ? null : WhyNotOutcome(outcome, Seoul.DateOf(now))));
        Take(ProposeObjection, handler, now, detail: outcome?.Reason);
        AnswerStands = outcome is null;
        (ObjectionOutcome, ObjectionOutcomeReason) = (outcome?.Code, outcome?.Reason);
        (ObjectionAnswer, ObjectionAnswerInTheirLanguage) = (answer, inTheirLanguage);
        ObjectionProposedById = handler.UserId;
    }

    public void SendBackObjectionBy(Actor supervisor, DateTimeOffset now)
    {
        Take(SendBackObjection, supervisor, now);
        ObjectionProposedById = null;
    }

    public void ApproveObjectionBy(Actor supervisor, CaseMessage letter, DateTimeOffset now)
    {
        Take(ApproveObjection, supervisor, now);
        Messages.Add(letter);
        ObjectionApprovedById = supervisor.UserId;
    }

    /// <summary>Tells the person where their petition stands, once for each step; steps that were missed are told with the newest.</summary>
    /// <exception cref="RefusedException"><c>grievance.progress-told</c>.</exception>
    public void TellProgressBy(Actor portal, CaseMessage letter, int step, DateTimeOffset now)
    {
        Refuse(WhyNot(TellProgress, portal) ?? (step <= ProgressTold ? new("grievance.progress-told") : null));
        Take(TellProgress, portal, now);
        Messages.Add(letter);
        ProgressTold = step;
    }

    /// <summary>The receipt that goes out with the filing itself, and again when a tip becomes a petition.</summary>
    public void ConfirmBy(CaseMessage receipt) => Messages.Add(receipt);

    /// <summary>Sends the recommendation that waited for a second person.</summary>
    /// <exception cref="RefusedException"><c>grievance.no-recommendation</c>, <c>recommendation.nothing-waits</c>, <c>recommendation.before-the-answer</c>, <c>recommendation.in-the-future</c>.</exception>
    public void RecommendBy(Actor second, Recommendation made, DateTimeOffset now)
    {
        Refuse(WhyNot(Recommend, second) ?? made.WhyNotSent(Seoul.DateOf(AnsweredAt!.Value), Seoul.DateOf(now)));
        Take(Recommend, second, now, detail: MovedDays.Detail(made.SentOn, made.DueOn));
        RecommendationById = null;
    }

    /// <summary>Keeps what the addressee of a recommendation answered.</summary>
    /// <exception cref="RefusedException"><c>recommendation.replied-already</c>, <c>recommendation.before-the-sending</c>, <c>recommendation.in-the-future</c>.</exception>
    public void RecordMeasuresBy(Actor handler, Recommendation about, Measures reply, DateTimeOffset now)
    {
        Refuse(WhyNot(RecordMeasures, handler) ?? about.WhyNotReplied(reply.RepliedOn, Seoul.DateOf(now)));
        Take(RecordMeasures, handler, now, detail: reply.Reply.ToString());
        about.Keep(reply, handler.UserId!.Value);
    }

    /// <summary>Puts right what was kept of an answer; what stood there stays beside it.</summary>
    /// <exception cref="RefusedException"><c>recommendation.no-reply</c>, <c>recommendation.before-the-sending</c>, <c>recommendation.in-the-future</c>.</exception>
    public void CorrectMeasuresBy(Actor handler, Recommendation about, Measures reply, MeasuresCorrection replaced, DateTimeOffset now)
    {
        Refuse(WhyNot(CorrectMeasures, handler) ?? about.WhyNotCorrected(reply.RepliedOn, Seoul.DateOf(now)));
        Take(CorrectMeasures, handler, now, detail: reply.Reply.ToString());
        about.Keep(reply, handler.UserId!.Value);
        about.Corrections.Add(replaced);
    }

    /// <summary>Keeps what a check found; several may follow one another.</summary>
    /// <exception cref="RefusedException"><c>recommendation.before-the-sending</c>, <c>recommendation.in-the-future</c>.</exception>
    public void CheckMeasuresBy(Actor handler, Recommendation about, MeasuresCheck check, DateTimeOffset now)
    {
        Refuse(WhyNot(CheckMeasures, handler) ?? about.WhyNotAfterSending(check.CheckedOn, Seoul.DateOf(now)));
        Take(CheckMeasures, handler, now, detail: check.Found.ToString());
    }
}
