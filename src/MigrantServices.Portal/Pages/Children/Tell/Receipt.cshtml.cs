using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.Tell;

/// <summary>The full receipt: that it arrived and when.</summary>
public sealed class ReceiptModel(SentForm sent) : PaperPage(sent, FormKind.ToldOfChild);
