using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Stops the clock for one of the reasons of the law.</summary>
public sealed class PauseModel(PortalDb db, InquiryDesk desk, CodeChoices choices, IValidator<PauseClock> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.Pause)
{
    [BindProperty]
    public PauseClock Form { get; set; } = new();

    public IReadOnlyList<Choice> Reasons => choices.Of(Lists.PauseReasons, Case.ReceivedAt);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.PauseAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
