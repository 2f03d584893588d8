using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases;

/// <summary>The reading side of tasks: those of one case, and those that wait for a colleague.</summary>
public sealed class TaskList(PortalDb db, Vault vault)
{
    public const int Most = 50;

    /// <summary>Everything to be done for this colleague in cases that they see, what is due first.</summary>
    public async Task<IReadOnlyList<TaskLine>> OfAsync(Actor colleague, CaseKind kind, CancellationToken cancel) => Lines(await db.Set<ServiceCase>().AsNoTracking()
        .VisibleTo(colleague, kind)
        .Where(c => EF.Property<string>(c, "service") == kind.Prefix)
        .Join(db.Set<CaseTask>().Where(t => t.ForId == colleague.UserId && t.DoneAt == null), c => c.Id, t => t.CaseId, (c, t) => new { c.Reference, Task = t })
        .OrderBy(line => line.Task.DueOn).ThenBy(line => line.Task.Id)
        .Take(Most)
        .Select(line => new TaskRow(line.Task, line.Reference, null))
        .ToListAsync(cancel));

    /// <summary>The tasks of a case that its reader has open: what is to be done first, then what was done last.</summary>
    public async Task<IReadOnlyList<TaskLine>> InAsync(ServiceCase one, CancellationToken cancel) => Lines(await db.Set<CaseTask>().AsNoTracking()
        .Where(t => t.CaseId == one.Id)
        .OrderBy(t => t.DoneAt != null).ThenByDescending(t => t.DoneAt).ThenBy(t => t.DueOn).ThenBy(t => t.Id)
        .Take(Most)
        .Select(t => new TaskRow(t, one.Reference, db.Users.Where(u => u.Id == t.ForId).Select(u => u.DisplayName).FirstOrDefault()))
        .ToListAsync(cancel));

    private IReadOnlyList<TaskLine> Lines(List<TaskRow> rows) => [.. rows.Select(row => row.Opened(vault))];
}

/// <summary>A task as the database gives it, its words still sealed.</summary>
internal sealed record TaskRow(CaseTask Task, string Reference, string? Colleague)
{
    public TaskLine Opened(Vault vault) => new(Task.Id, Task.CaseId, Reference, vault.Open(Task.Text, Task.Id, SealedField.Task), Task.DueOn, Colleague, Task.DoneAt);
}

/// <summary>A task as colleagues read it.</summary>
/// <param name="Colleague">Who is to do it; null on one's own list.</param>
/// <param name="DoneAt">Null while it is to be done.</param>
public sealed record TaskLine(Guid Id, Guid CaseId, string Reference, string Text, DateOnly DueOn, string? Colleague, DateTimeOffset? DoneAt);
