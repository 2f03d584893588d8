using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Puts right what was kept of an addressee's answer; what stood there stays readable.</summary>
public sealed class CorrectMeasuresModel(PortalDb db, RecommendationRegister register, RecommendationDesk desk, CodeChoices choices, IValidator<CorrectMeasures> rules)
    : OneRecommendationPage(db, register, Grievance.CorrectMeasures)
{
    [BindProperty]
    public CorrectMeasures Form { get; set; } = new();

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

        await desk.CorrectAsync(Case, recommendation, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        if (View is { Reply: not null } kept && HttpMethods.IsGet(Request.Method))
        {
            Form = new() { Reply = kept.Reply, RepliedOn = kept.RepliedOn, Reasons = kept.Reasons };
        }
    }
}
