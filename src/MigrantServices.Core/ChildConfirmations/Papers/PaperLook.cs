using System.Globalization;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>What both papers share: colours, letters, and how a date is written so that everybody reads it alike.</summary>
internal static class PaperLook
{
    public const double Mm = 72 / 25.4;

    /// <summary>A cheap telephone reads squares of this size.</summary>
    public const double LeastModule = 0.4 * Mm;

    public const string Sans = "Pretendard,Noto Sans,Noto Sans CJK KR,Noto Naskh Arabic,Noto Sans Khmer,Noto Sans Myanmar,Noto Sans Devanagari,sans-serif";

    public static readonly PdfColour Ink = new(0x17, 0x24, 0x30);
    public static readonly PdfColour Quiet = new(0x5A, 0x67, 0x73);
    public static readonly PdfColour Accent = new(0x0B, 0x55, 0x6B);
    public static readonly PdfColour Hair = new(0xC3, 0xCD, 0xD4);
    public static readonly PdfColour Tint = new(0xF1, 0xF6, 0xF8);

    public static readonly PdfLanguage Neutral = new("en");

    public static string Day(DateOnly day, DatePrecision precision = DatePrecision.Day) => day.ToString(
        precision switch { DatePrecision.Day => "yyyy-MM-dd", DatePrecision.Month => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);

    /// <summary>Chinese signs stand in the regular weight only: the bold ones would add as much to the file as all other letters together.</summary>
    public static bool IsBold(string text) => !text.Any(sign => sign is >= '\u4E00' and <= '\u9FFF');

    /// <summary>The address of the check page as people type it, without the token.</summary>
    public static string CheckAddress(string url) => url[..url.IndexOf('#', StringComparison.Ordinal)].Replace("https://", "", StringComparison.Ordinal);

    /// <summary>Korean, and beside it the family's own word; one of them where both are the same.</summary>
    public static string Both(PaperContent content, Func<PaperWords, string> which)
    {
        var (ko, theirs) = (which(content.InKorean), content.InTheirLanguage is { } words ? which(words) : null);
        return theirs is null || theirs == ko ? ko : $"{ko} · {theirs}";
    }

    /// <summary>Both words in one line; where one runs from right to left, each from its own side, because in one run they would not stand on one line.</summary>
    public static double Pair(PdfSheet sheet, PaperContent content, Func<PaperWords, string> which, PdfType type, double x, double y, double width)
    {
        if (content.InTheirLanguage is not { Language.IsRightToLeft: true } theirs)
        {
            return sheet.Text(Both(content, which), content.InKorean.Language, type, x, y, width);
        }

        var half = width / 2;
        sheet.Text(which(theirs), theirs.Language, type with { Side = PdfSide.Right }, x + half - 4, y, half + 4);
        return sheet.Text(which(content.InKorean), content.InKorean.Language, type with { Side = PdfSide.Left }, x, y, half);
    }
}
