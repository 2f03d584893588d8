using MigrantServices.Core.Grievances.Filing;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>A page that shows the form of files and of what the person hopes for.</summary>
public interface IFilesForm
{
    TellHope Form { get; }

    string? Autosave { get; }

    /// <summary>The person looks at the check page again afterwards.</summary>
    bool Back { get; }

    IReadOnlyList<DraftFile> Files { get; }
}
