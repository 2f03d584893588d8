using System.Text;

namespace MigrantServices.Core.Matching;

/// <summary>A name as it is written, as it sounds, and as the skeleton of its consonants, so that one name meets itself in another script.</summary>
/// <remarks>Capitals, marks, blanks and the order of its parts tell nothing. It knows nothing of cases, and keeps nothing.</remarks>
public sealed class NameForms
{
    /// <summary>A name with fewer consonants says too little to be found by them alone.</summary>
    private const int FewConsonants = 3;

    private const int MostOrdered = 4;
    private const double Alike = 0.80;
    private const double Resembling = 0.66;
    private const double PartsAlike = 0.5;

    private readonly string[] _written;
    private readonly string[] _sounds;
    private readonly bool _hasNoVowels;

    private NameForms(string[] written, string[] latin, bool hasNoVowels)
    {
        _written = [.. written.Order(StringComparer.Ordinal)];
        _sounds = [.. latin.Select(FamilyNames.Fold).Select(Sounds.Of).Where(part => part.Length > 0).Order(StringComparer.Ordinal)];
        _hasNoVowels = hasNoVowels;
    }

    /// <summary>Whether names of all scripts can be compared on this machine; where not, only those of one script meet.</summary>
    public static bool KnowsAllScripts => Romanizer.KnowsAllScripts;

    /// <summary>Nothing that could be compared was written.</summary>
    public bool IsEmpty => _sounds.Length == 0;

    /// <summary>The consonants in no order; the vowels too where consonants are few. Names that sound alike nearly always have the same.</summary>
    public string Skeleton => SkeletonOf(_sounds);

    /// <summary>What the skeleton would be if one part had been left out; none for names of two parts or fewer.</summary>
    public IEnumerable<string> SkeletonsWithoutOne => _sounds.Length <= 2
        ? []
        : _sounds.Select((_, left) => SkeletonOf([.. _sounds.Where((_, at) => at != left)])).Distinct(StringComparer.Ordinal);

    public static NameForms Of(string? name) => string.IsNullOrWhiteSpace(name)
        ? new([], [], hasNoVowels: false)
        : new(Romanizer.Parts(name), Romanizer.InLatin(name), Romanizer.LeavesOutVowels(name));

    /// <summary>
    /// Certain: the same letters of the same script; other characters of Chinese may sound the same. Likely: the same sounds, or nearly, with enough of them to tell. Possible: they resemble each other, or one leaves out a part of the other.
    /// </summary>
    public static MatchBand Compare(NameForms one, NameForms other)
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            return MatchBand.None;
        }

        if (one._written.SequenceEqual(other._written, StringComparer.Ordinal))
        {
            return MatchBand.Certain;
        }

        var withoutVowels = one._hasNoVowels || other._hasNoVowels;
        var (a, b) = (one.Heard(withoutVowels), other.Heard(withoutVowels));
        var similarity = EachHasItsOwn(a, b) ? Math.Max(Best(a, b), Best(b, a)) : 0;
        var tellsEnough = Math.Min(Consonants(a), Consonants(b)) >= FewConsonants;
        return similarity >= Alike && tellsEnough ? MatchBand.Likely
            : similarity >= 1 || (similarity >= Resembling && tellsEnough) || LeavesOut(a, b) || LeavesOut(b, a) ? MatchBand.Possible
            : MatchBand.None;
    }

    private string[] Heard(bool withoutVowels) =>
        withoutVowels ? [.. _sounds.Select(Sounds.Consonants).Where(part => part.Length > 0).Order(StringComparer.Ordinal)] : _sounds;

    private static int Consonants(string[] sounds) => sounds.Sum(part => Sounds.Consonants(part).Length);

    private static string SkeletonOf(string[] sounds)
    {
        var all = string.Concat(sounds);
        var consonants = Sounds.Consonants(all);
        return string.Concat((consonants.Length < FewConsonants ? all : consonants).Order());
    }

    // of two parts or more, each is a part of the longer name too
    private static bool LeavesOut(string[] shorter, string[] longer) => shorter.Length >= 2 && shorter.Length < longer.Length
        && shorter.GroupBy(part => part, StringComparer.Ordinal).All(part => longer.Count(other => other == part.Key) >= part.Count());

    // Nguyen Thi Huong and Nguyen Thi Lan have most sounds in common, and are two people
    private static bool EachHasItsOwn(string[] one, string[] other) => one.Length != other.Length || one.Length is < 2 or > MostOrdered
        || Orders(one).Any(order => order.Zip(other).All(pair => Likeness(pair.First, pair.Second) >= PartsAlike));

    // names are written with blanks or without, and in any order: every order of the one is held against the other
    private static double Best(string[] ordered, string[] other)
    {
        var against = string.Concat(other);
        return (ordered.Length <= MostOrdered ? Orders(ordered) : [ordered]).Max(order => Likeness(string.Concat(order), against));
    }

    private static IEnumerable<string[]> Orders(string[] parts) => parts.Length <= 1
        ? [parts]
        : parts.SelectMany((part, at) => Orders([.. parts.Where((_, other) => other != at)]).Select(rest => (string[])[part, .. rest]));

    // a consonant weighs twice what a vowel weighs
    private static double Likeness(string one, string other)
    {
        var before = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var j = 1; j <= other.Length; j++)
        {
            before[j] = before[j - 1] + Weight(other[j - 1]);
        }

        foreach (var letter in one)
        {
            row[0] = before[0] + Weight(letter);
            for (var j = 1; j <= other.Length; j++)
            {
                var change = letter == other[j - 1] ? 0 : Math.Max(Weight(letter), Weight(other[j - 1]));
                row[j] = Math.Min(before[j - 1] + change, Math.Min(before[j] + Weight(letter), row[j - 1] + Weight(other[j - 1])));
            }

            (before, row) = (row, before);
        }

        var whole = Math.Max(one.Sum(Weight), other.Sum(Weight));
        return whole == 0 ? 0 : 1 - (double)before[^1] / whole;
    }

    private static int Weight(char sound) => Sounds.Vowels.Contains(sound) ? 1 : 2;
}
