using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Matching;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>How alike two households are: which of their people may be the same, and what that is worth together.</summary>
public sealed record HouseholdLikeness(IReadOnlyList<LikePair> People)
{
    /// <summary>From this band on nothing is awarded before somebody has judged the pair.</summary>
    public const MatchBand Holds = MatchBand.Likely;

    /// <summary>Two people of the same names say more than one.</summary>
    public MatchBand Band => People.Count == 0 ? MatchBand.None
        : People.Count(pair => pair.Name >= MatchBand.Likely) > 1 ? (MatchBand)Math.Max((int)Holds, (int)People.Max(pair => pair.Band))
        : People.Max(pair => pair.Band);

    public IReadOnlyCollection<PairReason> Reasons =>
        [.. People.SelectMany(pair => pair.Reasons).Concat(People.Count > 1 ? [PairReason.SeveralPeople] : []).Distinct()];

    /// <summary>Each person meets at most one of the others, the likeliest first. Who has the same key is known already and not compared.</summary>
    public static HouseholdLikeness Of(IReadOnlyCollection<LikePerson> ours, IReadOnlyCollection<LikePerson> theirs)
    {
        var (here, there) = (ours.Select(one => one.Key).ToHashSet(), theirs.Select(one => one.Key).ToHashSet());
        var all = (from one in ours
                   from other in theirs
                   where !there.Contains(one.Key) && !here.Contains(other.Key)
                   let pair = LikePair.Of(one, other)
                   where pair.Band > MatchBand.None
                   orderby pair.Band descending, pair.Name descending
                   select pair).ToList();
        var met = new List<LikePair>();
        foreach (var pair in all.Where(pair => !met.Exists(m => m.One == pair.One || m.Other == pair.Other)))
        {
            met.Add(pair);
        }

        return new(met);
    }
}

/// <summary>Two people who may be the same, by their keys.</summary>
public sealed record LikePair(Guid One, Guid Other, MatchBand Band, MatchBand Name, IReadOnlyList<PairReason> Reasons)
{
    /// <summary>
    /// Certain: the name, and the day of birth or what is known of it fits. Likely: the name and the year, or a name that resembles and the very day. Possible: the name alone, or a name that resembles and the year.
    /// Birthdays that are both known and do not fit tell two people apart.
    /// </summary>
    public static LikePair Of(LikePerson one, LikePerson other)
    {
        var (name, birth) = (NameForms.Compare(one.Name, other.Name), DateGuess.Compare(one.Born, other.Born));
        var known = one.Born.Date is not null && other.Born.Date is not null;
        var sameYear = known && one.Born.Date!.Value.Year == other.Born.Date!.Value.Year;
        var band = name == MatchBand.None || birth == MatchBand.None ? MatchBand.None
            : name >= MatchBand.Likely ? (known && birth >= MatchBand.Likely ? MatchBand.Certain : sameYear ? MatchBand.Likely : MatchBand.Possible)
            : known && birth == MatchBand.Certain ? MatchBand.Likely
            : sameYear ? MatchBand.Possible
            : MatchBand.None;
        PairReason? byBirth = !known ? null : birth switch
        {
            MatchBand.Certain => PairReason.SameBirthday,
            MatchBand.Likely => PairReason.BirthdayFits,
            _ => sameYear ? PairReason.SameBirthYear : null,
        };
        return new(one.Key, other.Key, band, name, [.. new[] { PairWeight.OfName(name), byBirth }.OfType<PairReason>()]);
    }
}
