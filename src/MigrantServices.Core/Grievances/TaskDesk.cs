using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Sets tasks in a grievance, for oneself or a colleague, and strikes them off.</summary>
public sealed class TaskDesk(PortalDb db, GrievanceDesk desk, Vault vault, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>case.no-such-colleague</c>: they may not handle this case.</exception>
    public async Task AddAsync(Grievance grievance, AddTask form, Actor actor, CancellationToken cancel)
    {
        var forId = form.ColleagueId ?? actor.UserId!.Value;
        if (forId != actor.UserId && !await desk.HandlersFor(grievance).AnyAsync(u => u.Id == forId, cancel))
        {
            throw new RefusedException(new("case.no-such-colleague"));
        }

        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        grievance.AddTaskBy(actor, forId == actor.UserId ? null : forId, now);
        db.Add(new CaseTask
        {
            Id = id,
            CaseId = grievance.Id,
            Text = vault.Seal(form.Text!.Trim(), id, SealedField.Task),
            DueOn = form.DueOn!.Value,
            ForId = forId,
            SetById = actor.UserId!.Value,
            SetAt = now,
        });
        access.AddChange(actor, grievance.Id, ServiceCase.AddTask);
        await db.SaveChangesAsync(cancel);
    }

    /// <exception cref="RefusedException"><c>case.no-such-task</c>: it is not there, or done already.</exception>
    public async Task FinishAsync(Grievance grievance, Guid taskId, Actor actor, CancellationToken cancel)
    {
        var task = await db.Set<CaseTask>().SingleOrDefaultAsync(t => t.Id == taskId && t.CaseId == grievance.Id && t.DoneAt == null, cancel)
            ?? throw new RefusedException(new("case.no-such-task"));
        grievance.FinishTaskBy(actor, task, time.GetUtcNow());
        access.AddChange(actor, grievance.Id, ServiceCase.FinishTask);
        await db.SaveChangesAsync(cancel);
    }
}
