using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Gives the code by which the unfinished form is found again.</summary>
public sealed class LaterModel(FilingForm<FileGrievance> form) : LaterPage<FileGrievance>(form);
