using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Counts the cases that share a mark with one that has changed, and raises a pattern where there are enough. It reads those cases and no others.</summary>
public sealed class PatternCounter(PortalDb db, PatternLimits limits, TimeProvider time)
{
    public async Task CountAsync(Guid caseId, CancellationToken cancel)
    {
        var marks = await db.Set<RespondentToken>().Where(t => t.CaseId == caseId).ToListAsync(cancel);
        if (marks.Find(mark => mark.Counts) is not { } mark)
        {
            return;
        }

        if (await db.Grievances.VisibleTo(Actor.Portal, Grievance.Service).AnyAsync(c => c.Id == caseId && c.Status == CaseStatus.Withdrawn, cancel))
        {
            // what somebody took back speaks against nobody
            db.RemoveRange(marks);
        }

        var (now, pattern) = (time.GetUtcNow(), await db.Set<Pattern>().FirstOrDefaultAsync(p => p.Token == mark.Token, cancel));
        var today = Seoul.DateOf(now);
        var from = pattern is { Cases: not null } or { ClosedAt: not null } ? pattern.CountedFrom : Seoul.StartOf(limits.From(today));
        var (count, needed) = (await CountAsync(mark.Token, from, cancel), limits.Needed(today));
        if (pattern is not null)
        {
            pattern.CountBy(count, needed, now);
        }
        else if (count.Cases >= needed)
        {
            db.Add(Pattern.Raise(NewNumber(today), mark.Token, count, now));
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task<PatternCount> CountAsync(Guid token, DateTimeOffset from, CancellationToken cancel)
    {
        var cases = await PatternCases.Of(db, token, from).Select(c => new { c.Id, c.RespondentKind, c.RespondentSector }).ToListAsync(cancel);
        var groups = await PatternCases.GroupsAsync(db, [.. cases.Select(c => c.Id)], cancel);
        return new(groups.Count, from, Most(cases.Select(c => c.RespondentKind)), Most(cases.Select(c => c.RespondentSector)));
    }

    private static T? Most<T>(IEnumerable<T?> all) => all.Where(one => one is not null)
        .GroupBy(one => one).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault();

    private static string NewNumber(DateOnly today) =>
        string.Create(CultureInfo.InvariantCulture, $"P-{today.Year}-{RandomNumberGenerator.GetInt32(1_000_000):000000}");
}
