using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Web.Cases;

/// <summary>What the list of tasks and its form show, of whatever service the case is.</summary>
public interface ITasksPage
{
    ServiceCase Of { get; }

    AddTask Form { get; }

    IReadOnlyList<TaskLine> Tasks { get; }

    /// <summary>Who else may handle this case today.</summary>
    IReadOnlyList<Choice> Colleagues { get; }
}

/// <summary>What is to be done in a case, by when and by whom.</summary>
public abstract class TasksPage<T>(PortalDb db, CaseKind kind, TaskDesk desk, TaskList tasks, IValidator<AddTask> rules) : CasePage<T>(db, kind, ServiceCase.AddTask), ITasksPage
    where T : ServiceCase
{
    [BindProperty]
    public AddTask Form { get; set; } = new();

    public ServiceCase Of => Case;

    public IReadOnlyList<TaskLine> Tasks { get; private set; } = [];

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
        var today = Seoul.DateOf(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var others = ColleaguesOf.Case(Db, Case, Role.AllHandlers, today).Where(u => u.Id != Actor.UserId).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName });
        Colleagues = [.. (await others.ToListAsync(cancel)).Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
    }
}
