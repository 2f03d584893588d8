using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>What happens while the office waits for something it asked for: the person takes more time, or both requests come back.</summary>
public sealed class WaitingDesk(PortalDb db, Clocks clocks, AccessLog access, TimeProvider time)
{
    private const string MorePeriod = "supplement-more." + Grievance.Prefix;

    /// <summary>The day that the person gets when they take more time; null when nothing is asked.</summary>
    public DateOnly? DayWithMoreTime(Grievance grievance) => grievance.SupplementUntil is { } last
        ? clocks.Of(MorePeriod, grievance.ReceivedAt).DueOn(Seoul.StartOf(last), [])
        : null;

    /// <summary>Whether the person may still take more time today.</summary>
    public bool MayTakeMoreTime(Grievance grievance, Actor person) =>
        grievance.May(Grievance.TakeMoreTime, person) && grievance.SupplementUntil >= Seoul.DateOf(time.GetUtcNow());

    /// <exception cref="RefusedException"><c>supplement.more-time-twice</c>, <c>supplement.day-over</c>.</exception>
    public Task TakeMoreTimeAsync(Grievance grievance, Actor person, CancellationToken cancel)
    {
        grievance.TakeMoreTimeBy(person, DayWithMoreTime(grievance) ?? DateOnly.MinValue, time.GetUtcNow());
        return SaveAsync(grievance, person, Grievance.TakeMoreTime, cancel);
    }

    /// <exception cref="RefusedException"><c>supplement.not-asked-twice</c>, <c>supplement.returned-before-sent</c>, <c>supplement.returned-in-the-future</c>.</exception>
    public Task TreatAsWithdrawnAsync(Grievance grievance, TreatAsWithdrawn form, Actor handler, CancellationToken cancel)
    {
        grievance.TreatAsWithdrawnBy(handler, form.FirstOn!.Value, form.SecondOn!.Value, time.GetUtcNow());
        return SaveAsync(grievance, handler, Grievance.TreatAsWithdrawn, cancel);
    }

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
