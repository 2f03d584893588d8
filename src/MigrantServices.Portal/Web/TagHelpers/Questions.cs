namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>What the questions of the page being drawn are called, by the names of their fields.</summary>
internal static class Questions
{
    private static readonly object Key = new();

    public static IDictionary<string, string> QuestionsShown(this HttpContext context)
    {
        if (context.Items[Key] is not Dictionary<string, string> shown)
        {
            context.Items[Key] = shown = new(StringComparer.Ordinal);
        }

        return shown;
    }
}
