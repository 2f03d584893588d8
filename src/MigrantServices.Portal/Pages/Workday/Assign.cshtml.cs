using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Workday;

namespace MigrantServices.Portal.Pages.Workday;

/// <summary>A supervisor gives several grievances to colleagues.</summary>
public sealed class AssignModel(AssignmentPlanner planner, AssignmentDesk desk, IValidator<AssignCases> rules) : AssignPage(planner, desk, rules, Grievance.Service)
{
    [BindProperty(SupportsGet = true)]
    public WorklistQuery Query { get; set; } = new();

    public override string Address => "/office/assign";

    public override string List => "/office/grievances";

    public override string NothingChosen => "workday.assign.none";

    protected override Task<IReadOnlyList<CaseToAssign>> AllAsync(AssignmentPlanner planner, CancellationToken cancel) => planner.AllOfAsync(Query, Actor, cancel);
}
