using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>What terms allow at the most, looked at once more when help is granted. People may depart from the rules about who; nobody departs from these.</summary>
public static class AwardLimits
{
    /// <param name="given">What these people were, are and will be given.</param>
    /// <param name="kept">What this grant's own line was given before and keeps: it counts to the sum of both.</param>
    public static Refusal? WhyNot(GrantAward grant, ProgrammeTerms terms, IReadOnlyList<GivenSupport> given, long kept = 0)
    {
        var rules = terms.Rules;
        if (grant.Won < 0 || (rules.GivesMoney && grant.Won == 0))
        {
            return new("budget.won-not-positive");
        }

        if (grant.Members.Count == 0 || grant.Members.Distinct().Count() < grant.Members.Count)
        {
            return new(grant.Members.Count == 0 ? "support.nobody" : "support.member-twice");
        }

        return grant.To < grant.From || !IsWithin(grant, terms) ? new("support.outside-the-period")
            : given.Any(one => one.Need == rules.Need && grant.Members.Contains(one.Member) && one.Period.Overlaps(new(grant.From, grant.To))) ? new("support.same-need-twice")
            : given.Any(one => grant.Members.Contains(one.Member) && one.Excludes(terms.ProgrammeCode, rules) && one.Period.Overlaps(new(grant.From, grant.To))) ? new("support.excluded-beside")
            : !LeavesMonths(grant, rules, given) ? new("support.outside-the-period")
            : grant.Won > MostWon(grant, terms, given) ? new("support.above-the-ceiling")
            : grant.Won + kept > MostWon(grant, terms, given) ? new("support.granted-meanwhile")
            : IsSharedOut(grant, rules) ? null
            : new Refusal("budget.not-shared-out");
    }

    private static bool IsWithin(GrantAward grant, ProgrammeTerms terms) =>
        terms.ValidFrom <= grant.From // who applied before others came keeps them
        && !(grant.From < terms.Rules.OpensOn) && !(grant.To > terms.Rules.ClosesOn)
        && grant.To <= SupportPeriod.OfMonths(grant.From, terms.Rules.Months).To;

    private static bool LeavesMonths(GrantAward grant, ProgrammeRules rules, IReadOnlyList<GivenSupport> given) =>
        rules.MonthsInAll is not { } most || grant.Members.All(member =>
            new SupportPeriod(grant.From, grant.To).Months + given.Where(one => one.Member == member && Counts(one, rules, grant.From)).Sum(one => one.Period.Months) <= most);

    private static bool Counts(GivenSupport one, ProgrammeRules rules, DateOnly day) =>
        one.Need == rules.Need && (rules.LimitYears is not { } years || one.To > day.AddYears(-years));

    // the amount of the terms for these people and days, within the ceiling and what is left of the limit
    private static long MostWon(GrantAward grant, ProgrammeTerms terms, IReadOnlyList<GivenSupport> given)
    {
        var household = new Household([.. grant.Members.Select(member => new HouseholdMember(member, null, null, null, null, NoCircumstances, false))], "");
        return new History(terms, household, given, grant.From).Won(grant.Members, new(grant.From, grant.To)) ?? 0;
    }

    private static bool IsSharedOut(GrantAward grant, ProgrammeRules rules)
    {
        var parts = grant.PlanUnder(rules);
        return parts.All(part => part.Won > 0 && part.DueOn >= grant.From && part.DueOn <= grant.To) && parts.Sum(part => part.Won) == grant.Won;
    }

    private static readonly IReadOnlySet<string> NoCircumstances = new HashSet<string>();
}
