namespace MigrantServices.Core.Documents;

/// <summary>How the check of a usable file ended; each has a sentence in every language.</summary>
public static class FileVerdicts
{
    public const string Clean = "files.clean";

    /// <summary>The office runs no scanner: colleagues are told before they open the file.</summary>
    public const string NotScanned = "files.not-scanned";
}
