using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>A page for the holder of a code of a child's case. Their visit says which case it is, so that no reference stands in the address.</summary>
public abstract class MyChildPage(PortalDb db, CaseAction? action = null) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, action)
{
    /// <summary>The office waits for an answer to something it asked.</summary>
    public bool IsAsked => May(ChildConfirmation.AnswerSupplement);

    public bool MayWrite => IsAsked || May(ChildConfirmation.Reply);

    protected override IQueryable<ChildConfirmation> Cases => Db.ChildConfirmations.VisibleTo(Actor, ChildConfirmation.Service);
}
