using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>A letter as it went out, opened for its reader.</summary>
/// <param name="InTheirLanguage">Null when it went out in Korean only.</param>
/// <param name="Language">The person's language; Korean where there is no other text.</param>
public sealed record SentLetter(Guid Id, DateTimeOffset SentAt, MessagePurpose Purpose, string InKorean, string? InTheirLanguage, string Language);

/// <summary>Opens one letter of a case: the sent copy, never the template of today.</summary>
public sealed class LetterReader(PortalDb db, Vault vault, TimeProvider time)
{
    /// <summary>Null when there is no such letter in this case. The person's first reading is kept.</summary>
    /// <param name="since">When its reader came into a case that others had begun; null for a case of their own.</param>
    public async Task<SentLetter?> FindAsync(Guid caseId, Guid letterId, Actor reader, CancellationToken cancel, DateTimeOffset? since = null)
    {
        var sent = await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == letterId && m.CaseId == caseId && m.Template != null, cancel);
        if (sent is null || sent.SentAt < since)
        {
            return null;
        }

        if (reader.Is(Role.Filer) && sent.ReadAt is null)
        {
            var now = time.GetUtcNow();
            await db.Messages.Where(m => m.Id == letterId && m.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), cancel);
        }

        var body = vault.Open(sent.Body, sent.Id, SealedField.Message);
        return sent.InKorean is { } korean
            ? new(sent.Id, sent.SentAt, sent.Purpose, vault.Open(korean, sent.Id, SealedField.MessageInKorean), body, sent.Language)
            : new(sent.Id, sent.SentAt, sent.Purpose, body, null, sent.Language);
    }
}
