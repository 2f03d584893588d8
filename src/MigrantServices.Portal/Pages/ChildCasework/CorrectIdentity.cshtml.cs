using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Corrects what is known of the child. It opens nothing: what stands there now is read on the page before, with a purpose.</summary>
public sealed class CorrectIdentityModel(PortalDb db, IdentityDesk desk, CodeChoices choices, IValidator<CorrectChild> rules) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.CorrectIdentity)
{
    [BindProperty]
    public CorrectChild Form { get; set; } = new();

    public IReadOnlyList<Choice> Sexes => choices.Named("children.sex", CorrectChild.Sexes);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.CorrectAsync(Case, Form.Identity(), Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
