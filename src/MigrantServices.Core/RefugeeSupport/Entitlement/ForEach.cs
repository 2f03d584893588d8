using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Entitlement;

/// <summary>The rules that look at who somebody is. The category counts for each person; age and circumstances of one are enough where help is for a whole household.</summary>
internal static class ForEach
{
    public static void Category(ProgrammeRules rules, Household household, List<EligibilityFinding> findings)
    {
        if (rules.Categories.Count > 0)
        {
            findings.AddRange(household.Members.Select(member => member.Category is not { } category
                ? new EligibilityFinding(EligibilityItem.Category, Met.Open, "support.reason.category-unknown", [], member.Key)
                : rules.Categories.Contains(category)
                    ? new EligibilityFinding(EligibilityItem.Category, Met.Yes, "support.reason.category-fits", [category], member.Key)
                    : new EligibilityFinding(EligibilityItem.Category, Met.No, "support.reason.category-other", [category], member.Key)));
        }
    }

    public static void Age(ProgrammeRules rules, Household household, DateOnly day, List<EligibilityFinding> findings)
    {
        if (rules.MinAge is null && rules.MaxAge is null)
        {
            return;
        }

        var (least, most) = (rules.MinAge ?? 0, rules.MaxAge ?? HouseholdMember.HighestAge);
        Add(rules, household, findings, EligibilityItem.Age, [least, most], "age", member => member.AgeOn(day) switch
        {
            null => Met.Open,
            var (_, oldest) when oldest < least => Met.No,
            var (youngest, _) when youngest > most => Met.No,
            var (youngest, oldest) when youngest >= least && oldest <= most => Met.Yes,
            _ => Met.Open,
        });
    }

    public static void Circumstance(ProgrammeRules rules, Household household, List<EligibilityFinding> findings)
    {
        if (rules.Circumstances.Count > 0)
        {
            // who was never asked has not said no
            Add(rules, household, findings, EligibilityItem.Circumstance, [string.Join(',', rules.Circumstances)], "circumstance", member =>
                rules.Circumstances.Any(member.Circumstances.Contains) ? Met.Yes : member.TellsCircumstances && member.WasAskedAbout(rules.Circumstances) ? Met.No : Met.Open,
                member => member.WasAskedAbout(rules.Circumstances) ? "unknown" : "not-asked");
        }
    }

    private static void Add(
        ProgrammeRules rules,
        Household household,
        List<EligibilityFinding> findings,
        EligibilityItem item,
        IReadOnlyList<object> args,
        string reason,
        Func<HouseholdMember, Met> look,
        Func<HouseholdMember, string>? whyOpen = null)
    {
        if (rules.Covers == SupportCover.Household)
        {
            var seen = household.Members.ToLookup(look);
            findings.Add(seen.Contains(Met.Yes) ? Finding(Met.Yes, "fits", null)
                : seen.Contains(Met.Open) ? Finding(Met.Open, seen[Met.Open].Select(Why).Order(StringComparer.Ordinal).First(), null)
                : Finding(Met.No, "other", null));
        }
        else
        {
            findings.AddRange(household.Members.Select(member => (Member: member, Met: look(member)))
                .Select(one => Finding(one.Met, one.Met switch { Met.Yes => "fits", Met.No => "other", _ => Why(one.Member) }, one.Member.Key)));
        }

        string Why(HouseholdMember member) => whyOpen?.Invoke(member) ?? "unknown";

        EligibilityFinding Finding(Met met, string word, Guid? member) => new(item, met, $"support.reason.{reason}-{word}", args, member);
    }
}
