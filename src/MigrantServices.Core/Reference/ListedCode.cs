namespace MigrantServices.Core.Reference;

/// <summary>A code that a refusal names; it is read by its name in the reader's language.</summary>
public sealed record ListedCode(string List, string Code)
{
    public string TextKey => $"{List}.{Code}";
}
