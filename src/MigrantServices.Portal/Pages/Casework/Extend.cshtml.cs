using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Takes more time for a case; the letter that goes out with it can be read first.</summary>
public sealed class ExtendModel(PortalDb db, GrievanceDesk desk, LetterWriter letters, CodeChoices choices, IValidator<ExtendDeadline> rules)
    : CasePage<Grievance>(db, Grievance.Service, ServiceCase.Extend)
{
    [BindProperty]
    public ExtendDeadline Form { get; set; } = new();

    public IReadOnlyList<Choice> Reasons => choices.Of(Lists.ExtensionReasons, Case.ReceivedAt);

    public IReadOnlyList<Choice> ConsentWays => choices.Of<ConsentWay>("consent-way");

    public IReadOnlyList<Choice> Kinds => choices.Of<TranslationKind>("translation-kind");

    /// <summary>The letter as it would go out; null until it is asked for.</summary>
    public Letter? Preview { get; private set; }

    /// <summary>How much an extension may have, in the unit of the running clock.</summary>
    public int Longest => desk.ClockOf(Case).LongestExtension;

    /// <summary>In what more time is counted here, as the question says it.</summary>
    public string LengthLabel => $"deed.extend.{desk.ClockOf(Case).ExtensionUnit}";

    /// <summary>A second extension needs the person's consent.</summary>
    public bool NeedsConsent => Case.ExtensionsSoFar > 0;

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

    private Letter? Write() => Case.DueOn is not null && Case.DueIfExtendedBy(Form.Days!.Value, desk.ClockOf(Case)) is { } due
        ? letters.Extension(Case, Form, due, Actor.Name, HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())
        : null;
}
