using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases;

/// <summary>Sets tasks in a case, for oneself or a colleague, and strikes them off.</summary>
public sealed class TaskDesk(PortalDb db, Vault vault, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>case.no-such-colleague</c>: they may not handle this case.</exception>
    public async Task AddAsync(ServiceCase one, AddTask form, Actor actor, CancellationToken cancel)
    {
        var forId = form.ColleagueId ?? actor.UserId!.Value;
        if (forId != actor.UserId && !await ColleaguesOf.Case(db, one, Role.AllHandlers, Seoul.DateOf(time.GetUtcNow())).AnyAsync(u => u.Id == forId, cancel))
        {
            throw new RefusedException(new("case.no-such-colleague"));
        }

        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        one.AddTaskBy(actor, forId == actor.UserId ? null : forId, now);
        db.Add(new CaseTask
        {
            Id = id,
            CaseId = one.Id,
            Text = vault.Seal(form.Text!.Trim(), id, SealedField.Task),
            DueOn = form.DueOn!.Value,
            ForId = forId,
            SetById = actor.UserId!.Value,
            SetAt = now,
        });
        access.AddChange(actor, one.Id, ServiceCase.AddTask);
        await db.SaveChangesAsync(cancel);
    }

    /// <exception cref="RefusedException"><c>case.no-such-task</c>: it is not there, or done already.</exception>
    public async Task FinishAsync(ServiceCase one, Guid taskId, Actor actor, CancellationToken cancel)
    {
        var task = await db.Set<CaseTask>().SingleOrDefaultAsync(t => t.Id == taskId && t.CaseId == one.Id && t.DoneAt == null, cancel)
            ?? throw new RefusedException(new("case.no-such-task"));
        one.FinishTaskBy(actor, task, time.GetUtcNow());
        access.AddChange(actor, one.Id, ServiceCase.FinishTask);
        await db.SaveChangesAsync(cancel);
    }
}
