using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>To which receivers the family agreed, and what each was asked and answered.</summary>
public sealed class ServicesModel(PortalDb db, ServiceReader reader, ServiceConsentDesk desk, CodeChoices choices) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    public IReadOnlyList<ConsentLine> Consents { get; private set; } = [];

    public IReadOnlyList<ReferralLine> Referrals { get; private set; } = [];

    public CodeChoices Choices => choices;

    /// <summary>The family said so at a counter or by telephone.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid consent, CancellationToken cancel) =>
        await desk.WithdrawAsync(Case, consent, Actor, cancel) ? RedirectToPage(new { Reference }) : NotFound();

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Consents = await reader.ConsentsAsync(Case.Id, cancel);
        Referrals = await reader.ReferralsAsync(Case.Id, cancel);
    }
}
