using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations;

/// <content>What is looked for and found, and the decision by two people.</content>
public sealed partial class ChildConfirmation
{
    /// <summary>The reason that rests on another case of the same child, and on no criterion.</summary>
    public const string SameChild = "same-child";

    /// <summary>The criteria of the ordinance that are found to be met, as codes.</summary>
    public string[] Established { get; private set; } = [];

    /// <summary>Those that are found not to be met.</summary>
    public string[] Refuted { get; private set; } = [];

    /// <summary>How well the birth in Korea is supported, by the rules whose version stands beside it; null while nothing is there.</summary>
    public string? Grade { get; private set; }

    /// <summary>The day from which the rules hold by which the grade was found.</summary>
    public DateOnly? GradedBy { get; private set; }

    /// <summary>The day of the last visit with a check of the facts; null until there was one.</summary>
    public DateOnly? VisitedOn { get; private set; }

    /// <summary>Null while nothing is proposed.</summary>
    public bool? IsConfirmationProposed { get; private set; }

    /// <summary>Why it is refused, as a code.</summary>
    public string? RefusalReason { get; private set; }

    /// <summary>The reasons in Korean, which decide; null where nothing is refused or ended.</summary>
    public SealedText? Reasons { get; private set; }

    public SealedText? ReasonsInTheirLanguage { get; private set; }

    /// <summary>Since when an alarm for the child's protection is open; null when none is.</summary>
    public DateTimeOffset? AlarmSince { get; private set; }

    /// <summary>When it was decided; null until then.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public bool? DecidedInTime { get; private set; }

    /// <summary>A request and a case of the office's own need a visit before anything can be decided (child ordinance, art. 6(2)).</summary>
    public bool NeedsVisit => Way != WayIn.Parent;

    public void AddProofBy(Actor handler, string grade, DateOnly rules, DateTimeOffset now)
    {
        Take(AddProof, handler, now, detail: grade);
        (Grade, GradedBy) = (grade, rules);
    }

    /// <summary>A piece of evidence was recorded by mistake: the grade is found anew without it, and a criterion that rested on nothing else is open again.</summary>
    /// <param name="kind">The kind of the evidence, as a code.</param>
    /// <param name="grade">Null where nothing else was seen.</param>
    /// <param name="groundless">The criteria whose finding rests on nothing any more.</param>
    public void StrikeProofBy(Actor handler, string kind, EvidenceGrade? grade, IReadOnlyCollection<string> groundless, DateTimeOffset now)
    {
        Take(StrikeProof, handler, now, detail: kind);
        (Grade, GradedBy) = (grade?.Code, grade?.Rules);
        (Established, Refuted) = ([.. Established.Except(groundless)], [.. Refuted.Except(groundless)]);
    }

    public void RecordHomeVisitBy(Actor handler, DateOnly on, DateTimeOffset now)
    {
        Refuse(WhyNot(RecordHomeVisit, handler)
            ?? (on > Seoul.DateOf(now) ? new("child.visit-in-future") : on < Seoul.DateOf(ReceivedAt) ? new Refusal("child.visit-before-receipt") : null));
        Take(RecordHomeVisit, handler, now);
        VisitedOn = VisitedOn > on ? VisitedOn : on;
    }

    /// <summary>One criterion is found to be met or not.</summary>
    /// <param name="rests">Whether it rests on something that was seen or found. That a paper is missing is no finding.</param>
    /// <exception cref="RefusedException"><c>child.unproven</c>, <c>child.missing-paper-is-no-reason</c>.</exception>
    public void FindFactBy(Actor handler, string criterion, bool isMet, bool rests, DateTimeOffset now)
    {
        Refuse(WhyNot(FindFact, handler) ?? (rests ? null : isMet ? Unproven(criterion) : new("child.missing-paper-is-no-reason")));
        Take(FindFact, handler, now, detail: criterion);
        Established = [.. Established.Where(code => code != criterion), .. isMet ? [criterion] : Array.Empty<string>()];
        Refuted = [.. Refuted.Where(code => code != criterion), .. isMet ? [] : new[] { criterion }];
    }

