using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases;

/// <summary>A case that was just sent, as its receipt tells it.</summary>
/// <param name="Ground">For a child: why whoever reads it need not tell immigration, as a code.</param>
/// <param name="RequesterGround">For a request: why whoever told need not tell immigration themselves, as a code; null for whoever has no such duty.</param>
/// <param name="IsKept">The person typed part of the code back.</param>
public sealed record SentCase(
    Guid CaseId, Guid CodeId, string Reference, string Language, DateTimeOffset ReceivedAt, DateOnly? DueOn, CaseStatus Status, bool IsKept, string? Ground, string? RequesterGround, string? Municipality)
{
    public bool IsTip => Status == CaseStatus.Tip;
}

/// <summary>Finds what a form became.</summary>
public sealed class SentCases(PortalDb db)
{
    /// <summary>What this draft became, for whoever holds its code; null when it was not sent, or its code has ended.</summary>
    public Task<SentCase?> FromAsync(Guid draftId, CancellationToken cancel) => (
        from code in db.Codes
        join sent in db.Set<ServiceCase>() on code.CaseId equals sent.Id
        where code.DraftId == draftId && (code.Holder == Role.Filer || code.Holder == Role.Requester) && code.EndedAt == null
        select new SentCase(sent.Id, code.Id, sent.Reference, sent.Language, sent.ReceivedAt, sent.DueOn, sent.Status, code.KeptAt != null, (sent as ChildConfirmation)!.Ground, (sent as ChildConfirmation)!.RequesterGround, sent.Municipality))
        .AsNoTracking().FirstOrDefaultAsync(cancel);
}
