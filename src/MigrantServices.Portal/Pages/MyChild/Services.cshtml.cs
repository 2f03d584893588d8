using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>What the card opens where the family lives, to whom it agreed that the child is referred and what each was told; each agreement can be taken back here.</summary>
public sealed class ServicesModel(PortalDb db, ServiceConsentDesk desk, ServiceReader reader, ChildcareReader childcare, CardOpenings openings) : MyChildPage(db)
{
    public IReadOnlyList<ConsentLine> Consents { get; private set; } = [];

    public IReadOnlyList<ReferralLine> Referrals { get; private set; } = [];

    public IReadOnlyList<AwardLine> Childcare { get; private set; } = [];

    public IReadOnlyList<CardUse> Uses => openings.In(Case.Municipality);

    public CodeChoices Choices => HttpContext.RequestServices.GetRequiredService<CodeChoices>();

    public bool MayTakeBack => May(ChildConfirmation.WithdrawServiceConsent);

    public async Task<IActionResult> OnPostTakeBackAsync(Guid consent, CancellationToken cancel) =>
        await desk.WithdrawAsync(Case, consent, Actor, cancel) ? RedirectToPage() : NotFound();

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Consents = await reader.ConsentsAsync(Case.Id, cancel);
        Referrals = await reader.ReferralsAsync(Case.Id, cancel);
        Childcare = await childcare.AwardsAsync(Case.Id, cancel);
    }
}