    /// <summary>A criterion for which nothing was seen.</summary>
    public static Refusal Unproven(string criterion) => new("child.unproven", new ListedCode(Lists.ChildCriteria, criterion));

    /// <summary>What is known of a parent changed or was mistaken.</summary>
    public void CorrectParentBy(Actor handler, DateTimeOffset now) => Take(CorrectParent, handler, now);

    /// <summary>A parent who was not known before stands in the child's file. They get no code by that.</summary>
    public void AddParentBy(Actor handler, DateTimeOffset now) => Take(AddParent, handler, now);

    /// <summary>What is known of the child changed or was mistaken.</summary>
    /// <param name="dayMoved">Whether the child comes of age on another day than was thought: the family is told of the new one.</param>
    /// <param name="needsConsent">Whether the child was under fourteen when the case began, by what is known now.</param>
    public void CorrectIdentityBy(Actor handler, string initials, int? bornYear, bool dayMoved, bool needsConsent, DateTimeOffset now)
    {
        Take(CorrectIdentity, handler, now);
        (Initials, BornYear, ToldOfAgeAt, NeedsConsent) = (initials, bornYear, dayMoved ? null : ToldOfAgeAt, needsConsent);
    }

    /// <summary>A parent from whom the child must be protected is no longer of its file. How the family was reached until then may lead to them and is kept no longer.</summary>
    public void UnlinkParentBy(Actor supervisor, DateTimeOffset now)
    {
        Take(UnlinkParent, supervisor, now);
        (ContactWay, ContactNote, WantsInterpreter, InterpreterNote, NoticeWish, ParentTakenInAt) = (null, null, null, null, null, null);
        ParentUnlinkedAt = now;
        if (ConsentSeenAt is null)
        {
            // nobody has made sure of it, and it may be theirs: whoever comes in agrees anew
            (ConsentOn, ConsentWay) = (null, null);
        }
    }

    /// <summary>The child may be in danger. It waits for nothing and nobody, in whatever state the case is.</summary>
    public void RaiseAlarmBy(Actor handler, DateTimeOffset now)
    {
        Take(RaiseAlarm, handler, now);
        AlarmSince ??= now;
    }

    public void EndAlarmBy(Actor handler, DateTimeOffset now)
    {
        Refuse(WhyNot(EndAlarm, handler) ?? (AlarmSince is null ? new("child.no-alarm") : null));
        Take(EndAlarm, handler, now);
        AlarmSince = null;
    }

    /// <summary>Puts the confirmation before a second person.</summary>
    /// <param name="criteria">What the ordinance asks for on the day of the proposal.</param>
    /// <param name="isUnderAge">Whether the child is under eighteen today, by what the vault holds.</param>
    /// <exception cref="RefusedException"><c>child.criteria-open</c>, <c>child.of-age</c>, <c>child.photograph-missing</c>.</exception>
    public void ProposeConfirmationBy(Actor handler, IReadOnlyList<string> criteria, bool isUnderAge, bool hasPhotograph, DateTimeOffset now)
    {
        Refuse(WhyNot(ProposeConfirmation, handler)
            ?? (criteria.Except(Established).Any() ? new("child.criteria-open")
                : !isUnderAge ? new("child.of-age")
                : !hasPhotograph ? new Refusal("child.photograph-missing")
                : null));
        Take(ProposeConfirmation, handler, now);
        Put(handler);
        IsConfirmationProposed = true;
        (RefusalReason, Reasons, ReasonsInTheirLanguage) = (null, null, null);
    }

