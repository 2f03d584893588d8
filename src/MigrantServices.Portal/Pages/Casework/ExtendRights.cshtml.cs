using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Takes more time for the whole procedure; the letter that goes out with it can be read first.</summary>
public sealed class ExtendRightsModel(PortalDb db, RightsDesk desk, LetterWriter letters, CodeChoices choices, IValidator<ExtendMonths> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.ExtendRights)
{
    [BindProperty]
    public ExtendMonths Form { get; set; } = new();

    public IReadOnlyList<Choice> Reasons => choices.Of(Lists.ExtensionReasons, Case.ReceivedAt);

    public IReadOnlyList<Choice> Kinds => choices.Of<TranslationKind>("translation-kind");

    /// <summary>The letter as it would go out; null until it is asked for.</summary>
    public Letter? Preview { get; private set; }

    /// <summary>In months.</summary>
    public int Longest => desk.LongestFor(Case);

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        if (await PassesAsync(rules, Form, nameof(Form)))
        {
            Preview = Write();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ExtendAsync(Case, Form, Write() ?? throw new RefusedException(new("case.extension-too-late")), Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    // so many months have no last day to write into a letter
    private Letter? Write() => Form.Months > Longest ? throw new RefusedException(new("grievance.rights-extension-too-long", Longest))
        : letters.RightsExtension(Case, Form, Actor.Name, HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}
