using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>Received: the code to keep, and what happens next.</summary>
public sealed class SentModel(SentForm sent, VisitDoor door, TextCatalog texts) : SentPage(sent, FormKind.Support, door, texts, "/MySupport/Status");
