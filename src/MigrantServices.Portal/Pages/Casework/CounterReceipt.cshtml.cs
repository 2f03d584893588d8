using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Shows once the code of a case that was taken down, to be read out or printed for the person.</summary>
public sealed class CounterReceiptModel(PortalDb db) : CasePage<Grievance>(db, Grievance.Service)
{
    internal const string CodeKey = "counter-code";
    internal const string RenewedKey = "counter-renewed";

    internal const string FiledKey = "counter-filed";

    /// <summary>Set apart at once: whoever took it down gives its code to the person and sees it no more.</summary>
    public bool IsOutOfSight => Case.RolesOf(Actor) == Core.People.Role.None;

    // shown once to whoever has just taken it down, also where it is not theirs to see
    protected override IQueryable<Grievance> Cases => TempData.Peek(FiledKey) as string == Reference ? Db.Grievances.Where(c => c.Reference == Reference) : base.Cases;

    /// <summary>Null when it was shown before, or when the same form had been sent before.</summary>
    public ReceiptCode? Code { get; private set; }

    /// <summary>The case was there before; only its code is new.</summary>
    public bool IsRenewed { get; private set; }

    public void OnGet()
    {
        Code = ReceiptCode.TryParse(TempData[CodeKey] as string, out var code) ? code : null;
        TempData.Remove(FiledKey);
        IsRenewed = TempData[RenewedKey] is true;
    }
}
