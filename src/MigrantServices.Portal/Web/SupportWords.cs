using System.Globalization;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Portal.Web;

/// <summary>Says in words what a programme is, what it gives and what the rules found.</summary>
public sealed class SupportWords(TextCatalog texts, ProgrammeBook book, CodeChoices codes)
{
    private const string Between = " · ";

    private static string Language => CultureInfo.CurrentUICulture.Name;

    public string Name(string programme) => book.NameOf(programme, Language);

    /// <summary>It is granted by the steps of a plan.</summary>
    public bool IsStartUp(string programme) => book.Programme(programme)?.Kind == SupportKind.StartUp;

    /// <summary>Some months later it is asked what became of it.</summary>
    public bool IsForWork(string programme) => book.Programme(programme)?.Kind == SupportKind.Work;

    public string About(string programme) => book.AboutOf(programme, Language);

    public bool IsExample(ProgrammeTerms terms) => book.IsExample(terms);

    public string Won(long won) => texts["support.won", won.ToString("N0", CultureInfo.InvariantCulture)];

    /// <summary>What so many people are given; null for support that is no money.</summary>
    public string? HowMuch(ProgrammeRules rules, int people) => !rules.GivesMoney ? null
        : rules.Covers == SupportCover.Household
            ? texts[rules.IsMonthly ? "support.amount.household-month" : "support.amount.household", Won(rules.RateWon(people)), people]
            : texts[rules.IsMonthly ? "support.amount.member-month" : "support.amount.member", Won(rules.RateWon(1))];

    public string HowLong(ProgrammeRules rules) => texts["support.months", rules.Months] + (rules.ClosesOn is { } last ? " · " + texts["support.until", last.ForPeople()] : "");

    /// <summary>Who gives it.</summary>
    public string Providers(ProgrammeRules rules) => Names(Lists.SupportProviders, rules.Providers);

    /// <summary>A paper, with what may stand in for it.</summary>
    public string Paper(NeededPaper paper) => paper.Substitutes.Count == 0 ? Name(Lists.SupportPapers, paper.Code)
        : texts["support.paper-or", Name(Lists.SupportPapers, paper.Code), string.Join(texts["support.or"], paper.Substitutes.Select(code => Name(Lists.SupportPapers, code)))];

    /// <summary>For whom it is, by category; null where nobody is asked.</summary>
    public string? Categories(ProgrammeRules rules) => rules.Categories.Count == 0 ? null : Names(Lists.SupportCategories, rules.Categories);

    public string? Ages(ProgrammeRules rules) => rules.MinAge is null && rules.MaxAge is null ? null : Ages(rules.MinAge ?? 0, rules.MaxAge ?? HouseholdMember.HighestAge);

    public string? Circumstances(ProgrammeRules rules) => rules.Circumstances.Count == 0 ? null : Names(Lists.SupportCircumstances, rules.Circumstances);

    public string Names(string list, IEnumerable<string> entries) => string.Join(Between, entries.Select(code => Name(list, code)));

    public string Name(string list, string code) => codes.Name(list, code);

    /// <summary>What one rule says, as a sentence.</summary>
    public string Reason(EligibilityFinding finding) => finding.Item switch
    {
        EligibilityItem.Age => texts[finding.Reason, Ages((int)finding.Args[0], (int)finding.Args[1])],
        EligibilityItem.Circumstance => texts[finding.Reason, Names(Lists.SupportCircumstances, ((string)finding.Args[0]).Split(','))],
        EligibilityItem.Category => texts[finding.Reason, [.. finding.Args.Select(code => Name(Lists.SupportCategories, (string)code))]],
        EligibilityItem.Papers => texts[finding.Reason, Name(Lists.SupportPapers, (string)finding.Args[0])],
        EligibilityItem.Overlap => texts[finding.Reason, [.. finding.Args.Select(arg => arg is string need ? Name(Lists.SupportNeeds, need) : Said(arg))]],
        _ => texts[finding.Reason, [.. finding.Args.Select(Said)]],
    };

    private object Said(object arg) => arg switch { DateOnly day => day.ForPeople(), long won => Won(won), _ => arg };

    private string Ages(int least, int most) => (least, most) switch
    {
        (_, HouseholdMember.HighestAge) => texts["support.ages.from", least],
        (0, _) => texts["support.ages.to", most],
        _ => texts["support.ages.between", least, most],
    };
}
