namespace MigrantServices.Core.Matching;

/// <summary>How sure it is that two names, days or people are the same; a person decides, never the band.</summary>
public enum MatchBand
{
    None,
    Possible,
    Likely,
    Certain,
}
