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
    internal const string RenewedKey = "child-counter-renewed";
    internal const string ParentKey = "child-counter-parent";

    /// <summary>Null when it was shown before, when the same form had been sent before, and for a child of the office's own.</summary>
    public ReceiptCode? Code { get; private set; }

    public bool IsNew { get; private set; }

    /// <summary>The case was there before; only its code is new.</summary>
    public bool IsRenewed { get; private set; }

    /// <summary>A parent came into a case that was there before.</summary>
    public bool IsParents { get; private set; }

    /// <summary>The code opens the case itself, and not only a receipt.</summary>
    public bool IsForParent => Case.Way == WayIn.Parent || IsRenewed || IsParents;

    public void OnGet()
    {
        Code = ReceiptCode.TryParse(TempData[CodeKey] as string, out var code) ? code : null;
        IsNew = TempData[FiledKey] is string;
        IsRenewed = TempData[RenewedKey] is true;
        IsParents = TempData[ParentKey] is true;
    }
}
