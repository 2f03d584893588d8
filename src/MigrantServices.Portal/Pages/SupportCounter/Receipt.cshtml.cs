using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCounter;

/// <summary>Shows once the code of what was taken down, to be read out or printed.</summary>
public sealed class ReceiptModel(PortalDb db) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    internal const string CodeKey = "support-counter-code";
    internal const string FiledKey = "support-counter-filed";
    internal const string RenewedKey = "support-counter-renewed";

    /// <summary>Null when it was shown before, and when the same form had been sent before.</summary>
    public ReceiptCode? Code { get; private set; }

    /// <summary>The case was there before; only its code is new.</summary>
    public bool IsRenewed { get; private set; }

    public void OnGet()
    {
        Code = ReceiptCode.TryParse(TempData[CodeKey] as string, out var code) ? code : null;
        IsRenewed = TempData[RenewedKey] is true;
    }
}
