using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.Tell;

/// <summary>Destroys what somebody began and takes it off their device.</summary>
public sealed class DiscardModel(FilingForm<TellOfChild> form) : DiscardPage<TellOfChild>(form);
