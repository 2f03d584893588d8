using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Privacy;

/// <summary>What the privacy officer asks the record of access: about one case, one colleague, some days.</summary>
public sealed record AccessQuestion
{
    public string? Reference { get; init; }

    public Guid? UserId { get; init; }

    /// <summary>First day, in Seoul.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, in Seoul.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only lines older than this one; null for the first page.</summary>
    public Guid? Before { get; init; }
}

/// <summary>Reads the record of access for the privacy officer. That they read it is itself recorded.</summary>
public sealed class AccessRegister(PortalDb db, AccessLog log)
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    public const int PageSize = 50;
    public const string Detail = "access-records";

    public async Task<AccessPage> ReadAsync(Actor officer, AccessQuestion question, CancellationToken cancel)
    {
        var records = db.AccessRecords.AsNoTracking();
        var named = db.Set<ServiceCase>().NamedTo(officer);
        var closed = db.Set<ServiceCase>().Where(c => c.ClosedTo.Contains(officer.UserId!.Value));
        records = records.Where(r => !closed.Any(c => c.Id == r.CaseId));
        Guid[] seen = [];
        if (question.Reference?.Trim().ToUpperInvariant() is { Length: > 0 } reference)
        {
            seen = await named.Where(c => c.Reference == reference).Select(c => c.Id).ToArrayAsync(cancel);
            var about = seen.FirstOrDefault();
            records = records.Where(r => r.CaseId == about || (r.CaseIds != null && r.CaseIds.Contains(about)));
        }

        if (question.UserId is { } user)
        {
            records = records.Where(r => r.UserId == user);
        }

        if (Within(question.From) is { } from)
        {
            var start = Seoul.StartOf(from);
            records = records.Where(r => r.At >= start);
        }

        if (Within(question.To) is { } to)
        {
            var end = Seoul.StartOf(to.AddDays(1));
            records = records.Where(r => r.At < end);
        }

        if (question.Before is { } before)
        {
            // keys are made in the order of time
            records = records.Where(r => r.Id < before);
        }

        var lines = await (
            from record in records
            orderby record.Id descending
            select new AccessLine(
                record.Id,
                record.At,
                db.Users.Where(u => u.Id == record.UserId).Select(u => u.DisplayName).FirstOrDefault(),
                record.Role,
                record.Place,
                record.Deed,
                named.Where(c => c.Id == record.CaseId).Select(c => c.Reference).FirstOrDefault(),
                record.CaseIds == null ? 0 : record.CaseIds.Length,
                record.Detail,
                record.Words)).Take(PageSize + 1).ToListAsync(cancel);
        await log.WriteAsync(officer, AccessDeed.View, seen, Detail, cancel);
        return new([.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Id : null);
    }

    private static DateOnly? Within(DateOnly? day) => day < Earliest ? Earliest : day > Latest ? Latest : day;
}

/// <summary>A page of the record, and where the next one begins; null when there is none.</summary>
public sealed record AccessPage(IReadOnlyList<AccessLine> Lines, Guid? Next);

/// <summary>One line of the record. Nobody's name stands for the holder of a code or the portal itself; the number counts the cases of a list.</summary>
public sealed record AccessLine(
    Guid Id,
    DateTimeOffset At,
    string? Name,
    Role Role,
    string? Place,
    AccessDeed Deed,
    string? Reference,
    int Cases,
    string? Detail,
    string? Words);
