using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>Gives the code by which the unfinished form is found again.</summary>
public sealed class LaterModel(FilingForm<ApplyForSupport> form) : LaterPage<ApplyForSupport>(form);
