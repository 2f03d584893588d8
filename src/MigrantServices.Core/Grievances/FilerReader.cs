using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>What the holder of a code reads of their case, opened for their eyes.</summary>
public sealed class FilerReader(PortalDb db, Vault vault, FileStore files)
{
    public const int MessagesAtOnce = 100;

    private const int MostFiles = 200;

    /// <summary>A page of the conversation, in the order in which it was written; before one of its messages, or the newest.</summary>
    /// <param name="since">When its reader came into a case that others had begun: nothing from before, and no word of whoever told of it. Null for a case of their own.</param>
    public async Task<Conversation> ConversationAsync(Guid caseId, Actor reader, Guid? before, CancellationToken cancel, DateTimeOffset? since = null)
    {
        var messages = db.Messages.AsNoTracking().Where(m => m.CaseId == caseId);
        if (since is { } from)
        {
            messages = messages.Where(m => m.SentAt >= from && !db.Codes.Any(c => c.Id == m.CodeId && c.Holder == Role.Requester));
        }

        var newest = await (await BeforeAsync(messages, before, cancel))
            .OrderByDescending(m => m.SentAt).ThenByDescending(m => m.Id)
            .Take(MessagesAtOnce + 1)
            .Select(m => new
            {
                m.Id,
                m.SentAt,
                m.FromOffice,
                m.CodeId,
                Holder = db.Codes.Where(c => c.Id == m.CodeId).Select(c => (Role?)c.Holder).FirstOrDefault(),
                m.Purpose,
                m.Template,
                m.Body,
                m.InKorean,
                m.Language,
                m.ReadAt,
            })
            .ToListAsync(cancel);
        var shown = newest.Take(MessagesAtOnce).Reverse().Select(m => new ShownMessage(
            m.Id,
            m.SentAt,
            m.FromOffice ? Writer.Office : m.CodeId == reader.CodeId || (m.CodeId is null && reader.Is(Role.Filer)) ? Writer.You : m.Holder == Role.Helper ? Writer.Helper : Writer.Filer,
            m.Purpose,
            vault.Open(m.Body, m.Id, SealedField.Message),
            m.Language,
            m.ReadAt)
        {
            IsLetter = m.Template is not null,
            InKorean = m.InKorean is { } korean ? vault.Open(korean, m.Id, SealedField.MessageInKorean) : null,
        }).ToList();
        return new(await WithTranslationsAsync(caseId, shown, cancel), newest.Count > MessagesAtOnce);
    }

    /// <summary>Beside each ordinary message of the office the newest translation into the language of the case that a second person has checked.</summary>
    private async Task<IReadOnlyList<ShownMessage>> WithTranslationsAsync(Guid caseId, List<ShownMessage> shown, CancellationToken cancel)
    {
        var ids = shown.Where(m => m is { By: Writer.Office, IsLetter: false }).Select(m => m.Id).ToList();
        if (ids.Count == 0)
        {
            return shown;
        }

        var made = await db.Set<Translation>().AsNoTracking()
            .Where(t => t.CaseId == caseId && t.Text == TextKind.Message && ids.Contains(t.TextId) && t.State == CheckState.Checked)
            .Join(db.Set<ServiceCase>(), t => new { Id = t.CaseId, Language = t.To }, c => new { c.Id, c.Language }, (t, c) => t)
            .OrderByDescending(t => t.Number).ToListAsync(cancel);
        return [.. shown.Select(m => made.Find(t => t.TextId == m.Id) is { } translation
            ? m with { Translation = new(vault.Open(translation.Words, translation.Id, SealedField.Translation), translation.To, translation.Kind) }
            : m)];
    }

    /// <summary>What the office recorded for the person, the oldest first.</summary>
    public async Task<IReadOnlyList<ShownHandedIn>> HandedInAsync(Guid caseId, CancellationToken cancel) => await db.Set<HandedIn>().AsNoTracking()
        .Where(h => h.CaseId == caseId).OrderBy(h => h.RecordedAt).ThenBy(h => h.Id)
        .Select(h => new ShownHandedIn(h.Deed, h.Channel, h.ReceivedOn, h.RecordedAt)).ToListAsync(cancel);

    /// <summary>The last thing that the office asked for.</summary>
    public async Task<ShownMessage?> RequestAsync(Guid caseId, CancellationToken cancel)
    {
        var asked = await db.Messages.AsNoTracking()
            .Where(m => m.CaseId == caseId && m.Purpose == MessagePurpose.SupplementRequest)
            .OrderByDescending(m => m.SentAt)
            .FirstOrDefaultAsync(cancel);
        return asked is null
            ? null
            : new(asked.Id, asked.SentAt, Writer.Office, asked.Purpose, vault.Open(asked.Body, asked.Id, SealedField.Message), asked.Language, asked.ReadAt);
    }

