using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>Destroys what a parent began and takes it off their device.</summary>
public sealed class DiscardModel(FilingForm<ApplyForChild> form) : DiscardPage<ApplyForChild>(form);
