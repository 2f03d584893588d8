namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>A keyed mark by which one person of a household meets themselves in another application. It is of this service alone and meets nothing of any other.</summary>
public sealed class HouseholdMark
{
    public required Guid PersonId { get; init; }

    public required Guid CaseId { get; init; }

    public required HouseholdMarkKind Kind { get; init; }

    public required long Mark { get; init; }
}

/// <summary>What a mark was made of.</summary>
public enum HouseholdMarkKind
{
    /// <summary>The name with the year of birth.</summary>
    NameAndYear,
    Name,

    /// <summary>The name as it would be if one part had been left out.</summary>
    NameWithoutOne,
}

/// <summary>What became known of somebody, so far as it is compared.</summary>
public sealed record LikePerson(Guid Id, Guid Key, Guid CaseId, Matching.NameForms Name, Matching.DateGuess Born);
