using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Puts what is said to an objection before a second person.</summary>
public sealed class ProposeObjectionModel(PortalDb db, DecisionDesk desk, TextCatalog texts, IValidator<AnswerObjection> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.ProposeObjection)
{
    [BindProperty]
    public AnswerObjection Form { get; set; } = new();

    public IReadOnlyList<Choice> Verdicts => [new("true", texts["objection.stands.True"]), new("false", texts["objection.stands.False"])];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ProposeObjectionAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
