namespace MigrantServices.Portal.Web.Filing;

/// <summary>The pages of the form in their order.</summary>
public static class FilingSteps
{
    public const string Story = "Story";
    public const string When = "When";
    public const string Grounds = "Grounds";
    public const string Respondent = "Respondent";
    public const string Files = "Files";
    public const string Contact = "Contact";
    public const string Check = "Check";

    public static readonly IReadOnlyList<string> Pages = [Story, When, Grounds, Respondent, Files, Contact, Check];

    public static readonly IReadOnlyList<string> Titles = [.. Pages.Select(page => $"filing.{page}.step")];

    /// <summary>Counted from 1.</summary>
    public static int Number(string page) => Index(page) + 1;

    public static string After(string page) => Pages[Index(page) + 1];

    public static string? Before(string page) => Index(page) is > 0 and var at ? Pages[at - 1] : null;

    private static int Index(string page) => Pages.IndexOf(page);

    private static int IndexOf(this IReadOnlyList<string> pages, string page)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (string.Equals(pages[i], page, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(page));
    }
}
