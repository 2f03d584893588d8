using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Cases;
using MigrantServices.Portal.Web.Export;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>The case's handler or a supervisor chooses what of it is handed out and what for, sees what is in it, and saves it.</summary>
public sealed class ExportModel(PortalDb db, ExportDesk desk, ExportPaper paper, CodeChoices choices, IValidator<ExportCase> rules) : CasePage<Grievance>(db, Grievance.Service), IExportPage
{
    [BindProperty]
    public ExportCase Form { get; set; } = new();

    public string Address => CaseAddress.Of(Case);

    public IReadOnlyList<(ExportPart Part, int Count)>? Chosen { get; private set; }

    public IReadOnlyList<Choice> Purposes => [.. choices.Of<ExportPurpose>("export.purpose").Where(choice => choice.Value != nameof(ExportPurpose.Planning))];

    public IReadOnlyList<Choice> Parts => choices.Named("export.part", ExportDesk.PartsFor(Case, Actor).Select(part => part.ToString()));

    /// <summary>How much of a part there is.</summary>
    public static int CountOf(CaseExport export, ExportPart part) => part switch
    {
        ExportPart.People => export.People!.Persons.Count,
        ExportPart.Messages => export.Messages!.Count,
        ExportPart.Inquiry => export.Inquiry!.Checks.Count + export.Inquiry.Records.Count + export.Inquiry.Referrals.Count,
        ExportPart.Protection => export.Protection!.Count,
        ExportPart.Decisions => (export.Decisions!.AnsweredAt is null ? 0 : 1) + export.Decisions.Recommendations.Count,
        ExportPart.History => export.History!.Count,
        ExportPart.Files => export.Files!.Count,
        ExportPart.Notes => export.Notes!.Count,
        _ => 1,
    };

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, () =>
        {
            if (ExportDesk.May(Case, Actor))
            {
                return next();
            }

            context.Result = StatusCode(StatusCodes.Status403Forbidden);
            return Task.FromResult(new PageHandlerExecutedContext(PageContext, context.Filters, context.HandlerMethod, this));
        });

    public void OnGet()
    {
    }

    public void OnPostChange()
    {
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (await PassesAsync(rules, Form, nameof(Form)))
        {
            var preview = await desk.ReadAsync(Case, Form, Actor, cancel);
            Chosen = [.. preview.Parts.Select(part => (part, CountOf(preview, part)))];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostJsonAsync(CancellationToken cancel) => await PassesAsync(rules, Form, nameof(Form))
        ? HandOut.Of((await desk.TakeAsync(Case, Form, Actor, cancel)).ToJson(), "application/json", "copy.json", Response)
        : Page();

    public async Task<IActionResult> OnPostPdfAsync(CancellationToken cancel) => await PassesAsync(rules, Form, nameof(Form))
        ? HandOut.Of(paper.Make(await desk.TakeAsync(Case, Form, Actor, cancel)), "application/pdf", "copy.pdf", Response)
        : Page();
}
