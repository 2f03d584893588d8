using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>What the chosen programmes need to know of a household, all together; nothing else is asked and nothing else is kept.</summary>
public sealed class SupportAsks(IEnumerable<ProgrammeRules> chosen)
{
    private readonly IReadOnlyList<ProgrammeRules> _rules = [.. chosen];

    public bool Category => _rules.Any(rules => rules.Categories.Count > 0);

    public bool Age => _rules.Any(rules => rules.MinAge is not null || rules.MaxAge is not null);

    /// <summary>Codes of circumstances, one of which a programme wants.</summary>
    public IReadOnlyList<string> Circumstances => [.. _rules.SelectMany(rules => rules.Circumstances).Distinct(StringComparer.Ordinal)];

    /// <summary>Each paper once, however many programmes ask for it, with what may stand in for it.</summary>
    public IReadOnlyList<NeededPaper> Papers => [.. _rules.SelectMany(rules => rules.Papers).GroupBy(paper => paper.Code, StringComparer.Ordinal)
        .Select(same => new NeededPaper(same.Key, [.. same.SelectMany(paper => paper.Substitutes).Distinct(StringComparer.Ordinal)]))];

    public bool IsUrgent => _rules.Any(rules => rules.IsUrgent);
}