    /// <summary>Puts a refusal before a second person; it rests on what was found not to be met, and on nothing else.</summary>
    /// <param name="criterion">The criterion of which the reason speaks; null where another case is of the same child.</param>
    /// <exception cref="RefusedException"><c>child.nothing-refuted</c>, <c>child.reason-not-found</c>.</exception>
    public void ProposeRefusalBy(Actor handler, string reason, string? criterion, SealedText reasons, SealedText? inTheirLanguage, DateTimeOffset now)
    {
        Refuse(WhyNot(ProposeRefusal, handler)
            ?? (criterion is null ? null : Refuted.Length == 0 ? new("child.nothing-refuted") : !Refuted.Contains(criterion) ? new Refusal("child.reason-not-found") : null));
        Take(ProposeRefusal, handler, now, detail: reason);
        Put(handler);
        IsConfirmationProposed = false;
        (RefusalReason, Reasons, ReasonsInTheirLanguage) = (reason, reasons, inTheirLanguage);
    }

    /// <summary>Another case may be of the same child, and somebody said whether it is. Both histories say so, except where the other is another city's: neither city is to learn of the other's case.</summary>
    public void JudgePairBy(Actor handler, ChildConfirmation other, PairVerdict verdict, DateTimeOffset now)
    {
        Refuse(WhyNot(JudgePair, handler) ?? other.WhyNot(JudgePair, handler));
        if (Municipality == other.Municipality)
        {
            Take(JudgePair, handler, now, detail: verdict.ToString());
            other.Take(JudgePair, handler, now, detail: verdict.ToString());
        }
    }

    public void SendBackBy(Actor supervisor, DateTimeOffset now)
    {
        Take(SendBack, supervisor, now);
        (IsConfirmationProposed, ProposedById, ApprovedById, IssueBecause, DecidedAt) = (null, null, null, null, null);
    }

    /// <summary>Agrees to the confirmation; a third person issues the papers.</summary>
    /// <exception cref="RefusedException"><c>child.of-age</c>.</exception>
    public void ApproveConfirmationBy(Actor supervisor, bool isUnderAge, DateTimeOffset now)
    {
        Refuse(WhyNot(ApproveConfirmation, supervisor) ?? (isUnderAge ? null : new("child.of-age")));
        Take(ApproveConfirmation, supervisor, now);
        ApprovedById = supervisor.UserId;
        (IssueBecause, DecidedAt) = (IssueReason.First, now);
    }

    /// <summary>Agrees to the refusal; the person has it by the letter at once.</summary>
    public void ApproveRefusalBy(Actor supervisor, CaseMessage letter, DateTimeOffset now)
    {
        var due = DueOn;
        Take(ApproveRefusal, supervisor, now, detail: RefusalReason);
        ApprovedById = supervisor.UserId;
        Messages.Add(letter);
        (DecidedAt, DecidedInTime) = (now, due is { } last ? Seoul.DateOf(now) <= last : null);
        EndOffer();
    }

    // three people for each decision: with a new proposal the earlier approval and issue belong to the past, where the history and the papers keep them
    private void Put(Actor handler) => (ProposedById, ApprovedById, IssuedById) = (handler.UserId, null, null);

    private Refusal? WhyNotDecide(CaseAction action) =>
        action == ProposeConfirmation || action == ProposeRefusal
            ? NeedsVisit && VisitedOn is null ? new("child.visit-missing")
                : action == ProposeConfirmation && NeedsConsent && HasParent && ConsentOn is null ? new("child.consent-missing")
                : action == ProposeConfirmation && NeedsConsent && HasParent && ConsentSeenAt is null ? new("child.consent-unseen")
                : null
        : (action == SendBack && ConfirmedAt is not null) || (action == SendBackReissue && ConfirmedAt is null) ? new("case.wrong-state")
        : action == ApproveConfirmation && IsConfirmationProposed != true ? new("child.refusal-is-proposed")
        : action == ApproveRefusal && IsConfirmationProposed != false ? new Refusal("child.confirmation-is-proposed")
        : null;
}
