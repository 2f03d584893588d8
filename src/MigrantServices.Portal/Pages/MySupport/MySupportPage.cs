using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>A page for the holder of a code of an application. Their visit says which case it is, so that no reference stands in the address.</summary>
public abstract class MySupportPage(PortalDb db, CaseAction? action = null) : CasePage<SupportApplication>(db, SupportApplication.Service, action)
{
    /// <summary>The office waits for an answer to something it asked.</summary>
    public bool IsAsked => May(SupportApplication.AnswerSupplement);

    public bool MayWrite => IsAsked || May(SupportApplication.Reply);

    protected override IQueryable<SupportApplication> Cases => Db.SupportApplications.VisibleTo(Actor, SupportApplication.Service);
}
