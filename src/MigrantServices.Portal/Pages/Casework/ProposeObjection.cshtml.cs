using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Puts what is said to an objection before a second person.</summary>
public sealed class ProposeObjectionModel(PortalDb db, DecisionDesk desk, CodeChoices choices, TextCatalog texts, IValidator<AnswerObjection> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.ProposeObjection)
{
    [BindProperty]
    public AnswerObjection Form { get; set; } = new();

    public IReadOnlyList<Choice> Verdicts => [new("true", texts["objection.stands.True"]), new("false", texts["objection.stands.False"])];

    /// <summary>How the case can end instead.</summary>
    public IReadOnlyList<Choice> Reasons => [.. desk.Reasons(Case).Select(code => new Choice(code, choices.Reason(code)))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ProposeObjectionAsync(Case, Form, Actor, cancel);
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
