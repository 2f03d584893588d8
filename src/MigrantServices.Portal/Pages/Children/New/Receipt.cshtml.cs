using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>The full receipt, in the parent's language with Korean beside it.</summary>
public sealed class ReceiptModel(SentForm sent) : PaperPage(sent, FormKind.Child);
