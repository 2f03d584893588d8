using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Translations;

/// <summary>Finds the texts of a case that can be translated, as they stand now.</summary>
public sealed class Originals(PortalDb db, Vault vault)
{
    private const string Korean = "ko";

    /// <summary>Null when the case has no such text.</summary>
    public async Task<Original?> FindAsync(Grievance grievance, TextKind kind, Guid id, CancellationToken cancel) => kind switch
    {
        TextKind.Message => (await MessagesAsync(grievance.Id, m => m.Where(one => one.Id == id), cancel)).SingleOrDefault(),
        TextKind.Record => await RecordAsync(grievance.Id, id, cancel) is { } record ? Open(kind, id, record.Language, record.Words, SealedField.InquiryWords) : null,
        TextKind.RespondentReply => Open(kind, id, Korean, (await RecordAsync(grievance.Id, id, cancel))?.Reply, SealedField.InquiryReply),
        _ when id != grievance.Id => null,
        TextKind.Account => Open(kind, id, grievance.AccountLanguage, grievance.Account, SealedField.Account),
        TextKind.Hope => Open(kind, id, grievance.AccountLanguage, grievance.Hope, SealedField.Hope),
        TextKind.Answer => Open(kind, id, Korean, grievance.Answer, SealedField.Answer),
        TextKind.ObjectionAnswer => Open(kind, id, Korean, grievance.ObjectionAnswer, SealedField.ObjectionAnswer),
        _ => null,
    };

    /// <summary>What a decision rests on: the account, everything that the person wrote, and statements that were not made in Korean.</summary>
    public async Task<IReadOnlyList<Original>> OfDecisionAsync(Grievance grievance, CancellationToken cancel)
    {
        var account = await FindAsync(grievance, TextKind.Account, grievance.Id, cancel);
        var statements = await db.InquiryRecords.AsNoTracking().Where(r => r.CaseId == grievance.Id && r.Language != Korean).OrderBy(r => r.MadeAt).ThenBy(r => r.Id).ToListAsync(cancel);
        return
        [
            account!,
            .. await MessagesAsync(grievance.Id, m => m.Where(one => !one.FromOffice), cancel),
            .. statements.Select(record => Open(TextKind.Record, record.Id, record.Language, record.Words, SealedField.InquiryWords)).OfType<Original>(),
        ];
    }

    private Task<Inquiry.InquiryRecord?> RecordAsync(Guid caseId, Guid id, CancellationToken cancel) =>
        db.InquiryRecords.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.CaseId == caseId, cancel);

    private async Task<IEnumerable<Original>> MessagesAsync(Guid caseId, Func<IQueryable<CaseMessage>, IQueryable<CaseMessage>> which, CancellationToken cancel) =>
        (await which(db.Messages.AsNoTracking().Where(m => m.CaseId == caseId)).OrderBy(m => m.SentAt).Select(m => new { m.Id, m.Language, m.Body }).ToListAsync(cancel))
            .Select(m => new Original(TextKind.Message, m.Id, m.Language, vault.Open(m.Body, m.Id, SealedField.Message)));

    private Original? Open(TextKind kind, Guid id, string language, SealedText? words, string field) =>
        words is { IsEmpty: false } text ? new(kind, id, language, vault.Open(text, id, field)) : null;
}
