using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>What is to be done in a case, by when and by whom.</summary>
public sealed class TasksModel(PortalDb db, TaskDesk desk, TaskList tasks, GrievanceDesk colleagues, IValidator<AddTask> rules)
    : CasePage<Grievance>(db, Grievance.Service, ServiceCase.AddTask)
{
    [BindProperty]
    public AddTask Form { get; set; } = new();

    public IReadOnlyList<TaskLine> Tasks { get; private set; } = [];

    /// <summary>Who else may handle this case today.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.AddAsync(Case, Form, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public async Task<IActionResult> OnPostFinishAsync(Guid task, CancellationToken cancel)
    {
        // the other form of the page was not sent: its missing answers are no mistake
        ModelState.Clear();
        await desk.FinishAsync(Case, task, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Tasks = await tasks.InAsync(Case, cancel);
        var others = colleagues.HandlersFor(Case).Where(u => u.Id != Actor.UserId).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName });
        Colleagues = [.. (await others.ToListAsync(cancel)).Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
    }
}
