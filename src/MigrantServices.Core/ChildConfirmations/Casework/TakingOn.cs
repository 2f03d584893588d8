using MigrantServices.Core.Cases;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>What taking a case on asks: whether anything can be decided in its city, and from when its days count.</summary>
public sealed record TakingOn(Clocks Clocks, TakingPart Cities)
{
    /// <summary>Why nobody takes it on now: its city neither issues cards nor pays for daycare, so that days would count toward nothing. Null where it can be taken on.</summary>
    public Refusal? WhyNot(ChildConfirmation one) =>
        one.Status == CaseStatus.Waiting && !Cities.IssuesCards(one.Municipality) && !Cities.PaysForDaycare(one.Municipality) ? new("child.city-takes-no-part") : null;
}
