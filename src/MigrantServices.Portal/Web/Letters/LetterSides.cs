using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;

namespace MigrantServices.Portal.Web.Letters;

/// <summary>A letter in its one or two languages, as a page shows it.</summary>
/// <param name="TheirsFirst">The person reads their own language first, a colleague the Korean that decides.</param>
public sealed record LetterSides(string InKorean, string? InTheirLanguage, string Language, bool TheirsFirst = false)
{
    /// <summary>A letter to somebody who is not the person whose case it is.</summary>
    public static LetterSides InKoreanOnly(string inKorean) => new(inKorean, null, Languages.Korean.Tag);

    public static LetterSides Of(SentLetter letter, bool theirsFirst = false) => new(letter.InKorean, letter.InTheirLanguage, letter.Language, theirsFirst);

    /// <summary>The texts in the order in which they are read, each with its language.</summary>
    public IEnumerable<(Language Language, IReadOnlyList<LetterPiece> Pieces)> Sides()
    {
        var korean = (Languages.Korean, LetterText.Pieces(InKorean));
        if (InTheirLanguage is null)
        {
            return [korean];
        }

        var theirs = (Languages.Find(Language) ?? new(Language, Language), LetterText.Pieces(InTheirLanguage));
        return TheirsFirst ? [theirs, korean] : [korean, theirs];
    }
}
