using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Entitlement;

/// <summary>The rules that look at the programme and the papers, not at single persons.</summary>
internal static class ForAll
{
    public static void Open(ProgrammeTerms terms, DateOnly day, List<EligibilityFinding> findings)
    {
        var (opens, closes) = (terms.Rules.OpensOn ?? terms.ValidFrom, terms.Rules.ClosesOn);
        findings.Add(
            day < opens ? new(EligibilityItem.Open, Met.No, "support.reason.opens-later", [opens])
            : day > closes ? new(EligibilityItem.Open, Met.No, "support.reason.closed", [closes])
            : !terms.HoldsOn(day) ? new(EligibilityItem.Open, Met.No, "support.reason.other-terms", [])
            : closes is { } last ? new(EligibilityItem.Open, Met.Yes, "support.reason.open-until", [last])
            : new(EligibilityItem.Open, Met.Yes, "support.reason.open", []));
    }

    /// <summary>One line a paper: what is missing can still be brought.</summary>
    public static void Papers(ProgrammeRules rules, IReadOnlySet<string> papers, List<EligibilityFinding> findings) =>
        findings.AddRange(rules.Papers.Select(paper => paper.IsAmong(papers)
            ? new EligibilityFinding(EligibilityItem.Papers, Met.Yes, "support.reason.paper-there", [paper.Code])
            : new EligibilityFinding(EligibilityItem.Papers, Met.Open, "support.reason.paper-missing", [paper.Code])));

    public static void Capacity(ProgrammeRules rules, int people, int? taken, List<EligibilityFinding> findings)
    {
        if (rules.Capacity is { } places)
        {
            findings.Add(taken is not { } full ? new(EligibilityItem.Capacity, Met.Open, "support.reason.places-unknown", [places])
                : full + people > places ? new(EligibilityItem.Capacity, Met.No, "support.reason.full", [places])
                : new(EligibilityItem.Capacity, Met.Yes, "support.reason.places-left", [places - full]));
        }
    }

    /// <summary>The longest period from a day on, by the programme alone; null where it does not run.</summary>
    public static SupportPeriod? Longest(ProgrammeTerms terms, DateOnly day)
    {
        var period = SupportPeriod.OfMonths(day, terms.Rules.Months);
        return terms.Rules.ClosesOn is not { } last || period.To <= last ? period
            : day <= last ? new(day, last)
            : null;
    }
}
