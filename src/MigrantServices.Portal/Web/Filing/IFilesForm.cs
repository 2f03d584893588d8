namespace MigrantServices.Portal.Web.Filing;

/// <summary>A page that shows the form of files and of what the person says beside them.</summary>
public interface IFilesForm<out T> : IFilingStep
{
    T Form { get; }

    string? Autosave { get; }

    /// <summary>The person looks at the check page again afterwards.</summary>
    bool Back { get; }

    IReadOnlyList<DraftFile> Files { get; }
}

/// <summary>What the buttons of the form of files are for.</summary>
public static class FilesButtons
{
    public const string More = "more";
    public const string Later = "later";
}
