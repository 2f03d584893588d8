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
            Add(rules, household, findings, EligibilityItem.Circumstance, [string.Join(',', rules.Circumstances)], "circumstance", member =>
                rules.Circumstances.Any(member.Circumstances.Contains) ? Met.Yes : member.TellsCircumstances ? Met.No : Met.Open);
        }
    }

    private static void Add(
        ProgrammeRules rules,
        Household household,
        List<EligibilityFinding> findings,
        EligibilityItem item,
        IReadOnlyList<object> args,
        string reason,
        Func<HouseholdMember, Met> look)
    {
        if (rules.Covers == SupportCover.Household)
        {
            var seen = household.Members.Select(look).ToHashSet();
            findings.Add(Finding(seen.Contains(Met.Yes) ? Met.Yes : seen.Contains(Met.Open) ? Met.Open : Met.No, null));
        }
        else
        {
            findings.AddRange(household.Members.Select(member => Finding(look(member), member.Key)));
        }

        EligibilityFinding Finding(Met met, Guid? member) => new(item, met, $"support.reason.{reason}-{Word(met)}", args, member);
    }

    private static string Word(Met met) => met switch { Met.Yes => "fits", Met.No => "other", _ => "unknown" };
}
