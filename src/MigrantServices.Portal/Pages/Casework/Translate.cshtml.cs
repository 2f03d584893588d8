using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Puts in a translation of one text of a case, beside the text and without changing it.</summary>
public sealed class TranslateModel(PortalDb db, TranslationDesk desk, CodeChoices choices, TextCatalog texts, IValidator<AddTranslation> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.Translate)
{
    [BindProperty(SupportsGet = true)]
    public TextKind? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AddTranslation Form { get; set; } = new();

    /// <summary>Null only where a form was sent to an address that was made up.</summary>
    public Original? Original { get; private set; }

    public IEnumerable<Choice> Tongues => Languages.All.Select(language => new Choice(language.Tag, language.Autonym));

    public IReadOnlyList<Choice> Kinds => choices.Of<TranslationKind>("translation-kind");

    public IReadOnlyList<Choice> YesOrNo => [new("false", texts["deed.translate.conflict.no"]), new("true", texts["deed.translate.conflict.yes"])];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Original = await FindAsync(cancel);
        return Original is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Original = await FindAsync(cancel);
        if (Original is null)
        {
            return NotFound();
        }

        Form.From = Original.Language;
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.AddAsync(Case, Original, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Original ??= Case is null ? null : await FindAsync(cancel);
    }

    private async Task<Original?> FindAsync(CancellationToken cancel) => Text is { } kind ? await desk.OriginalAsync(Case, kind, Id, cancel) : null;
}
