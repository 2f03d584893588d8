using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.Tell;

/// <summary>A slip with the code alone.</summary>
public sealed class SlipModel(SentForm sent) : PaperPage(sent, FormKind.ToldOfChild);
