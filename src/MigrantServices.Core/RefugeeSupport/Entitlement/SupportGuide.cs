using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Entitlement;

/// <summary>Says what could help somebody, by the same rules as an application and without knowing who they are.</summary>
public sealed class SupportGuide(ProgrammeBook book)
{
    private const int Grown = 18;
    private const int SchoolAge = 6;
    private const int Oldest = 130;

    /// <summary>The programmes that meet what is needed, or all where nothing was named; those that say no last.</summary>
    public IReadOnlyList<GuideLine> For(AskWhatHelps form, DateOnly today)
    {
        var household = Describe(form);
        return [.. book.On(today)
            .Where(terms => form.Needs is not { Length: > 0 } needs || needs.Contains(terms.Rules.Need))
            .Select(terms => new GuideLine(book.Programme(terms.ProgrammeCode)!, terms, Eligibility.Of(terms, household, [], PapersOf(terms), today)))
            .OrderBy(line => line.Result.Met == Met.No)];
    }

    // which papers somebody has is not asked here: the guide names them
    private static HashSet<string> PapersOf(ProgrammeTerms terms) => [.. terms.Rules.Papers.Select(paper => paper.Code)];

    private static Household Describe(AskWhatHelps form)
    {
        HashSet<string> circumstances = [.. (form.Circumstances ?? []).Where(code => code != AskWhatHelps.None)];
        var category = form.Category is { Length: > 0 } said and not AskWhatHelps.Unknown ? said : null;
        HouseholdMember[] members =
        [
            .. People(form.Adults, (Grown, Oldest)),
            .. People(form.Children, (SchoolAge, Grown - 1)),
            .. People(form.SmallChildren, (0, SchoolAge - 1)),
        ];
        return new(members, "");

        // whose circumstance it is, is not asked: it is enough that somebody's is
        IEnumerable<HouseholdMember> People(int? count, (int, int) ages) => Enumerable.Range(0, count ?? 0).Select(_ =>
            new HouseholdMember(Guid.NewGuid(), category, null, null, null, circumstances, false) { Ages = ages, TellsCircumstances = form.Circumstances is { Length: > 0 } });
    }
}

/// <summary>A programme with what the rules say of it.</summary>
public sealed record GuideLine(SupportProgramme Programme, ProgrammeTerms Terms, EligibilityResult Result)
{
    /// <summary>What is not certain yet, each reason once.</summary>
    public IEnumerable<EligibilityFinding> Uncertain => Of(Met.Open).Where(finding => finding.Item is not EligibilityItem.Capacity);

    public IEnumerable<EligibilityFinding> Against => Of(Met.No);

    private IEnumerable<EligibilityFinding> Of(Met met) => Result.Findings.Where(finding => finding.Met == met).DistinctBy(finding => finding.Reason);
}
