namespace MigrantServices.Portal.Web;

/// <summary>One answer a person may pick: what is stored, and the words beside it (already in their language).</summary>
/// <param name="Hint">A line below the words; null when they say enough.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
