using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Tells people every thirty days where their petition stands, as long as it is not decided: one letter for a step, and one for all that were missed.</summary>
public sealed class ProgressDesk(PortalDb db, CaseWords words, LetterWriter letters, Clocks clocks, AccessLog access)
{
    public const int AtOnce = 100;

    /// <summary>After how long a letter says where a petition stands.</summary>
    public const string Period = "progress." + Grievance.Prefix;

    private static readonly CaseStatus[] Told =
        [.. Grievance.Service.Lifecycle.Where(line => line.Action == Grievance.TellProgress).Select(line => line.From)];

    /// <summary>How many steps a petition has behind it on this day.</summary>
    /// <param name="every">In days.</param>
    public static int StepOn(DateOnly today, DateOnly from, int every) => (today.DayNumber - from.DayNumber) / every;

    /// <summary>Writes to the next people whose step has come.</summary>
    /// <returns>False when nobody is left.</returns>
    public async Task<bool> NextAsync(DateTimeOffset now, CancellationToken cancel)
    {
        // a case keeps the days that were laid down when it was received
        foreach (var laidDown in clocks.LaidDownBy(now, Period))
        {
            if (await NextAsync(laidDown, now, cancel))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> NextAsync(LaidDown laidDown, DateTimeOffset now, CancellationToken cancel)
    {
        var (every, from, before) = (laidDown.Lengths[0], laidDown.From, laidDown.Before);
        var today = Seoul.DateOf(now);
        var tomorrow = Seoul.At(today.AddDays(1), TimeOnly.MinValue).ToUniversalTime();
        var due = await db.Grievances.VisibleTo(Actor.Portal, Grievance.Service).Include(g => g.People).Include(g => g.Pauses)
            .Where(g => g.ReceivedAt >= from && g.ReceivedAt < before)
            .Where(g => Told.Contains(g.Status) && g.Channel != Channel.Own && g.ClockFrom.AddDays(every * (g.ProgressTold + 1)) < tomorrow)
            .OrderBy(g => g.ReceivedAt).ThenBy(g => g.Id)
            .Take(AtOnce)
            .Select(g => new { Grievance = g, Handler = db.Users.Where(u => u.Id == g.HandlerId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancel);
        foreach (var one in due)
        {
            var letter = words.Letter(
                one.Grievance, Guid.CreateVersion7(), letters.Progress(one.Grievance, one.Handler, now), MessagePurpose.Progress, Actor.Portal, now);
            one.Grievance.TellProgressBy(Actor.Portal, letter, StepOn(today, Seoul.DateOf(one.Grievance.ClockFrom), every), now);
            access.AddChange(Actor.Portal, one.Grievance.Id, Grievance.TellProgress);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return due.Count == AtOnce;
    }
}
