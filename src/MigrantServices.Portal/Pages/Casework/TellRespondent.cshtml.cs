using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Tells the other side how it ended, in words written for them; where somebody is not safe only with a reason.</summary>
public sealed class TellRespondentModel(PortalDb db, OtherSideDesk desk, TextCatalog texts, IValidator<TellRespondent> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.TellRespondent)
{
    [BindProperty]
    public TellRespondent Form { get; set; } = new();

    /// <summary>The letter as it would go out; null until it is asked for.</summary>
    public Letter? Preview { get; private set; }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (await PassesAsync(rules, Form, nameof(Form)) && May(Grievance.TellRespondent))
        {
            Preview = desk.Result(Case, Form, Actor);
            Say(await desk.WhyNotAsync(Case, Preview, cancel));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await PassesAsync(rules, Form, nameof(Form)) && Case.IsUnsafe && string.IsNullOrWhiteSpace(Form.Although))
        {
            ModelState.AddModelError("Form.Although", texts["rule.write-something"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await desk.TellAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
