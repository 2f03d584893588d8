using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Entitlement;

/// <summary>Works out whether a household can have a programme. The same facts always give the same answer: no database, no clock.</summary>
public static class Eligibility
{
    /// <param name="already">What the members were, are and will be given.</param>
    /// <param name="papers">Codes of the papers that are there.</param>
    /// <param name="day">The day on which the help would begin.</param>
    /// <param name="taken">How many places are taken; null where nobody has counted.</param>
    public static EligibilityResult Of(
        ProgrammeTerms terms,
        Household household,
        IReadOnlyList<GivenSupport> already,
        IReadOnlySet<string> papers,
        DateOnly day,
        int? taken = null)
    {
        var findings = new List<EligibilityFinding>();
        var rules = terms.Rules;
        ForAll.Open(terms, day, findings);
        ForEach.Category(rules, household, findings);
        ForEach.Age(rules, household, day, findings);
        ForEach.Circumstance(rules, household, findings);
        ForAll.Papers(rules, papers, findings);

        var longest = ForAll.Longest(terms, day);
        var history = new History(terms, household, already, day);
        history.Overlap(findings);
        history.Cap(findings);

        var refused = findings.Where(finding => finding.Met == Met.No).Select(finding => finding.Member).OfType<Guid>().ToHashSet();
        Guid[] members = [.. household.Members.Select(member => member.Key).Where(key => !refused.Contains(key))];
        ForAll.Capacity(rules, members.Length, taken, findings);

        var isRefused = members.Length == 0 || findings.Exists(finding => finding is { Member: null, Met: Met.No });
        var period = longest is null || isRefused ? null : history.Shorten(longest, members);
        return new(findings, members, period, period is null ? null : history.Won(members, period));
    }
}
