namespace MigrantServices.Portal.Web.Filing;

/// <summary>The pages of a form in their order.</summary>
/// <param name="prefix">What the keys of their titles begin with.</param>
public sealed class StepOrder(string prefix, params string[] pages)
{
    public IReadOnlyList<string> Pages { get; } = pages;

    public IReadOnlyList<string> Titles { get; } = [.. pages.Select(page => $"{prefix}.{page}.step")];

    public string First => pages[0];

    /// <summary>What the page is called above its questions.</summary>
    public string TitleOf(string page) => $"{prefix}.{page}.title";

    public string StepOf(string page) => $"{prefix}.{page}.step";

    /// <summary>Counted from 1.</summary>
    public int Number(string page) => Index(page) + 1;

    public string After(string page) => pages[Index(page) + 1];

    public string? Before(string page) => Index(page) is > 0 and var at ? pages[at - 1] : null;

    private int Index(string page) => Array.IndexOf(pages, page) is >= 0 and var at ? at : throw new ArgumentOutOfRangeException(nameof(page));
}
