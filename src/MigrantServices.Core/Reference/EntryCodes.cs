namespace MigrantServices.Core.Reference;

/// <summary>How far a city has come that takes part.</summary>
public static class CityPhases
{
    public const string Pilot = "pilot";
    public const string Regular = "regular";

    public static readonly IReadOnlyList<string> All = [Pilot, Regular];
}

/// <summary>The sorts of evidence; a grade may ask for several of them.</summary>
public static class EvidenceSorts
{
    public static readonly IReadOnlyList<string> All = ["paper", "picture", "testimony"];
}

/// <summary>Who may read a case: an officer of the province, one of its city or county, or somebody of an entrusted centre.</summary>
public static class CaseReaders
{
    public const string Province = "province";
    public const string City = "city";
    public const string Centre = "centre";

    public static readonly IReadOnlyList<string> All = [Province, City, Centre];
}
