using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Matching;

namespace MigrantServices.Core.ChildConfirmations.Duplicates;

/// <summary>What the likeness of two children is worth. Brothers and sisters share parents and home, twins a birthday beside them: without the name it is never more than possible.</summary>
public static class ChildPairWeight
{
    /// <summary>From this band on a confirmation is not proposed before somebody has judged the pair.</summary>
    public const MatchBand Holds = MatchBand.Likely;

    public static MatchBand Of(ChildLikeness of)
    {
        var (named, family) = (of.Name >= MatchBand.Likely, of.SameContact || of.SameAddress || of.Parent >= MatchBand.Likely);
        var band = of.Birth == MatchBand.None ? (named && family ? MatchBand.Possible : MatchBand.None)
            : named && of.Birth == MatchBand.Certain ? MatchBand.Certain
            : named && family ? (of.Birth == MatchBand.Likely ? MatchBand.Certain : MatchBand.Likely)
            : named ? (of.Birth == MatchBand.Likely ? MatchBand.Likely : MatchBand.Possible)
            : of.Name == MatchBand.Possible && family && of.Birth >= MatchBand.Likely ? MatchBand.Likely
            : of.Name == MatchBand.Possible && (family || of.Birth >= MatchBand.Likely) ? MatchBand.Possible
            : family && of.Birth >= MatchBand.Likely ? MatchBand.Possible
            : MatchBand.None;
        // a boy and a girl of one name and day may be a slip of the pen
        return of.OtherSex && band > MatchBand.Possible ? MatchBand.Possible : band;
    }

    public static IReadOnlyList<PairReason> Reasons(ChildLikeness of)
    {
        var reasons = new List<PairReason>();
        if (PairWeight.OfName(of.Name) is { } byName)
        {
            reasons.Add(byName);
        }

        AddIf(of.Birth == MatchBand.Certain, PairReason.SameBirthday);
        AddIf(of.Birth == MatchBand.Likely, PairReason.BirthdayFits);
        AddIf(of.Parent >= MatchBand.Likely, PairReason.SameParent);
        AddIf(of.SameContact, PairReason.SameContact);
        AddIf(of.SameAddress, PairReason.SameAddress);
        return reasons;

        void AddIf(bool speaks, PairReason reason)
        {
            if (speaks)
            {
                reasons.Add(reason);
            }
        }
    }
}
