using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Writes down that the family agrees to one receiver being told of the child: how, when, and what shows it.</summary>
public sealed class ServiceConsentModel(PortalDb db, ServiceConsentDesk desk, CodeChoices choices, IValidator<RecordServiceConsent> rules)
    : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.RecordServiceConsent)
{
    [BindProperty]
    public RecordServiceConsent Form { get; set; } = new();

    public IReadOnlyList<Choice> Receivers => choices.Of(Lists.ServiceReceivers);

    public IReadOnlyList<Choice> Ways => choices.Of(Lists.ConsentWays);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.RecordAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Services", new { Reference });
    }
}
