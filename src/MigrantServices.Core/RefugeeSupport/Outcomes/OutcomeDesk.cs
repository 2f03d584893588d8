using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Outcomes;

/// <summary>Keeps what became of people whom the office helped to work.</summary>
public sealed class OutcomeDesk(PortalDb db, CaseWords words, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>outcome.not-there</c>, <c>outcome.not-come-yet</c>, <c>outcome.recorded-already</c>.</exception>
    public async Task RecordAsync(SupportApplication one, Guid id, RecordOutcome form, Actor colleague, CancellationToken cancel)
    {
        if (one.WhyNot(SupportApplication.RecordOutcome, colleague) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var outcome = await db.Set<WorkOutcome>().FirstOrDefaultAsync(o => o.Id == id && o.CaseId == one.Id, cancel) ?? throw new RefusedException(new("outcome.not-there"));
        var now = time.GetUtcNow();
        outcome.RecordBy(colleague, form.Result!, string.IsNullOrWhiteSpace(form.Words) ? null : words.Seal(form.Words, id, SealedField.OutcomeWords), Seoul.DateOf(now), now);
        one.FollowBy(colleague, SupportApplication.RecordOutcome, now);
        await access.SaveChangeAsync(colleague, one.Id, SupportApplication.RecordOutcome, cancel);
    }
}
