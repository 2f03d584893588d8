using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>A slip with the code alone, which can be carried past anybody.</summary>
public sealed class SlipModel(SentForm sent) : PaperPage(sent, FormKind.Support);
