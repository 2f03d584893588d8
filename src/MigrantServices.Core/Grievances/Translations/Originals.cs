using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
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
        TextKind.Message => (await MessagesAsync([grievance.Id], m => m.Where(one => one.Id == id), cancel)).SingleOrDefault(),
        TextKind.Letter => await LetterAsync(grievance.Id, id, cancel),
        TextKind.Record => await RecordAsync(grievance.Id, id, cancel) is { } record ? Open(kind, id, record.Language, record.Words, SealedField.InquiryWords) : null,
        TextKind.RespondentReply => await RecordAsync(grievance.Id, id, cancel) is { } asked ? Reply(asked) : null,
        _ when id != grievance.Id => null,
        TextKind.Account => Open(kind, id, grievance.AccountLanguage, grievance.Account, SealedField.Account),
        TextKind.Hope => Open(kind, id, grievance.AccountLanguage, grievance.Hope, SealedField.Hope),
        TextKind.Answer => Open(kind, id, Korean, grievance.Answer, SealedField.Answer),
        TextKind.ObjectionAnswer => Open(kind, id, Korean, grievance.ObjectionAnswer, SealedField.ObjectionAnswer),
        _ => null,
    };

    /// <summary>The case and those that are handled together with it.</summary>
    public async Task<IReadOnlyList<Guid>> CasesAsync(Guid caseId, CancellationToken cancel) =>
        [caseId, .. await db.CaseMerges.AsNoTracking().Where(m => m.SurvivingId == caseId && (m.State == MergeState.Merged || m.State == MergeState.UndoProposed)).Select(m => m.MergedId).ToListAsync(cancel)];

    /// <summary>What a decision rests on, in the case and in those handled together with it: what was told and hoped for, everything that the person wrote, and statements and answers of the other side that were not made in Korean.</summary>
    public async Task<IReadOnlyList<Original>> OfDecisionAsync(Grievance grievance, CancellationToken cancel)
    {
        var cases = await CasesAsync(grievance.Id, cancel);
        var told = await db.Grievances.AsNoTracking().VisibleTo(Actor.Portal, Grievance.Service).Where(g => cases.Contains(g.Id)).OrderBy(g => g.Id != grievance.Id).ThenBy(g => g.ReceivedAt).ThenBy(g => g.Id)
            .Select(g => new { g.Id, Language = g.AccountLanguage, g.Account, g.Hope }).ToListAsync(cancel);
        var statements = await db.InquiryRecords.AsNoTracking().Where(r => cases.Contains(r.CaseId) && (r.Language != Korean || (r.ReplyLanguage != null && r.ReplyLanguage != Korean))).OrderBy(r => r.MadeAt).ThenBy(r => r.Id).ToListAsync(cancel);
        return
        [
            .. told.SelectMany(g => new[] { Open(TextKind.Account, g.Id, g.Language, g.Account, SealedField.Account), Open(TextKind.Hope, g.Id, g.Language, g.Hope, SealedField.Hope) }).OfType<Original>(),
            .. await MessagesAsync(cases, m => m.Where(one => !one.FromOffice), cancel),
            .. statements.Where(record => record.Language != Korean).Select(record => Open(TextKind.Record, record.Id, record.Language, record.Words, SealedField.InquiryWords)).OfType<Original>(),
            .. statements.Select(Reply).Where(reply => reply is not null && reply.Language != Korean).OfType<Original>(),
        ];
    }

    private Original? Reply(Inquiry.InquiryRecord record) => Open(TextKind.RespondentReply, record.Id, record.ReplyLanguage ?? Korean, record.Reply, SealedField.InquiryReply);

    // its Korean side decides
    private async Task<Original?> LetterAsync(Guid caseId, Guid id, CancellationToken cancel) =>
        Open(TextKind.Letter, id, Korean, await db.Messages.AsNoTracking().Where(m => m.Id == id && m.CaseId == caseId && m.FromOffice).Select(m => m.InKorean).FirstOrDefaultAsync(cancel), SealedField.MessageInKorean);

    private Task<Inquiry.InquiryRecord?> RecordAsync(Guid caseId, Guid id, CancellationToken cancel) =>
        db.InquiryRecords.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.CaseId == caseId, cancel);

    private async Task<IEnumerable<Original>> MessagesAsync(IReadOnlyList<Guid> cases, Func<IQueryable<CaseMessage>, IQueryable<CaseMessage>> which, CancellationToken cancel) =>
        (await which(db.Messages.AsNoTracking().Where(m => cases.Contains(m.CaseId))).OrderBy(m => m.SentAt).Select(m => new { m.Id, m.Language, m.Body }).ToListAsync(cancel))
            .Select(m => new Original(TextKind.Message, m.Id, m.Language, vault.Open(m.Body, m.Id, SealedField.Message)));

    private Original? Open(TextKind kind, Guid id, string language, SealedText? words, string field) =>
        words is { IsEmpty: false } text ? new(kind, id, language, vault.Open(text, id, field)) : null;
}
