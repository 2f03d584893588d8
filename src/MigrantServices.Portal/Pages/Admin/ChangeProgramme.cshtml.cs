using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>An administrator writes what a programme is to be from a day on, sees the difference, and puts it before a second one.</summary>
public sealed class ChangeProgrammeModel(ProgrammeDesk desk, ProgrammeRegister register, CodeChoices codes, SupportWords words, IValidator<ProposeProgramme> rules) : PortalPage
{
    [BindProperty]
    public ProposeProgramme Form { get; set; } = new();

    /// <summary>What would be put forward; null while it is written.</summary>
    public ProgrammeChange? Draft { get; private set; }

    public ProgrammeTerms? Now => Form.Kind == ProgrammeChangeKind.New ? null : register.Book.Find(Form.Code, Form.EffectiveOn ?? register.Today) ?? register.Book.All(Form.Code ?? "").LastOrDefault();

    public IReadOnlyList<KeptTerms> Kept { get; private set; } = [];

    /// <summary>What was typed, to be sent again with the decision.</summary>
    public IEnumerable<(string Name, string Value)> Sent => Request.Form.Where(typed => typed.Key.StartsWith("Form.", StringComparison.Ordinal))
        .SelectMany(typed => typed.Value.OfType<string>().Select(value => (typed.Key, value)));

    public IReadOnlyList<Choice> YesNo => codes.Named("form", ["yes", "no"]) is [var yes, var no] ? [yes with { Value = "true" }, no with { Value = "false" }] : [];

    public IReadOnlyList<Choice> Others => [.. register.Book.Programmes.Where(one => one.Code != Form.Code).Select(one => new Choice(one.Code, words.Name(one.Code)))];

    public IActionResult OnGet(ProgrammeChangeKind kind, string? code)
    {
        Form = new() { Kind = kind, Code = code };
        if (kind == ProgrammeChangeKind.New)
        {
            return Page();
        }

        if (register.Book.Programme(code) is null || Now is not { } now)
        {
            return NotFound();
        }

        Form = kind == ProgrammeChangeKind.Terms ? ProposeProgramme.From(code!, now.Rules) : Form;
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (await PassesAsync(rules, Form, nameof(Form)))
        {
            Draft = desk.Draft(Actor, Form);
            Kept = await register.KeptAsync(Form.Code!, cancel);
        }

        return Page();
    }

    public void OnPostChange()
    {
    }

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancel) => await PassesAsync(rules, Form, nameof(Form))
        ? RedirectToPage("ProgrammeChange", new { id = await desk.ProposeAsync(Actor, Form, cancel) })
        : Page();

    public IReadOnlyList<Choice> Codes(string list) => codes.Of(list);

    public IReadOnlyList<Choice> Named<T>(string prefix)
        where T : struct, Enum => codes.Of<T>(prefix);
}