    /// <summary>The person has these before them now. What only a helper saw stays new, so that nothing passes the person by.</summary>
    public async Task MarkReadAsync(Conversation conversation, Actor reader, DateTimeOffset now, CancellationToken cancel)
    {
        Guid[] unread = [.. conversation.Messages.Where(m => m.IsNewTo(reader)).Select(m => m.Id)];
        if (unread.Length > 0)
        {
            await db.Messages.Where(m => unread.Contains(m.Id) && m.ReadAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), cancel);
        }
    }

    /// <summary>The answer that a second person has approved; null until then.</summary>
    public ShownAnswer? AnswerOf(Grievance grievance) => grievance is { ApprovedById: not null, Answer: { } answer }
        ? new(
            vault.Open(answer, grievance.Id, SealedField.Answer),
            grievance.AnswerInTheirLanguage is { } translated ? vault.Open(translated, grievance.Id, SealedField.AnswerInTheirLanguage) : null,
            grievance.Language)
        {
            Reason = grievance.OutcomeReason,
        }
        : null;

    /// <summary>What was said to the objection, once a second person has approved it.</summary>
    public ShownAnswer? ObjectionAnswerOf(Grievance grievance) => grievance is { ObjectionApprovedById: not null, ObjectionAnswer: { } answer }
        ? new(
            vault.Open(answer, grievance.Id, SealedField.ObjectionAnswer),
            grievance.ObjectionAnswerInTheirLanguage is { } translated ? vault.Open(translated, grievance.Id, SealedField.ObjectionAnswerInTheirLanguage) : null,
            grievance.Language)
        {
            Stands = grievance.AnswerStands,
            Reason = grievance.ObjectionOutcomeReason,
        }
        : null;

    /// <summary>Why the running clock ends later, as the office reads it too.</summary>
    public Task<string?> WhyLongerAsync(Grievance grievance, CancellationToken cancel) => WhyLonger.OfAsync(db, grievance, cancel);

    /// <summary>To whom the case was sent on, with what of it, and what they said.</summary>
    public async Task<IReadOnlyList<ShownReferral>> ReferralsAsync(Grievance grievance, CancellationToken cancel) => grievance.ReferredAt is null
        ? []
        : await db.Referrals.AsNoTracking().Where(r => r.CaseId == grievance.Id).OrderBy(r => r.SentAt)
            .Select(r => new ShownReferral(r.Body, r.Sent, r.SentAt, r.Reply, r.RepliedOn))
            .ToListAsync(cancel);

    /// <summary>What was recommended and whether it was answered; not the words, which are the addressee's.</summary>
    /// <remarks>What went out stays, also where an objection changed the outcome afterwards.</remarks>
    public async Task<IReadOnlyList<ShownRecommendation>> RecommendationsAsync(Guid caseId, CancellationToken cancel) => await db.Recommendations.AsNoTracking()
        .Where(r => r.CaseId == caseId).OrderBy(r => r.SentOn).ThenBy(r => r.Id)
        .Select(r => new ShownRecommendation(r.SentOn, r.DueOn, r.MovedFrom, r.Reply, r.RepliedOn)).ToListAsync(cancel);

    /// <summary>The files that the person handed in or the office sent them; what the office keeps for itself is not among them.</summary>
    public async Task<IReadOnlyList<ShownFile>> FilesAsync(Guid caseId, CancellationToken cancel, DateTimeOffset? since = null)
    {
        var found = await ForFiler(caseId, since).OrderByDescending(f => f.ReceivedAt).Take(MostFiles).ToListAsync(cancel);
        found.Reverse();
        return [.. found.Select(f => new ShownFile(f.Id, f.MessageId, files.NameOf(f), f.Length, f.State, f.IsFromPerson))];
    }

    /// <summary>A released file of this case, for its reader to save; null for any other.</summary>
    public async Task<OpenedFile?> OpenFileAsync(Guid caseId, Guid fileId, CancellationToken cancel, DateTimeOffset? since = null) =>
        await ForFiler(caseId, since).AnyAsync(f => f.Id == fileId, cancel)
            ? await files.OpenAsync(fileId, FileCopy.Working, cancel)
            : null;

    // Several messages may bear the same moment, so that the moment alone would lose some between two pages.
    private static async Task<IQueryable<CaseMessage>> BeforeAsync(IQueryable<CaseMessage> messages, Guid? before, CancellationToken cancel)
    {
        if (before is not { } id || await messages.Where(m => m.Id == id).Select(m => (DateTimeOffset?)m.SentAt).FirstOrDefaultAsync(cancel) is not { } sentAt)
        {
            return messages;
        }

        return messages.Where(m => EF.Functions.LessThan(ValueTuple.Create(m.SentAt, m.Id), ValueTuple.Create(sentAt, id)));
    }

    private IQueryable<CaseFile> ForFiler(Guid caseId, DateTimeOffset? since)
    {
        var theirs = db.Set<CaseFile>().AsNoTracking().Where(f => f.CaseId == caseId && f.State != FileState.Arriving && (f.IsFromPerson || f.MessageId != null));
        return since is { } from ? theirs.Where(f => f.ReceivedAt >= from) : theirs;
    }
}
