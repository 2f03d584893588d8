using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>What an approved decision grants to some people of a household in one programme.</summary>
/// <param name="TermsId">The terms under which it was decided.</param>
/// <param name="Members">Keys of the people it covers.</param>
/// <param name="Won">All instalments together; nought for help that is no money.</param>
/// <param name="Instalments">Null leaves it to <see cref="InstalmentPlan.For"/>.</param>
public sealed record GrantAward(
    Guid CaseId,
    Guid TermsId,
    IReadOnlyList<Guid> Members,
    DateOnly From,
    DateOnly To,
    long Won,
    Guid ProposedById,
    IReadOnlyList<PlannedInstalment>? Instalments = null)
{
    /// <summary>The line of the application; null for help that was asked for without one.</summary>
    public Guid? LineId { get; init; }

    public IReadOnlyList<PlannedInstalment> PlanUnder(ProgrammeRules rules) => Instalments ?? InstalmentPlan.For(rules, new(From, To), Won);
}

/// <summary>A part of an award and its day.</summary>
public sealed record PlannedInstalment(DateOnly DueOn, long Won);

/// <summary>Shares out an award over its months.</summary>
public static class InstalmentPlan
{
    /// <summary>As many instalments as months where help is monthly, else one on the first day; what cannot be shared out evenly comes with the last.</summary>
    public static IReadOnlyList<PlannedInstalment> For(ProgrammeRules rules, SupportPeriod period, long won)
    {
        var parts = rules.IsMonthly ? (int)Math.Min(period.Months, won) : Math.Min(1, (int)Math.Min(won, 1));
        return [.. Enumerable.Range(0, Math.Max(0, parts)).Select(part =>
            new PlannedInstalment(period.From.AddMonths(part), (won / parts) + (part == parts - 1 ? won % parts : 0)))];
    }
}
