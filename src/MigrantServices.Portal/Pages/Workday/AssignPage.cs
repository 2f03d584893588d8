using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Workday;

/// <summary>A supervisor gives several cases of a service to colleagues: chooses, sees what would happen, and carries it out.</summary>
public abstract class AssignPage(AssignmentPlanner planner, AssignmentDesk desk, IValidator<AssignCases> rules, CaseKind kind) : PortalPage
{
    private bool _previews;

    /// <summary>The references chosen in the list.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Instead of single ones, all that the list shows.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty]
    public AssignCases Form { get; set; } = new();

    public IReadOnlyList<CaseToAssign> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>What would happen; null while cases and colleagues are chosen.</summary>
    public AssignmentPlan? Plan { get; private set; }

    /// <summary>Of this very page.</summary>
    public abstract string Address { get; }

    /// <summary>Where the list is from which cases are chosen.</summary>
    public abstract string List { get; }

    /// <summary>What is said where no case was chosen.</summary>
    public abstract string NothingChosen { get; }

    public void OnGet() => Form.Cases = Chosen;

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        _previews = await PassesAsync(rules, Form, nameof(Form));
        return Page();
    }

    public void OnPostChange()
    {
    }

    public async Task<IActionResult> OnPostDoAsync(CancellationToken cancel)
    {
        _previews = await PassesAsync(rules, Form, nameof(Form));
        return _previews ? RedirectToPage("/Workday/Assignment", new { id = await desk.CarryOutAsync(kind, Form.Lines, Actor, cancel) }) : Page();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        if (_previews)
        {
            Plan = await planner.PlanAsync(kind, Form, Actor, cancel);
            return;
        }

        Rows = All && HttpMethods.IsGet(Request.Method)
            ? await AllAsync(planner, cancel)
            : await planner.ChosenAsync(kind, Form.Cases.Count > 0 ? Form.Cases : Chosen, Actor, cancel);
        Colleagues = [.. (await planner.HandlersAsync(kind, Actor, cancel)).Select(handler => new Choice(handler.Id.ToString(), handler.Name))];
    }

    /// <summary>All that the list showed.</summary>
    protected abstract Task<IReadOnlyList<CaseToAssign>> AllAsync(AssignmentPlanner planner, CancellationToken cancel);
}
