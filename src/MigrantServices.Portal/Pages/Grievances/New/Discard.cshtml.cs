using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Destroys what somebody began and takes it off their device.</summary>
public sealed class DiscardModel(FilingForm<FileGrievance> form) : DiscardPage<FileGrievance>(form);
