using System.Text.RegularExpressions;

namespace MigrantServices.Core.Privacy;

/// <summary>The numbers that the portal neither needs nor wants to keep.</summary>
public enum NumberKind
{
    /// <summary>Resident or foreigner registration number.</summary>
    Registration,
    Passport,
    DrivingLicence,
}

/// <summary>A text without such numbers, and how many of each kind were in it.</summary>
public sealed record Masked(string Text, IReadOnlyDictionary<NumberKind, int> Found)
{
    public bool Any => Found.Count > 0;
}

/// <summary>Covers registration, passport and driving licence numbers in free text; telephone numbers, dates and amounts stay.</summary>
public static partial class NumberMask
{
    private const char Cover = '●';

    // the patterns are linear: a megabyte takes a fraction of a second, on a crowded machine a few
    private const int Timeout = 60_000;

    public static Masked Mask(string text)
    {
        var plain = PlainText.Of(text);
        var result = text.ToCharArray();
        var found = new Dictionary<NumberKind, int>();
        Hide(Registration().Matches(plain.Text), NumberKind.Registration);
        Hide(Licence().Matches(plain.Text), NumberKind.DrivingLicence);
        Hide(Passport().Matches(plain.Text).Where(match => !IsOrdinary(match)), NumberKind.Passport);
        return new Masked(found.Count == 0 ? text : new string(result), found);

        void Hide(IEnumerable<Match> matches, NumberKind kind)
        {
            foreach (var match in matches)
            {
                found[kind] = found.GetValueOrDefault(kind) + 1;
                var places = Enumerable.Range(match.Index, match.Length).Where(place => char.IsAsciiLetterOrDigit(plain.Text[place]));
                foreach (var place in places)
                {
                    plain.Cover(result, place, Cover);
                }
            }
        }
    }

    // six digits that can be a day of birth, then seven of which the first says century, sex and nationality
    [GeneratedRegex("""
        (?<![0-9]) [0-9]{2} (?:0[1-9]|1[0-2]) (?:0[1-9]|[12][0-9]|3[01]) [ .-]{0,3} [1-8][0-9]{6} (?![0-9])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Registration();

    // the first group is a region, as a number or, on older licences, as a word
    [GeneratedRegex("""
        (?<![0-9])
        (?: (?:1[1-9]|2[0-8]) [ .-]{1,3} | (?:서울|부산|대구|인천|광주|대전|울산|경기|강원|충북|충남|전북|전남|경북|경남|제주) [ .-]{0,3} )
        [0-9]{2} [ .-]{1,3} [0-9]{6} [ .-]{1,3} [0-9]{2} (?![0-9])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Licence();

    // one or two letters and seven or eight digits; some countries end with a letter, Korea has one in the middle since 2021
    [GeneratedRegex("""
        (?<![0-9A-Za-zÀ-ɏ_]) (?<![0-9A-Za-z]-)
        (?<letters>[A-Za-z]{1,2}) (?<gap>[ .-]{0,2}) (?<digits>[0-9]{7,8}[A-Za-z]?|[0-9]{3}[A-Za-z][0-9]{4})
        (?![0-9A-Za-zÀ-ɏ_]) (?![ ]?[원₩])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Passport();

    [GeneratedRegex("^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex WrittenDate();

    // the shared numbers of companies and offices: 1588-1234 and the like
    [GeneratedRegex("^1[568][0-9]{6}$", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex ServiceLine();

    private static bool IsOrdinary(Match match)
    {
        var letters = match.Groups["letters"].Value;
        var digits = match.Groups["digits"].ValueSpan;
        var isApart = match.Groups["gap"].Length > 0;
        var isLower = letters.Any(char.IsAsciiLetterLower);
        return letters.ToUpperInvariant() switch
        {
            "NO" or "NR" or "ID" => true,
            "A" or "I" or "TO" or "IN" or "ON" or "AT" or "OF" or "BY" or "OR" or "IS" or "AS" or "MY" or "AM" or "PM" when isApart => true,
            "T" or "F" or "P" or "H" when isApart || ServiceLine().IsMatch(digits) => true,
            _ => (isApart && isLower) || ((isApart || isLower) && WrittenDate().IsMatch(digits)),
        };
    }
}
