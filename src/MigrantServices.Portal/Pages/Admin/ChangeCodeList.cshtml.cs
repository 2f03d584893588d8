using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>An administrator writes what is to be different from a day on, sees the difference, and puts it before a second one.</summary>
public sealed class ChangeCodeListModel(ReferenceDesk desk, ReferenceRegister register, ChangeCheck check, ReferenceWords words, IValidator<ProposeChange> rules) : PortalPage
{
    [BindProperty]
    public ProposeChange Form { get; set; } = new();

    public ReferenceWords Words => words;

    public ChangeableList Rule => ChangeableList.Find(RouteData.Values["list"] as string)!;

    /// <summary>What would be put forward; null while it is written.</summary>
    public ReferenceChange? Draft { get; private set; }

    public ReferenceItem? Now => Form.Kind == ChangeKind.Add ? null : register.Find(Rule.List, Form.Code, Form.EffectiveOn);

    public int OpenCases { get; private set; }

    public IReadOnlyList<Choice> Laws => [.. check.Laws().Select(law => new Choice(law, law))];

    public IReadOnlyList<Choice> Units => [.. PeriodUnits.Of(Form.Code ?? "", EntryDetails.Of(Now?.Details).Unit ?? "").Select(unit => new Choice(unit, Texts["reference.unit-name." + unit]))];

    public IReadOnlyList<Choice> Items => [.. ChildItems.All.Select(item => new Choice(item, Texts["child-item." + item]))];

    public IReadOnlyList<Choice> YesOrNo => [new("true", Texts["reference.yes"]), new("false", Texts["reference.no"])];

    private TextCatalog Texts => HttpContext.RequestServices.GetRequiredService<TextCatalog>();

    /// <summary>What was typed, to be sent again with the decision.</summary>
    public IEnumerable<(string Name, string Value)> Sent => Request.Form
        .Where(typed => typed.Key.StartsWith("Form.", StringComparison.Ordinal)).SelectMany(typed => typed.Value, (typed, value) => (typed.Key, value ?? ""));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Rule is null)
        {
            context.Result = NotFound();
            return;
        }

        Form.List = Rule.List;

        await next();
    }

    public IActionResult OnGet(ChangeKind kind, string? code)
    {
        Form = new() { List = Rule.List, Kind = kind, Code = code };
        if (!Rule.Allows(kind) || (kind != ChangeKind.Add && Now is null))
        {
            return NotFound();
        }

        var details = EntryDetails.Of(Now?.Details);
        (Form.Number, Form.Heading) = (details.Article, details.Heading);
        Form.Texts = kind == ChangeKind.Replace ? Rule.LanguagesFor(kind).ToDictionary(tag => tag, tag => (string?)Texts.In(tag, $"{Rule.List}.{code}")) : [];
        (Form.Unit, Form.Phone, Form.Amount, Form.Municipality) = (details.Unit, details.Phone, details.Amount, details.Municipality);
        (Form.Items, Form.Services, Form.BeforeDecision) = ([.. details.Items ?? []], [.. details.Services ?? []], details.BeforeDecision == true);
        (Form.Phase, Form.Points, Form.Sort, Form.Kinds, Form.AskedBy) = (details.Phase, details.Points, details.Kind, details.Kinds, details.Article);
        (Form.Opens, Form.Closes, Form.Version) = (details.Opens, details.Closes, details.Version);
        (Form.ConfirmedInWriting, Form.Readers) = (details.ConfirmedInWriting == true, [.. details.Readers ?? []]);
        if (kind == ChangeKind.Add && Rule.IsOfPlaces)
        {
            Form.Municipality = code;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (await PassesAsync(rules, Form, nameof(Form)))
        {
            Draft = desk.Draft(Actor, Form);
            OpenCases = await register.OpenCasesAsync(Rule.List, cancel);
        }

        return Page();
    }

    public void OnPostChange()
    {
    }

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancel) => await PassesAsync(rules, Form, nameof(Form))
        ? RedirectToPage("CodeListChange", new { id = await desk.ProposeAsync(Actor, Form, cancel) })
        : Page();

    public IReadOnlyList<Choice> Choices(string list) => [.. register.Items(list).Select(item => new Choice(item.Code, words.Name(list, item.Code)))];
}
