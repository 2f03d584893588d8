using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Outcomes;
using MigrantServices.Core.Storage;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>Reads what of refugee support needs a colleague now: help that cannot wait, and payments. Numbers and days only.</summary>
public sealed class SupportDayReader(PortalDb db, AccessLog access, TimeProvider time)
{
    public const int OnFirstPage = 5;

    public async Task<SupportDay> ReadAsync(Actor colleague, CancellationToken cancel)
    {
        var (me, today) = (colleague.UserId, Seoul.DateOf(time.GetUtcNow()));
        var urgent = !colleague.Is(Role.CaseHandlers) ? [] : await db.SupportApplications.AsNoTracking().ListedTo(colleague, SupportApplication.Service)
            .Where(c => c.IsUrgent && ((c.Status == Submitted && c.HandlerId == null)
                || (c.HandlerId == me && (c.Status == Submitted || c.Status == UnderReview || c.Status == AwaitingSupplement || c.Status == Proposed))))
            .OrderBy(c => c.DueOn).ThenBy(c => c.Id).Take(OnFirstPage)
            .Select(c => new UrgentRow(c.Id, c.Reference, c.DueOn, c.DueAt, c.PausedOn, c.HandlerId == me)).ToListAsync(cancel);
        if (urgent.Count > 0)
        {
            await access.WriteAsync(colleague, AccessDeed.List, [.. urgent.Select(row => row.CaseId)], OutcomeReader.Detail, cancel);
        }

        return !colleague.Is(PaymentDesk.Payers)
            ? new(urgent, 0, 0)
            : new(urgent, await PaymentsWaiting.ToPrepare(db, today).CountAsync(cancel), await PaymentsWaiting.ToRelease(db).CountAsync(payment => payment.PreparedById != me, cancel));
    }
}

/// <summary>What of refugee support needs a colleague now.</summary>
/// <param name="ToPrepare">Instalments whose day has come.</param>
/// <param name="ToRelease">Payments that somebody else prepared.</param>
public sealed record SupportDay(IReadOnlyList<UrgentRow> Urgent, int ToPrepare, int ToRelease)
{
    public bool IsQuiet => Urgent.Count == 0 && ToPrepare == 0 && ToRelease == 0;
}

/// <summary>An application for help that cannot wait.</summary>
/// <param name="IsMine">Else nobody has taken it yet.</param>
public sealed record UrgentRow(Guid CaseId, string Reference, DateOnly? DueOn, DateTimeOffset? DueAt, DateOnly? PausedOn, bool IsMine);
