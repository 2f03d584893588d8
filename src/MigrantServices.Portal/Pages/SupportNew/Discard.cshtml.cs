using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>Destroys what somebody began and takes it off their device.</summary>
public sealed class DiscardModel(FilingForm<ApplyForSupport> form) : DiscardPage<ApplyForSupport>(form);
