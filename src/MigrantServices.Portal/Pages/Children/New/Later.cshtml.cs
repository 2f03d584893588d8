using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>Gives the code by which the unfinished form is found again.</summary>
public sealed class LaterModel(FilingForm<ApplyForChild> form) : LaterPage<ApplyForChild>(form);
