using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Pages.Workday;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>A supervisor gives several cases of children to colleagues. It shows their numbers and where they stand, and nothing of a child.</summary>
public sealed class AssignModel(AssignmentPlanner planner, AssignmentDesk desk, IValidator<AssignCases> rules) : AssignPage(planner, desk, rules, ChildConfirmation.Service)
{
    [BindProperty(SupportsGet = true)]
    public ChildListQuery Query { get; set; } = new();

    public override string Address => "/office/children/assign";

    public override string List => WorklistModel.Address;

    public override string NothingChosen => "children.assign.none";

    protected override Task<IReadOnlyList<CaseToAssign>> AllAsync(AssignmentPlanner planner, CancellationToken cancel) => planner.AllOfAsync(Query, Actor, cancel);
}
