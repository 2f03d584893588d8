using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A translation beside its original, which somebody other than the translator checks or rejects.</summary>
public sealed class CheckTranslationModel(PortalDb db, TranslationDesk desk, IValidator<RejectTranslation> rules) : CasePage<Grievance>(db, Grievance.Service, Grievance.CheckTranslation)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RejectTranslation Form { get; set; } = new();

    /// <summary>Null only where a form was sent to an address that was made up.</summary>
    public TranslationView? View { get; private set; }

    public Original? Original { get; private set; }

    public bool IsMine => View?.AddedById == Actor.UserId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Case, Id, cancel) is not { } translation)
        {
            return NotFound();
        }

        await desk.CheckAsync(Case, translation, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public async Task<IActionResult> OnPostRejectAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Case, Id, cancel) is not { } translation)
        {
            return NotFound();
        }

        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.RejectAsync(Case, translation, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        if (View is null && Case is not null && await desk.ReadAsync(Case, Id, cancel) is { } found)
        {
            (View, Original) = found;
        }
    }
}
