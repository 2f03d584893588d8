using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>Takes more time for an application, with reason and notice; the letter that goes out with it can be read first.</summary>
public sealed class ExtendModel(PortalDb db, SupportExtensionDesk desk, CodeChoices choices, IValidator<ExtendDeadline> rules)
    : CasePage<SupportApplication>(db, SupportApplication.Service, ServiceCase.Extend)
{
    [BindProperty]
    public ExtendDeadline Form { get; set; } = new();

    public IReadOnlyList<Choice> Reasons => choices.Of(Lists.ExtensionReasons);

    public IReadOnlyList<Choice> ConsentWays => choices.Of<ConsentWay>("consent-way");

    /// <summary>The letter as it would go out; null until it is asked for.</summary>
    public Letter? Preview { get; private set; }

    /// <summary>How much an extension may have, in the unit of the running clock.</summary>
    public int Longest => desk.ClockOf(Case).LongestExtension;

    /// <summary>In what more time is counted here, as the question says it.</summary>
    public string LengthLabel => $"deed.extend.{desk.ClockOf(Case).ExtensionUnit}";

    public bool NeedsConsent => Case.ExtensionsSoFar > 0;

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        if (await PassesAsync(rules, Form, nameof(Form)))
        {
            Preview = desk.Letter(Case, Form, Actor);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ExtendAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
