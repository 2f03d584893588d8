using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>What waits in refugee support for whom: help that cannot wait and that nobody has taken, and money that is to be paid. A statement for each sort.</summary>
public sealed class SupportRound(PortalDb db)
{
    public async Task<IReadOnlyList<(Guid Colleague, RoundThing Thing, int Count)>> WaitingAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var today = Seoul.DateOf(now);
        return [.. await UrgentAsync(today, cancel), .. await PaymentsAsync(today, cancel)];
    }

    private async Task<IEnumerable<(Guid, RoundThing, int)>> UrgentAsync(DateOnly today, CancellationToken cancel)
    {
        var waiting = await db.SupportApplications.Where(c => c.IsUrgent && c.Status == CaseStatus.Submitted && c.HandlerId == null)
            .Select(c => new { c.Municipality, c.IsSetApart, c.ClosedTo }).ToListAsync(cancel);
        if (waiting.Count == 0)
        {
            return [];
        }

        var handlers = Role.CaseHandlers.Each().ToArray();
        var held = await OpenRights.On(db, today).Where(g => handlers.Contains(g.Role)).Select(g => new { g.UserId, g.Role, g.Services, g.Municipalities, g.ForSetApart }).ToListAsync(cancel);
        return held.GroupBy(g => g.UserId)
            .Select(of => (of.Key, RoundThing.UrgentSupport, waiting.Count(one => !one.ClosedTo.Contains(of.Key)
                && of.Any(g => g.ForSetApart == one.IsSetApart && new Grant(g.Role, g.Services, g.Municipalities).Covers(SupportApplication.Prefix, one.Municipality)))));
    }

    private async Task<IEnumerable<(Guid, RoundThing, int)>> PaymentsAsync(DateOnly today, CancellationToken cancel)
    {
        var officers = await OpenRights.On(db, today).Where(g => g.Role == Role.BudgetOfficer).Select(g => g.UserId).Distinct().ToListAsync(cancel);
        if (officers.Count == 0)
        {
            return [];
        }

        var due = await PaymentsWaiting.ToPrepare(db, today).CountAsync(cancel);
        var prepared = await PaymentsWaiting.ToRelease(db).GroupBy(payment => payment.PreparedById).Select(of => new { By = of.Key, Count = of.Count() }).ToListAsync(cancel);
        return officers.SelectMany(officer => new[]
        {
            (officer, RoundThing.PaymentsDue, due),
            (officer, RoundThing.PaymentsToRelease, prepared.Where(of => of.By != officer).Sum(of => of.Count)),
        });
    }
}
