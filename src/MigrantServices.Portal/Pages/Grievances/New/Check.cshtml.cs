using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
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

    public bool IsComplete { get; private set; }

    public bool WithName => form.Answers.Contact.WithName == true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await form.OpenAsync(HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet() => form.Key is null ? RedirectToPage(FilingSteps.Story) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (form.Key is not { } key)
        {
            // Sent already and pressed again: the receipt tells so.
            return RedirectToPage("Sent");
        }

        if (!await PassesAsync(rules, form.Answers, "Form"))
        {
            return Page();
        }

        await desk.SendAsync(key, CultureInfo.CurrentUICulture.Name, cancel);
        return RedirectToPage("Sent");
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        IsComplete = (await rules.ValidateAsync(form.Answers, cancel)).IsValid;
        Sections = await shown.SectionsAsync(form, cancel);
    }
}
