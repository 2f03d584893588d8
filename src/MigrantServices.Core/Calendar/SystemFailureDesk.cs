using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using Npgsql;

namespace MigrantServices.Core.Calendar;

/// <summary>Records that the information system had failed. Every open clock leaves those days out afterwards.</summary>
public sealed class SystemFailureDesk(PortalDb db, Outbox outbox, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>calendar.administrators-only</c>, <c>calendar.failure-known</c>.</exception>
    public async Task RecordAsync(Actor administrator, RecordFailure form, CancellationToken cancel)
    {
        if (!administrator.Is(Role.Administrator))
        {
            throw new RefusedException(new("calendar.administrators-only"));
        }

        var (from, to, now) = (form.From!.Value, form.To!.Value, time.GetUtcNow());
        if (await db.Set<SystemFailure>().AnyAsync(f => f.From <= to && f.To >= from, cancel))
        {
            throw new RefusedException(new("calendar.failure-known"));
        }

        db.Add(new SystemFailure { From = from, To = to, Words = form.Words!.Trim(), RecordedById = administrator.UserId!.Value, RecordedAt = now });
        outbox.Add(SystemFailureHandler.JobKind, new FailedDays(from, to, null), now);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RefusedException(new("calendar.failure-known"));
        }
    }

    /// <summary>What was recorded, the latest first.</summary>
    public async Task<IReadOnlyList<SystemFailure>> RecordedAsync(CancellationToken cancel) =>
        await db.Set<SystemFailure>().AsNoTracking().OrderByDescending(f => f.From).Take(50).ToListAsync(cancel);
}
