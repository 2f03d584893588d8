using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Export;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Cases;
using MigrantServices.Portal.Web.Export;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>The case's handler or a supervisor chooses what of a child's case is handed out and what for, sees what is in it, and saves it.</summary>
public sealed class ExportModel(PortalDb db, ChildExportDesk desk, ChildExportPaper paper, CodeChoices choices, IValidator<ExportCase> rules) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service), IExportPage
{
    [BindProperty]
    public ExportCase Form { get; set; } = new();

    public string Address => CaseAddress.Of(Case);

    public IReadOnlyList<(ExportPart Part, int Count)>? Chosen { get; private set; }

    public IReadOnlyList<Choice> Purposes => [.. choices.Of<ExportPurpose>("export.purpose").Where(choice => choice.Value != nameof(ExportPurpose.Planning))];

    public IReadOnlyList<Choice> Parts => choices.Named("export.part", ChildExportDesk.PartsFor(Case, Actor).Select(part => part.ToString()));

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, () =>
        {
            if (ChildExportDesk.May(Case, Actor))
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
            Chosen = [.. preview.Parts.Select(part => (part, ChildExportPaper.CountOf(preview, part)))];
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
