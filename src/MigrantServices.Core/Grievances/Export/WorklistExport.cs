using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Export;

/// <summary>The worklist without names, as rows to be saved. Which cases were in it and what it is for stand on record before anything is given.</summary>
public sealed class WorklistExport(PortalDb db, Clocks clocks, AccessLog access, TimeProvider time)
{
    public const int MostRows = 5_000;

    /// <exception cref="RefusedException"><c>export.search</c>: words searched for can be names.</exception>
    public async Task<IReadOnlyList<ExportRow>> TakeAsync(WorklistQuery query, ExportList form, Actor actor, CancellationToken cancel)
    {
        if (query.IsSearch)
        {
            throw new RefusedException(new("export.search"));
        }

        var now = time.GetUtcNow();
        var asking = new Asking(actor.UserId, Seoul.DateOf(now), clocks.SoonUntil(now), now, now);
        var rows = await db.Grievances.AsNoTracking().VisibleTo(actor, Grievance.Service).In(query.Tab, asking).Matching(query)
            .OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id).Take(MostRows)
            .Select(c => new ExportRow(c.Id, c.Reference, c.Status, c.ReceivedAt, c.DueOn, c.PausedOn, c.Sectors, c.Grounds, c.Language))
            .ToListAsync(cancel);
        await access.WriteExportAsync(actor, null, [.. rows.Select(row => row.Id)], ExportDesk.Detail + form.Purpose, form.Words!.Trim(), cancel);
        return rows;
    }

    /// <summary>Working days until it is due, below zero once it is late; null without a due day.</summary>
    public int? DaysLeft(ExportRow row)
    {
        var now = time.GetUtcNow();
        return row.DueOn is not { } due ? null
            : due >= Seoul.DateOf(now) ? clocks.WorkingDaysUntil(now, due)
            : -clocks.WorkingDaysUntil(Seoul.StartOf(due), Seoul.DateOf(now));
    }
}

/// <summary>A case in a list that is handed out; nothing in it was written by a person.</summary>
public sealed record ExportRow(
    Guid Id, string Reference, CaseStatus Status, DateTimeOffset ReceivedAt, DateOnly? DueOn, DateOnly? PausedOn, string[] Sectors, string[] Grounds, string Language);
