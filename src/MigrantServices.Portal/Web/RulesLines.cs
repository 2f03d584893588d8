using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Portal.Web;

/// <summary>The terms of a programme line by line, in words, for administrators.</summary>
public sealed class RulesLines(TextCatalog texts, SupportWords words)
{
    /// <summary>What the terms say; what they leave out has no line.</summary>
    public IEnumerable<(string Label, string Text)> Of(ProgrammeRules rules) => All(rules).Where(line => line.Text is not null).Select(line => (texts[line.Label], line.Text!));

    /// <summary>What is said before or after, side by side.</summary>
    public IReadOnlyList<RulesLine> Compare(ProgrammeRules? before, ProgrammeRules? after)
    {
        var old = before is null ? [] : All(before).ToDictionary(line => line.Label, line => line.Text);
        var made = after is null ? [] : All(after).ToDictionary(line => line.Label, line => line.Text);
        return [.. old.Keys.Union(made.Keys)
            .Select(label => new RulesLine(texts[label], old.GetValueOrDefault(label), made.GetValueOrDefault(label)))
            .Where(line => line.Before is not null || line.After is not null)];
    }

    private IEnumerable<(string Label, string? Text)> All(ProgrammeRules rules) =>
    [
        ("programme.need", words.Name(Lists.SupportNeeds, rules.Need)),
        ("programme.covers", texts["support.covers." + rules.Covers]),
        ("programme.categories", words.Categories(rules)),
        ("support.age", words.Ages(rules)),
        ("programme.circumstances", words.Circumstances(rules)),
        ("programme.papers", rules.Papers.Count == 0 ? null : string.Join(" · ", rules.Papers.Select(words.Paper))),
        ("programme.amounts", rules.GivesMoney ? string.Join(" / ", rules.AmountsWon.Select(words.Won)) : null),
        ("programme.more", rules.MoreWon > 0 ? words.Won(rules.MoreWon) : null),
        ("programme.monthly", rules.GivesMoney ? texts[rules.IsMonthly ? "form.yes" : "form.no"] : null),
        ("programme.ceiling", Won(rules.CeilingWon)),
        ("programme.won-in-all", Won(rules.WonInAll)),
        ("programme.budget-line", rules.BudgetLine is { } line ? words.Name(Lists.BudgetLines, line) : null),
        ("programme.months", texts["support.months", rules.Months]),
        ("programme.months-in-all", rules.MonthsInAll is { } months ? texts["support.months", months] : null),
        ("programme.limit-years", rules.LimitYears is { } years ? texts["programme.years", years] : null),
        ("programme.opens", rules.OpensOn?.ForPeople()),
        ("programme.closes", rules.ClosesOn?.ForPeople()),
        ("programme.urgent", rules.IsUrgent ? texts["form.yes"] : null),
        ("programme.providers", rules.Providers.Count == 0 ? null : words.Providers(rules)),
        ("programme.capacity", rules.Capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("programme.excludes-needs", rules.ExcludesNeeds.Count == 0 ? null : words.Names(Lists.SupportNeeds, rules.ExcludesNeeds)),
        ("programme.excludes-programmes", rules.ExcludesProgrammes.Count == 0 ? null : string.Join(" · ", rules.ExcludesProgrammes.Select(words.Name))),
    ];

    private string? Won(long? won) => won is { } sum ? words.Won(sum) : null;
}

/// <summary>One line of terms before and after a change.</summary>
public sealed record RulesLine(string Label, string? Before, string? After)
{
    public bool IsDifferent => Before != After;
}
