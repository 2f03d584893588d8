using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Workday;

namespace MigrantServices.Portal.Pages.Workday;

/// <summary>A supervisor gives several cases to colleagues: chooses, sees what would happen, and carries it out.</summary>
public sealed class AssignModel(AssignmentPlanner planner, AssignmentDesk desk, IValidator<AssignCases> rules) : PortalPage
{
    private bool _previews;

    /// <summary>The references chosen in the list.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Instead of single ones, all that the list shows.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public WorklistQuery Query { get; set; } = new();

    [BindProperty]
    public AssignCases Form { get; set; } = new();

    public IReadOnlyList<WorklistRow> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>What would happen; null while cases and colleagues are chosen.</summary>
    public AssignmentPlan? Plan { get; private set; }

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
        return _previews ? RedirectToPage("Assignment", new { id = await desk.CarryOutAsync(Form.Lines, Actor, cancel) }) : Page();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        if (_previews)
        {
            Plan = await planner.PlanAsync(Form, Actor, cancel);
            return;
        }

        Rows = All && HttpMethods.IsGet(Request.Method)
            ? await planner.AllOfAsync(Query, Actor, cancel)
            : await planner.ChosenAsync(Form.Cases.Count > 0 ? Form.Cases : Chosen, Actor, cancel);
        Colleagues = [.. (await planner.HandlersAsync(Actor, cancel)).Select(handler => new Choice(handler.Id.ToString(), handler.Name))];
    }
}
