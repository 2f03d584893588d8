using System.Globalization;

namespace MigrantServices.Core.Grievances;

/// <summary>Covers a name or a way of contact so that a colleague can tell two apart and learns neither.</summary>
public static class CoveredText
{
    private const string Dots = "●●●";

    /// <summary>The first letter of any script, whole, and a fixed number of dots: the length tells nothing.</summary>
    public static string Cover(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? "" : StringInfo.GetNextTextElement(trimmed) + Dots;
    }
}
