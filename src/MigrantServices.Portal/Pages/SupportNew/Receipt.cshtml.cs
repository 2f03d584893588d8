using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>The full receipt, in the person's language with Korean beside it.</summary>
public sealed class ReceiptModel(SentForm sent) : PaperPage(sent, FormKind.Support);
