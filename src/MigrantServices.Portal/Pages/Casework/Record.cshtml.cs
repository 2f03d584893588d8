using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Does a deed of the inquiry that leaves a record: a plan, a statement, a question, a visit, a session, a settlement and the like.</summary>
public sealed class RecordModel(PortalDb db, InquiryDesk desk, CodeChoices choices, IValidator<KeepRecord> rules) : CasePage<Grievance>(db, Grievance.Service)
{
    [BindProperty(SupportsGet = true)]
    public string Deed { get; set; } = "";

    [BindProperty]
    public KeepRecord Form { get; set; } = new();

    /// <summary>What this deed asks for.</summary>
    public RecordShape Shape => RecordShape.All[Deed];

    public override CaseAction? Action => RecordShape.All.GetValueOrDefault(Deed)?.Deed;

    public IReadOnlyList<Choice> Codes => Shape.List is { } list ? choices.Of(list, Case.ReceivedAt) : [];

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Action is null)
        {
            context.Result = NotFound();
            return Task.CompletedTask;
        }

        return base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // which deed it is the address says, never the form
        Form.Deed = Deed;
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.KeepAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
