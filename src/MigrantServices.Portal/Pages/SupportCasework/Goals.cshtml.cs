using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Goals;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>The case plan: what people want to reach and by when, that they agreed, and what became of it.</summary>
public sealed class GoalsModel(PortalDb db, GoalDesk desk, GoalReader reader, SupportFacts facts) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    private IReadOnlyList<KnownPerson> _people = [];

    [BindProperty]
    public SetGoal Form { get; set; } = new();

    [BindProperty]
    public KeepAgreement Agreement { get; set; } = new();

    public IReadOnlyList<GoalView> Found { get; private set; } = [];

    /// <summary>One form at a time: that of the goal which waits longest for an agreement.</summary>
    public GoalView? Asked => Found.FirstOrDefault(view => view.It.State == GoalState.Proposed);

    public IReadOnlyList<Choice> People => [.. _people.Select(person => new Choice(person.Key.ToString(), person.Name))];

    public string NameOf(Guid key) => _people.FirstOrDefault(person => person.Key == key)?.Name ?? "–";

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => DoAsync(Form, nameof(Form), () => desk.SetAsync(Case, Form, Actor, cancel));

    public Task<IActionResult> OnPostAgreedAsync(Guid id, CancellationToken cancel) =>
        DoAsync(Agreement, nameof(Agreement), () => desk.KeepAgreementAsync(Case, id, Agreement, Actor, cancel));

    public async Task<IActionResult> OnPostCloseAsync(Guid id, bool reached, CancellationToken cancel)
    {
        await desk.CloseAsync(Case, id, reached, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        _people = await facts.PeopleAsync(Case.Id, cancel);
        Found = await reader.OfCaseAsync(Case.Id, cancel);
    }

    private async Task<IActionResult> DoAsync<T>(T form, string prefix, Func<Task> deed)
    {
        if (!await PassesAloneAsync(form, prefix))
        {
            return Page();
        }

        await deed();
        return RedirectToPage(new { Reference });
    }
}
