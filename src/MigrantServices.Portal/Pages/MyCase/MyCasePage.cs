using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>A page for the holder of a code. Their visit says which case it is, so that no reference stands in the address.</summary>
public abstract class MyCasePage(PortalDb db, CaseAction? action = null) : CasePage<Grievance>(db, Grievance.Service, action)
{
    /// <summary>The office waits for an answer to something it asked.</summary>
    public bool IsAsked => May(Grievance.AnswerSupplement);

    public bool MayWrite => IsAsked || May(Grievance.Reply);

    /// <summary>It came without a name, and the office looks into it on its own account.</summary>
    public bool IsTakenUp => Case is { IsAnonymous: true, OwnMotionAt: not null, IsOpen: true };

    protected override IQueryable<Grievance> Cases => Db.Grievances.VisibleTo(Actor, Grievance.Service);
}
