using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Puts an answer before a second person.</summary>
public sealed class ProposeModel(PortalDb db, DecisionDesk desk, CodeChoices choices, IValidator<ProposeAnswer> rules) : CasePage<Grievance>(db, Grievance.Service, Grievance.Propose)
{
    [BindProperty]
    public ProposeAnswer Form { get; set; } = new();

    /// <summary>Each reason with its outcome before it, as the procedure of this case knows them.</summary>
    public IReadOnlyList<Choice> Reasons => [.. desk.Reasons(Case).Select(code => new Choice(code, choices.Reason(code)))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ProposeAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public IReadOnlyList<Choice> Kinds => choices.Of<TranslationKind>("translation-kind");

    /// <summary>The foreign texts of which to say which version was read.</summary>
    public IReadOnlyList<SourceChoice> SourceChoices { get; private set; } = [];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        SourceChoices = Case is null ? [] : await desk.SourcesAsync(Case, Actor, cancel);
    }
}
