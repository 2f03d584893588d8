using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <content>Who has nothing to do with a case, because they have an interest in it or because it is about them.</content>
public sealed partial class Grievance
{
    /// <summary>The detail of taking a case on: whoever did it said that they have no interest in it.</summary>
    public const string NoInterest = "no-interest";

    /// <summary>A colleague has an interest in this case; from now on it is not there for them.</summary>
    /// <param name="reason">A code of the list of interests.</param>
    public void DeclareInterestBy(Actor colleague, string reason, DateTimeOffset now)
    {
        Take(DeclareInterest, colleague, now, detail: reason);
        CloseTo(colleague.UserId!.Value);
        HandedAt = HandlerId is null ? null : HandedAt;
    }

    /// <summary>Somebody else finds that the interest is none, or none any more.</summary>
    /// <param name="isAboutThem">The case is about the colleague as well, so that it stays closed to them.</param>
    /// <exception cref="RefusedException"><c>fairness.not-your-own</c>, <c>fairness.lifted-already</c>.</exception>
    public void LiftInterestBy(Actor other, InterestDeclaration declaration, SealedText words, bool isAboutThem, DateTimeOffset now)
    {
        Refuse(WhyNot(LiftInterest, other) ?? declaration.WhyNotLifted(other));
        Take(LiftInterest, other, now, declaration.ColleagueId);
        declaration.Lift(other, words, now);
        if (!isAboutThem)
        {
            OpenAgainTo(declaration.ColleagueId);
        }
    }

    /// <summary>The case is about the office itself: it leaves everybody's sight but of those with the right for such cases, and closes to whom it is about.</summary>
    /// <param name="about">The colleagues whom it is about; none where nobody knows yet.</param>
    /// <param name="line">Those of their line who would see it otherwise.</param>
    /// <exception cref="RefusedException"><c>fairness.set-apart-already</c>, <c>fairness.too-many</c>.</exception>
    public void SetApartBy(Actor handler, IReadOnlyCollection<Guid> about, IReadOnlyCollection<Guid> line, DateTimeOffset now)
    {
        Refuse(WhyNot(SetApart, handler)
            ?? (IsSetApart && about.Count == 0 ? new("fairness.set-apart-already")
                : ClosedTo.Concat(about).Concat(line).Distinct().Count() > MostClosedTo ? new Refusal("fairness.too-many")
                : null));
        foreach (var colleague in about.Select(id => (Guid?)id).DefaultIfEmpty())
        {
            Take(SetApart, handler, now, colleague);
        }

        HandlerId = IsSetApart ? HandlerId : null;
        IsSetApart = true;
        foreach (var colleague in about.Concat(line))
        {
            CloseTo(colleague);
        }

        HandedAt = HandlerId is null ? null : HandedAt;
    }

    /// <summary>Somebody of the line of whom it is about may now read such cases; this one stays closed to them.</summary>
    /// <exception cref="RefusedException"><c>fairness.too-many</c>.</exception>
    public void KeepAwayBy(Actor portal, Guid colleagueId, DateTimeOffset now)
    {
        Refuse(WhyNot(KeepAway, portal) ?? (ClosedTo.Append(colleagueId).Distinct().Count() > MostClosedTo ? new("fairness.too-many") : null));
        Take(KeepAway, portal, now, colleagueId);
        CloseTo(colleagueId);
        HandedAt = HandlerId is null ? null : HandedAt;
    }

    private static Refusal? WhyNotAffirmed(bool affirms) => affirms ? null : new("fairness.not-affirmed");

    // what somebody proposed who has an interest goes back; nobody agrees to it
    private Refusal? WhyNotFair(CaseAction action) =>
        (action == Approve && IsClosedTo(ProposedById)) || (action == ApproveObjection && IsClosedTo(ObjectionProposedById))
            || (action == Recommend && IsClosedTo(RecommendationById)) || ((action == Merge || action == UndoMerge) && IsClosedTo(MergeProposedById))
            ? new("fairness.proposer-has-an-interest")
            : null;

    // of two cases the interest may lie in the other one
    private Refusal? WhyNotFairTo(Guid? proposer) => IsClosedTo(proposer) ? new("fairness.proposer-has-an-interest") : null;
}
