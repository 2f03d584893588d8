using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.Tell;

/// <summary>Received: a code that shows that it arrived and nothing else.</summary>
public sealed class SentModel(SentForm sent, VisitDoor door, TextCatalog texts) : SentPage(sent, FormKind.ToldOfChild, door, texts, "/MyChild/Told")
{
    public override string CodeWhy => "child.told.code";
}
