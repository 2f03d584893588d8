using System.Text.Json;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>Who can have a programme, how much of it and for how long. Everything here is data that administrators change; amounts are whole won.</summary>
public sealed record ProgrammeRules
{
    /// <summary>The need it meets, as a code: two awards for the same need may not meet in time for the same person.</summary>
    public required string Need { get; init; }

    public required SupportCover Covers { get; init; }

    /// <summary>Codes of the list of categories; none means that nobody is asked for one.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<NeededPaper> Papers { get; init; } = [];

    /// <summary>What one, two, three people are given: a month where it is monthly, else once. None for support that is no money.</summary>
    public IReadOnlyList<long> AmountsWon { get; init; } = [];

    /// <summary>For each person beyond those that are named.</summary>
    public long MoreWon { get; init; }

    /// <summary>The most that one award gives, all its months together; for a programme for single persons, for each of them.</summary>
    public long? CeilingWon { get; init; }

    public bool IsMonthly { get; init; }

    /// <summary>The longest time of one award, in months.</summary>
    public required int Months { get; init; }

    /// <summary>The most months that one person can have for this need; null means no limit.</summary>
    public int? MonthsInAll { get; init; }

    /// <summary>The most won that one person or household can have for this need; null means no limit.</summary>
    public long? WonInAll { get; init; }

    /// <summary>Within how many years what was given counts for the limits; null means for a whole life.</summary>
    public int? LimitYears { get; init; }

    /// <summary>Whole years, inclusive.</summary>
    public int? MinAge { get; init; }

    /// <summary>Whole years, inclusive.</summary>
    public int? MaxAge { get; init; }

    /// <summary>Codes of the list of circumstances, one of which has to be there; none means that nobody is asked.</summary>
    public IReadOnlyList<string> Circumstances { get; init; } = [];

    public string? BudgetLine { get; init; }

    /// <summary>The first day on which the programme helps; null means at once.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>The last day on which the programme helps: nothing is given beyond it.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>Codes of the list of providers.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>How many people it can serve at a time; null means no limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>Decided and given on the same day.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Needs that, once met, leave no room for this programme at the same time.</summary>
    public IReadOnlyList<string> ExcludesNeeds { get; init; } = [];

    /// <summary>Programmes that cannot be had at the same time.</summary>
    public IReadOnlyList<string> ExcludesProgrammes { get; init; } = [];

    /// <summary>Whether it gives a sum at all.</summary>
    public bool GivesMoney => AmountsWon.Count > 0;

    /// <summary>What so many people are given: a month where it is monthly, else once.</summary>
    public long RateWon(int people) => people <= 0 || !GivesMoney ? 0
        : checked(AmountsWon[Math.Min(people, AmountsWon.Count) - 1] + (MoreWon * Math.Max(0, people - AmountsWon.Count)));

    /// <summary>What so many people are given in a period, up to the ceiling.</summary>
    public long WonFor(int people, SupportPeriod period) => Math.Min(RateWon(people) * (IsMonthly ? period.Months : 1), CeilingWon ?? long.MaxValue);

    public static ProgrammeRules Of(string json) => JsonSerializer.Deserialize<ProgrammeRules>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };
}

/// <summary>For whom one award is.</summary>
public enum SupportCover
{
    Household,
    Member,
}

/// <summary>A paper that a programme asks for, and what may stand in for it.</summary>
/// <param name="Code">A code of the list of papers.</param>
/// <param name="Substitutes">Codes of the same list, any of which does as well.</param>
public sealed record NeededPaper(string Code, IReadOnlyList<string> Substitutes)
{
    public bool IsAmong(IReadOnlySet<string> papers) => papers.Contains(Code) || Substitutes.Any(papers.Contains);
}
