using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Goals;
using MigrantServices.Core.RefugeeSupport.StartUps;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>What comes next: the goals to which the person agrees, the steps of a start-up, and what is paid after each.</summary>
public sealed class PlanModel(PortalDb db, StartUpReader plans, GoalReader goals, GoalDesk desk, SupportFacts facts) : MySupportPage(db)
{
    private IReadOnlyList<KnownPerson> _people = [];

    public IReadOnlyList<PlanView> Plans { get; private set; } = [];

    public IReadOnlyList<GoalView> Goals { get; private set; } = [];

    public string NameOf(Guid key) => _people.FirstOrDefault(person => person.Key == key)?.Name ?? "–";

    public async Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken cancel)
    {
        await desk.AgreeAsync(Case, id, Actor, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        _people = await facts.PeopleAsync(Case.Id, cancel);
        (Plans, Goals) = (PlanView.ThatCount(await plans.OfCaseAsync(Case.Id, cancel)), await goals.OfCaseAsync(Case.Id, cancel));
    }
}
