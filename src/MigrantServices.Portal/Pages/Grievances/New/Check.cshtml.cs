using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Everything that was answered, to look at before it is sent; and the sending, which files once however often it is pressed.</summary>
public sealed class CheckModel(FilingForm form, IValidator<FileGrievance> rules, AnswersShown shown, FilingDesk desk) : PortalPage
{
    public string Step => FilingSteps.Check;

    public IReadOnlyList<AnswersShown.Section> Sections { get; private set; } = [];

    public bool IsComplete => Missing.Count == 0;

    /// <summary>Fields without an answer, or with one that is not right, so that nothing can be sent yet.</summary>
    public IReadOnlySet<string> Missing { get; private set; } = new HashSet<string>();

    public bool WithName => form.Answers.Contact.WithName == true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await form.OpenAsync(cancel);
        return form.Key is null ? RedirectToPage(FilingSteps.Story) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var held = form.InHand is { } key ? await desk.HoldAsync(key, cancel) : null;
        if (held is { Draft.SentAs: null })
        {
            form.Take(held.Key, held.Answers);
            if (!await PassesAsync(rules, held.Answers, "Form"))
            {
                return Page();
            }

            await desk.SendAsync(held, cancel);
        }

        // Sent already and pressed again: the receipt tells so.
        return RedirectToPage("Sent");
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        if (form.Key is null)
        {
            // shown again although no handler ran: the form's token was refused
            await form.OpenAsync(cancel);
        }

        Missing = (await rules.ValidateAsync(form.Answers, cancel)).Errors.Select(error => error.PropertyName).ToHashSet(StringComparer.Ordinal);
        Sections = await shown.SectionsAsync(form, cancel);
    }
}
