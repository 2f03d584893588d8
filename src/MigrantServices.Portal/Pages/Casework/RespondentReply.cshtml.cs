using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Keeps what the other side answered to a question.</summary>
public sealed class RespondentReplyModel(PortalDb db, InquiryDesk desk, IValidator<RecordReply> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.RecordRespondentReply)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RecordReply Form { get; set; } = new();

    public IEnumerable<Choice> Tongues => Languages.All.Select(language => new Choice(language.Tag, language.Autonym));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await desk.FindQuestionAsync(Case, Id, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await desk.FindQuestionAsync(Case, Id, cancel) is not { } question)
        {
            return NotFound();
        }

        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.RecordReplyAsync(Case, question, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
