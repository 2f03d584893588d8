using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>Why a change to a programme cannot be: asked when it is proposed, and again when it is approved.</summary>
public sealed class ProgrammeCheck(ReferenceBook book, ProgrammeBook programmes)
{
    private static readonly SupportKind[] Sums = [SupportKind.Money, SupportKind.Voucher, SupportKind.StartUp];

    public Refusal? WhyNot(ProgrammeChange change, DateOnly today) =>
        (change.EffectiveOn <= today ? new Refusal("programme.not-in-the-future") : null)
        ?? (change.Kind == ProgrammeChangeKind.New ? OfNew(change) : OfKnown(change))
        ?? (change.Rules is { } rules ? OfRules(rules, change) : null);

    private Refusal? OfNew(ProgrammeChange change) =>
        programmes.Programme(change.ProgrammeCode) is not null ? new("programme.code-taken")
        : change.Programme!.MissingLanguages.Any() ? new("programme.texts-missing", string.Join(", ", change.Programme.MissingLanguages))
        : UnknownOf(Lists.SupportHeadings, [change.Programme.Heading], change.EffectiveOn) ?? UnknownOf(Lists.Articles, [change.Programme.Article], change.EffectiveOn);

    private Refusal? OfKnown(ProgrammeChange change)
    {
        if (programmes.Programme(change.ProgrammeCode) is null)
        {
            return new("programme.not-there");
        }

        var terms = programmes.All(change.ProgrammeCode).ToList();
        var now = programmes.Find(change.ProgrammeCode, change.EffectiveOn);
        return terms.Exists(one => one.ValidFrom == change.EffectiveOn) ? new("programme.day-taken")
            : terms.Exists(one => one.ValidFrom > change.EffectiveOn) ? new("programme.changes-later")
            : now is { ValidTo: not null } ? new("programme.changes-later")
            : now is null ? (change.Kind == ProgrammeChangeKind.Close ? new("programme.not-in-force") : null)
            : change.Rules is { } rules && rules.ToJson() == now.Rules.ToJson() ? new("programme.nothing-changes")
            : null;
    }

    private Refusal? OfRules(ProgrammeRules rules, ProgrammeChange change)
    {
        var day = change.EffectiveOn;
        var kind = change.Programme?.Kind ?? programmes.Programme(change.ProgrammeCode)!.Kind;
        return OfSums(rules, kind)
            ?? (rules.Months < 1 || rules.MonthsInAll < 1 || rules.LimitYears < 1 || rules.Capacity < 1 ? new Refusal("programme.less-than-one") : null)
            ?? (rules.MinAge < 0 || rules.MaxAge < rules.MinAge ? new Refusal("programme.ages") : null)
            ?? (rules.ClosesOn < (rules.OpensOn ?? day) || rules.ClosesOn < day ? new Refusal("programme.closes-before-it-opens") : null)
            ?? UnknownOf(Lists.SupportNeeds, [rules.Need, .. rules.ExcludesNeeds], day)
            ?? UnknownOf(Lists.SupportCategories, rules.Categories, day)
            ?? UnknownOf(Lists.SupportPapers, [.. rules.Papers.SelectMany(paper => paper.Substitutes.Prepend(paper.Code))], day)
            ?? UnknownOf(Lists.SupportCircumstances, rules.Circumstances, day)
            ?? UnknownOf(Lists.SupportProviders, rules.Providers, day)
            ?? (rules.BudgetLine is { } line ? UnknownOf(Lists.BudgetLines, [line], day) : null)
            ?? (rules.ExcludesProgrammes.FirstOrDefault(code => code == change.ProgrammeCode || programmes.Programme(code) is null) is { } unknown
                ? new Refusal("programme.unknown-code", unknown) : null);
    }

    private static Refusal? OfSums(ProgrammeRules rules, SupportKind kind) =>
        rules.AmountsWon.Any(won => won <= 0) || rules.MoreWon < 0 || rules.CeilingWon <= 0 || rules.WonInAll <= 0 ? new("programme.negative-won")
        : Sums.Contains(kind) && !rules.GivesMoney ? new("programme.no-amount")
        : rules.GivesMoney && rules.BudgetLine is null ? new("programme.no-budget-line")
        : null;

    private Refusal? UnknownOf(string list, IEnumerable<string> codes, DateOnly day) =>
        codes.FirstOrDefault(code => !book.Has(list, code, day)) is { } unknown ? new("programme.unknown-code", unknown) : null;
}
