using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases;

/// <summary>What a code opens: a case, or a form that was begun and not yet sent.</summary>
/// <param name="Service">The prefix of the service that it belongs to.</param>
/// <param name="Holder">What the code makes of whoever holds it.</param>
public sealed record OpenedByCode(Guid CodeId, Guid? CaseId, DraftKey? Draft, string Service, Role Holder);

/// <summary>Finds out what a typed code opens. A slip of the pen, an unknown code and an ended one look and take the same.</summary>
public sealed class CodeRegister(PortalDb db, CodeHasher hasher, TimeProvider time)
{
    /// <summary>Null when it opens nothing.</summary>
    /// <exception cref="TooBusyException">Too many are asking at this moment.</exception>
    public async Task<OpenedByCode?> FindAsync(string? typed, CancellationToken cancel)
    {
        // what is no code at all is looked up as a code that nobody has, so that the time it takes tells nothing
        var code = ReceiptCode.TryParse(typed, out var parsed) ? parsed : ReceiptCode.New();
        var (hash, since) = (await hasher.HashAsync(code, cancel), time.GetUtcNow() - CaseDraft.KeptFor);
        var found = await db.Codes.AsNoTracking()
            .Where(c => c.Hash == hash && c.EndedAt == null)
            .Select(c => new
            {
                c.Id,
                c.CaseId,
                c.Holder,
                Reference = db.Set<ServiceCase>().Where(one => one.Id == c.CaseId).Select(one => one.Reference).FirstOrDefault(),
                Draft = db.Drafts.Where(d => d.Id == c.DraftId && d.SentAs == null && d.SavedAt > since).Select(d => new { d.Id, d.Service }).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancel);
        return found switch
        {
            { Reference: { } reference } => new(found.Id, found.CaseId, null, reference.Split('-')[0], found.Holder),
            { Draft: { } draft } => new(found.Id, null, new DraftKey(draft.Id, code), draft.Service, found.Holder),
            _ => null,
        };
    }

    /// <summary>The person typed part of their code back, so that it is on paper or in their head.</summary>
    public async Task KeepAsync(Guid codeId, CancellationToken cancel)
    {
        if (await db.Codes.FirstOrDefaultAsync(c => c.Id == codeId && (c.Holder == Role.Filer || c.Holder == Role.Requester), cancel) is { } code)
        {
            code.Keep(time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }
    }
}
