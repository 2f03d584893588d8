using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>What a receipt says about a case that was just sent.</summary>
public sealed record Receipt(
    Guid CaseId, Guid CodeId, ReceiptCode Code, string Reference, string Language, DateTimeOffset ReceivedAt, DateOnly? DueOn, bool IsTip, bool IsKept);

/// <summary>The case that this browser's form became, for as long as the browser keeps the code.</summary>
public sealed class SentForm(PortalDb db, DraftCookie cookie, TimeProvider time)
{
    /// <summary>Null when nothing was sent from here, or the code was taken off the device.</summary>
    public async Task<Receipt?> FindAsync(HttpRequest request, CancellationToken cancel)
    {
        if (cookie.Read(request) is not { } key)
        {
            return null;
        }

        var found = await (
            from draft in db.Drafts
            join code in db.Codes on draft.SentAs equals code.CaseId
            join sent in db.Grievances on draft.SentAs equals sent.Id
            where draft.Id == key.Id && code.DraftId == draft.Id && code.EndedAt == null
            select new { sent.Id, CodeId = code.Id, sent.Reference, sent.Language, sent.ReceivedAt, sent.DueOn, sent.Status, code.KeptAt })
            .AsNoTracking().FirstOrDefaultAsync(cancel);
        return found is null ? null : new(
            found.Id, found.CodeId, key.Code, found.Reference, found.Language, found.ReceivedAt, found.DueOn, found.Status == CaseStatus.Tip, found.KeptAt is not null);
    }

    /// <summary>Notes that the person typed part of the code back, so that it is on paper or in their head.</summary>
    public Task KeepAsync(Receipt receipt, CancellationToken cancel)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return db.Codes.Where(c => c.Id == receipt.CodeId && c.Holder == Role.Filer)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.KeptAt, now), cancel);
    }
}
