using MigrantServices.Core.Matching;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>What the reasons are worth together.</summary>
public static class PairWeight
{
    public static PairReason? OfName(MatchBand band) => band switch
    {
        MatchBand.Certain => PairReason.SameName,
        MatchBand.Likely => PairReason.NameSoundsAlike,
        MatchBand.Possible => PairReason.NameResembles,
        _ => null,
    };

    /// <summary>
    /// Certain: the name and the way to reach them, or the very name and what happened. Likely: one of these alone that says much, or two that say little.
    /// Possible: a name that resembles, or the same thing that happened, which several people may tell.
    /// </summary>
    public static MatchBand Of(IReadOnlyCollection<PairReason> reasons)
    {
        var reached = reasons.Contains(PairReason.SamePhone) || reasons.Contains(PairReason.SameEmail);
        var happened = reasons.Contains(PairReason.SameIncident);
        var same = reasons.Contains(PairReason.SameName);
        var alike = reasons.Contains(PairReason.NameSoundsAlike);
        var resembles = reasons.Contains(PairReason.NameResembles);
        return reached && (same || alike || resembles) ? MatchBand.Certain
            : same && happened ? MatchBand.Certain
            : reached || same || alike || (resembles && happened) ? MatchBand.Likely
            : resembles || happened ? MatchBand.Possible
            : MatchBand.None;
    }
}
