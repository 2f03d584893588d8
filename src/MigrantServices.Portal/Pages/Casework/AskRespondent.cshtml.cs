using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Asks the other side by a letter, which can be read first.</summary>
public sealed class AskRespondentModel(PortalDb db, OtherSideDesk desk, TextCatalog texts, IValidator<KeepRecord> rules, IValidator<GoOutAlthough> safety)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.AskRespondent)
{
    [BindProperty]
    public KeepRecord Form { get; set; } = new();

    [BindProperty]
    public GoOutAlthough Although { get; set; } = new();

    /// <summary>The letter as it would go out; null until it is asked for.</summary>
    public Letter? Preview { get; private set; }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (await IsRightAsync())
        {
            Preview = desk.Question(Case, Form, Actor);
            Say(await desk.WhyNotAsync(Case, Preview, cancel));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await IsRightAsync() && await PassesAsync(safety, Although, nameof(Although)) && OtherSidePost.WhyNotSafe(Case, Although.Reason) is not null)
        {
            ModelState.AddModelError("Although.Reason", texts["rule.write-something"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await desk.AskAsync(Case, Form, Although.Reason, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    // which deed it is the page says, never the form
    private Task<bool> IsRightAsync()
    {
        Form.Deed = Grievance.AskRespondent.Code;
        return PassesAsync(rules, Form, nameof(Form));
    }
}
