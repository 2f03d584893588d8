using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCounter;

/// <summary>Shows once the code of what was taken down, to be read out or printed: the code of a parent, or that of somebody who told of a child.</summary>
public sealed class ReceiptModel(PortalDb db) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    internal const string CodeKey = "child-counter-code";
    internal const string FiledKey = "child-counter-filed";

    /// <summary>Null when it was shown before, when the same form had been sent before, and for a child of the office's own.</summary>
    public ReceiptCode? Code { get; private set; }

    public bool IsNew { get; private set; }

    public void OnGet()
    {
        Code = ReceiptCode.TryParse(TempData[CodeKey] as string, out var code) ? code : null;
        IsNew = TempData[FiledKey] is string;
    }
}
