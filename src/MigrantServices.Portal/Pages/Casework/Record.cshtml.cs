using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Does a deed of the inquiry that leaves a record: a plan, a statement, a visit, a session, a settlement and the like.</summary>
public sealed class RecordModel(PortalDb db, InquiryDesk desk, CodeChoices choices, IValidator<KeepRecord> rules) : CasePage<Grievance>(db, Grievance.Service)
{
    [BindProperty(SupportsGet = true)]
    public string Deed { get; set; } = "";

    [BindProperty]
    public KeepRecord Form { get; set; } = new();

    /// <summary>What this deed asks for.</summary>
    public RecordShape Shape => RecordShape.All[Deed];

    /// <summary>The other side is asked by a letter, which has a page of its own.</summary>
    public override CaseAction? Action => Deed == Grievance.AskRespondent.Code ? null : RecordShape.All.GetValueOrDefault(Deed)?.Deed;

    /// <summary>The periods that the sentence above the form names, as this case has them.</summary>
    public object[] Lengths(PeriodWords periods) =>
    [
        .. (Action == Grievance.BeginSiteInvestigation ? [Grievance.SitePeriod, Clocks.LongestExtensionOf(Grievance.SitePeriod)]
            : Action == Grievance.OpenOwnMotion ? [Grievance.RightsPeriod]
            : Array.Empty<string>()).Select(code => periods.Of(code, Case.ReceivedAt)),
    ];

    public IReadOnlyList<Choice> Codes => Shape.List is { } list ? choices.Of(list, Case.ReceivedAt) : [];

    public IEnumerable<Choice> Tongues => Languages.All.Select(language => new Choice(language.Tag, language.Autonym));

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
