using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Workday;

/// <summary>One case of a plan: from whom it would go to whom, or why it stays.</summary>
public sealed record PlannedCase(Guid Id, string Reference, int Revision, CaseStatus Status, string Language, DateOnly? DueOn, DateOnly? PausedOn, string? From)
{
    public CaseHandler? To { get; init; }

    /// <summary>Why nobody of those chosen can get it; null when somebody does.</summary>
    public Refusal? WhyNot { get; init; }

    /// <summary>It already lies with the colleague to whom an even share would give it.</summary>
    public bool Stays { get; init; }
}

/// <summary>A colleague's load before and after, as the supervisor sees it.</summary>
public sealed record PlannedLoad(string Name, int Open, int OpenAfter, int Risk, int RiskAfter);

/// <summary>What would happen; nothing is changed by looking at it.</summary>
public sealed record AssignmentPlan(IReadOnlyList<PlannedCase> Cases, IReadOnlyList<PlannedLoad> Loads)
{
    public IEnumerable<PlannedCase> Going => Cases.Where(one => one.To is not null && !one.Stays);

    public IEnumerable<PlannedCase> Staying => Cases.Where(one => one.To is null || one.Stays);

    public IEnumerable<AssignmentLine> Lines => Going.Select(one => new AssignmentLine(one.Id, one.Revision, one.To!.Id));
}
