using MigrantServices.Core.Cases;

namespace MigrantServices.Core.RefugeeSupport.Entitlement;

/// <summary>The people who live together and for whom help is asked, each described once.</summary>
public sealed record Household
{
    /// <param name="municipality">The code of the city or county they live in.</param>
    /// <exception cref="RefusedException"><c>support.nobody</c>, <c>support.member-twice</c>.</exception>
    public Household(IReadOnlyList<HouseholdMember> members, string municipality)
    {
        if (members.Count == 0)
        {
            throw new RefusedException(new("support.nobody"));
        }

        if (members.DistinctBy(member => member.Key).Count() < members.Count)
        {
            throw new RefusedException(new("support.member-twice"));
        }

        (Members, Municipality) = (members, municipality);
    }

    public IReadOnlyList<HouseholdMember> Members { get; }

    public string Municipality { get; }

    /// <summary>The household as one of its members alone, for help that each is given apart.</summary>
    public Household Only(Guid member) => new([Members.Single(one => one.Key == member)], Municipality);
}

/// <summary>One person of a household, with no more than the rules ask for.</summary>
/// <param name="Key">Stands for the person within the application; no name.</param>
/// <param name="Category">A code of the list of categories; null means not known or not asked.</param>
/// <param name="BornYear">Where the day is not known; both may be null.</param>
/// <param name="RefugeeApplicationOn">When the person asked for refuge; null where they did not or do not know.</param>
/// <param name="Circumstances">Codes of the list of circumstances.</param>
public sealed record HouseholdMember(
    Guid Key,
    string? Category,
    DateOnly? BornOn,
    int? BornYear,
    DateOnly? RefugeeApplicationOn,
    IReadOnlySet<string> Circumstances,
    bool IsApplicant)
{
    /// <summary>Stands for "no highest age".</summary>
    public const int HighestAge = 150;

    /// <summary>Whether the person was willing to speak of circumstances; else those that are not named stay open.</summary>
    public bool TellsCircumstances { get; init; } = true;

    /// <summary>About which circumstances the person was asked; null stands for all. Who was not asked has not said no.</summary>
    public IReadOnlySet<string>? AskedAbout { get; init; }

    public bool WasAskedAbout(IEnumerable<string> circumstances) => AskedAbout is not { } asked || circumstances.All(asked.Contains);

    /// <summary>Said instead of a birth: between which ages somebody is.</summary>
    public (int Youngest, int Oldest)? Ages { get; init; }

    /// <summary>The youngest and the oldest the person can be on a day; null where nothing is known.</summary>
    public (int Youngest, int Oldest)? AgeOn(DateOnly day)
    {
        if (BornOn is { } born)
        {
            var years = day.Year - born.Year;
            return born.AddYears(years) > day ? (years - 1, years - 1) : (years, years);
        }

        return BornYear is { } year ? (Math.Max(0, day.Year - year - 1), day.Year - year) : Ages;
    }
}
