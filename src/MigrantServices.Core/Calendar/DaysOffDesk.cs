using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.PutOff;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using Npgsql;

namespace MigrantServices.Core.Calendar;

/// <summary>Adds the days off that the Cabinet designates, or takes one back. Every open due day is reckoned anew afterwards, and last days of others that fall on it are put off.</summary>
public sealed class DaysOffDesk(PortalDb db, WorkingCalendar calendar, Outbox outbox, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>calendar.administrators-only</c>, <c>calendar.rest-day-already</c>.</exception>
    public async Task AddAsync(Actor administrator, AddDayOff form, CancellationToken cancel)
    {
        MustBeAdministrator(administrator);
        if (!calendar.Current.IsWorkingDay(form.Day!.Value))
        {
            throw new RefusedException(new("calendar.rest-day-already"));
        }

        db.Add(new AddedDayOff
        {
            Day = form.Day.Value,
            Name = form.Name!.Trim(),
            Source = form.Source!.Trim(),
            AddedById = administrator.UserId!.Value,
            AddedAt = time.GetUtcNow(),
        });
        try
        {
            await SaveAsync(form.Day.Value, cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RefusedException(new("calendar.rest-day-already"));
        }
    }

    /// <exception cref="RefusedException"><c>calendar.administrators-only</c>, <c>calendar.already-withdrawn</c>, <c>calendar.past-day</c>.</exception>
    public async Task WithdrawAsync(Actor administrator, Guid id, CancellationToken cancel)
    {
        MustBeAdministrator(administrator);
        var now = time.GetUtcNow();
        var added = await db.Set<AddedDayOff>().SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new RefusedException(new("calendar.already-withdrawn"));
        if (added.Day < Seoul.DateOf(now))
        {
            throw new RefusedException(new("calendar.past-day"));
        }

        added.WithdrawBy(administrator, now);
        await SaveAsync(added.Day, cancel);
    }

    private async Task SaveAsync(DateOnly day, CancellationToken cancel)
    {
        outbox.Add(RecountHandler.JobKind, new RecountFrom(day, null, null), time.GetUtcNow());
        outbox.Add(PutOffHandler.JobKind, new PutOffFrom(day, PutOffStep.Supplements, null), time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await calendar.ReadAsync(db, cancel);
    }

    private static void MustBeAdministrator(Actor actor)
    {
        if (!actor.Is(Role.Administrator))
        {
            throw new RefusedException(new("calendar.administrators-only"));
        }
    }
}
