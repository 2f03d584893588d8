using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Fictional households that ask for support, in every status, grown over the last weeks; some of what was granted is paid.</summary>
public sealed class DemoSupport(PortalDb db, IServiceProvider services, WorkingCalendar calendar, DemoClock clock)
{
    /// <summary>Between two deeds of one day.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(4);

    private readonly CodeHasher _hasher = services.GetRequiredService<CodeHasher>();

    public async Task SowAsync(DemoCast cast, DateTimeOffset now, CancellationToken cancel)
    {
        var deeds = new DemoSupportDeeds(db, services, clock, cast);
        foreach (var told in DemoSupportCase.Shipped())
        {
            db.ChangeTracker.Clear();
            clock.Now = Early(Seoul.At(calendar.Current.WorkingDaysBefore(Seoul.DateOf(now), told.WorkingDaysAgo), told.At), now, told.Steps.Count);
            var id = await FileAsync(told, deeds, cast, cancel);
            foreach (var step in told.Steps)
            {
                db.ChangeTracker.Clear();
                clock.Now = Early(After(clock.Now, step.Days) + Pause, now, 0);
                var one = await db.SupportApplications.Include(c => c.People).Include(c => c.Pauses).Include(c => c.Messages).SingleAsync(c => c.Id == id, cancel);
                await deeds.DoAsync(one, step, cancel);
            }
        }

        db.ChangeTracker.Clear();
    }

    private async Task<Guid> FileAsync(DemoSupportCase told, DemoSupportDeeds deeds, DemoCast cast, CancellationToken cancel)
    {
        if (told.By is not { } by)
        {
            return await deeds.SendAsync(told.Form(Seoul.DateOf(clock.Now)), cancel);
        }

        var code = told.OpensWithCode && ReceiptCode.TryParse(DemoSeed.HouseholdCode, out var printed) ? printed : ReceiptCode.New();
        var filed = await deeds.TakeDownAsync(told.TakenDown(clock.Now), cast.Colleague(by), await _hasher.HashAsync(code, cancel), cancel);
        return await db.SupportApplications.Where(c => c.Reference == filed).Select(c => c.Id).SingleAsync(cancel);
    }

    // nothing of it may lie ahead, at whatever hour it is sown
    private static DateTimeOffset Early(DateTimeOffset at, DateTimeOffset now, int stepsToCome)
    {
        var latest = now - (Pause * stepsToCome);
        return at <= latest ? at : latest;
    }

    private DateTimeOffset After(DateTimeOffset at, int workingDays) => workingDays == 0 ? at
        : Seoul.At(calendar.Current.WorkingDaysAfter(Seoul.DateOf(at), workingDays), TimeOnly.FromDateTime(Seoul.WallClock(at).DateTime));
}
