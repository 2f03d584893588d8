using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.Tests.RefugeeSupport;

/// <summary>Programmes and households made up for tests.</summary>
internal static class Some
{
    public static readonly DateOnly Day = new(2026, 11, 23);

    public static readonly HashSet<string> NoPapers = [];

    public static readonly ProgrammeRules Living = new()
    {
        Need = "living",
        Covers = SupportCover.Household,
        Categories = ["g-1-5", "g-1-6"],
        AmountsWon = [500_000, 800_000, 1_000_000],
        MoreWon = 150_000,
        IsMonthly = true,
        Months = 3,
        MonthsInAll = 6,
        BudgetLine = "living",
    };

    public static ProgrammeTerms Terms(ProgrammeRules? rules = null) =>
        new() { ProgrammeCode = "living-expense", ValidFrom = new(2026, 1, 1), Rules = rules ?? Living, Source = "made up" };

    public static HouseholdMember Person(string? category = "g-1-5", DateOnly? born = null, params string[] circumstances) =>
        new(Guid.NewGuid(), category, born ?? new(1990, 5, 1), null, null, circumstances.ToHashSet(), false);

    public static Household Family(params HouseholdMember[] members) => new(members, "41270");

    public static GivenSupport Given(Guid member, DateOnly from, DateOnly to, string need = "living", string programme = "other", long won = 100_000, Guid? award = null) =>
        new(member, need, programme, from, to, won, award);

    public static EligibilityResult Of(ProgrammeRules rules, Household household, IReadOnlyList<GivenSupport>? already = null, params string[] papers) =>
        Eligibility.Of(Terms(rules), household, already ?? [], papers.ToHashSet(), Day);

    /// <summary>What a rule said, and why.</summary>
    public static (Met Met, string Reason) Said(this EligibilityResult result, EligibilityItem item, Guid? member = null)
    {
        var found = result.Findings.Single(finding => finding.Item == item && finding.Member == member);
        return (found.Met, found.Reason["support.reason.".Length..]);
    }
}
