using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Keeps what the addressee of a recommendation answered.</summary>
public sealed class RecordMeasuresModel(PortalDb db, RecommendationRegister register, RecommendationDesk desk, CodeChoices choices, IValidator<RecordMeasures> rules)
    : OneRecommendationPage(db, register, Grievance.RecordMeasures)
{
    [BindProperty]
    public RecordMeasures Form { get; set; } = new();

    public IReadOnlyList<Choice> Replies => choices.Of<MeasuresReply>("measures-reply");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Case, Id, cancel) is not { } recommendation)
        {
            return NotFound();
        }

        await PassesAsync(rules, Form, nameof(Form));
        if (!IsAfterSending(recommendation, Form.RepliedOn, "Form.RepliedOn"))
        {
            return Page();
        }

        await desk.RecordAsync(Case, recommendation, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
