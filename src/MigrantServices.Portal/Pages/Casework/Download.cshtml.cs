using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Cases;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Gives a colleague a checked file of the case.</summary>
public sealed class DownloadModel(PortalDb db, FileStore files, AccessLog access) : DownloadPage<Grievance>(db, Grievance.Service, files, access);
