using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>The papers of a child's case: their serials and what became of them; printed until the family holds them.</summary>
public sealed class PapersModel(PortalDb db, CardRegister cards) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    public IReadOnlyList<CardLine> Lines { get; private set; } = [];

    /// <summary>This colleague may open who the child is, and so print it.</summary>
    public bool MayPrint => IdentityDesk.WhyNot(Case, Actor) is null;

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Lines = await cards.OfCaseAsync(Case.Id, cancel);
    }
}
