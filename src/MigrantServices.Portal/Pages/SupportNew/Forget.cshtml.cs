using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>Takes the code off this device.</summary>
public sealed class ForgetModel(DraftCookie cookie) : ForgetPage(cookie, FormKind.Support);
