using MigrantServices.Core.Grievances.Export;

namespace MigrantServices.Portal.Web.Export;

/// <summary>What the form of an export and its preview show, of whatever service the case is.</summary>
public interface IExportPage
{
    ExportCase Form { get; }

    /// <summary>Where the case is.</summary>
    string Address { get; }

    /// <summary>How much of each chosen part there is; null while it is chosen.</summary>
    IReadOnlyList<(ExportPart Part, int Count)>? Chosen { get; }

    IReadOnlyList<Choice> Purposes { get; }

    IReadOnlyList<Choice> Parts { get; }
}
