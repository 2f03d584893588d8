using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Cases;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Gives a colleague a checked file of a child's case.</summary>
public sealed class DownloadModel(PortalDb db, FileStore files, AccessLog access) : DownloadPage<ChildConfirmation>(db, ChildConfirmation.Service, files, access);
