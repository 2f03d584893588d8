using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Export;

/// <summary>The parts of an export that cases of every service have alike.</summary>
public sealed class ExportParts(PortalDb db, Vault vault)
{
    public async Task<IReadOnlyList<MessagePart>> MessagesAsync(Guid caseId, CancellationToken cancel)
    {
        var messages = await db.Messages.AsNoTracking().Where(m => m.CaseId == caseId).OrderBy(m => m.SentAt).ThenBy(m => m.Id).ToListAsync(cancel);
        return [.. messages.Select(m => new MessagePart(
            m.SentAt, m.FromOffice, m.Purpose, m.Language, vault.Open(m.Body, m.Id, SealedField.Message), m.InKorean is { } korean ? vault.Open(korean, m.Id, SealedField.MessageInKorean) : null))];
    }

    /// <param name="without">Deeds that stay out of it.</param>
    public async Task<IReadOnlyList<HistoryPart>> HistoryAsync(Guid caseId, IReadOnlyCollection<string> without, CancellationToken cancel) =>
        await db.Events.AsNoTracking().Where(e => e.CaseId == caseId && !without.Contains(e.Action)).OrderBy(e => e.At).ThenBy(e => e.Id)
            .Select(e => new HistoryPart(
                e.At,
                e.Action,
                e.From,
                e.To,
                e.By,
                e.Article,
                e.Detail,
                db.Set<HandedIn>().Where(h => h.CaseId == e.CaseId && h.RecordedAt == e.At && h.Deed == e.Action).Select(h => (Channel?)h.Channel).FirstOrDefault(),
                db.Set<HandedIn>().Where(h => h.CaseId == e.CaseId && h.RecordedAt == e.At && h.Deed == e.Action).Select(h => (DateOnly?)h.ReceivedOn).FirstOrDefault())).ToListAsync(cancel);

    public async Task<IReadOnlyList<PausePart>> PausesAsync(Guid caseId, CancellationToken cancel) =>
        await db.Set<CasePause>().Where(p => p.CaseId == caseId).OrderBy(p => p.From).ThenBy(p => p.Id).Select(p => new PausePart(p.From, p.To, p.Reason)).ToListAsync(cancel);

    public async Task<IReadOnlyList<ExtensionPart>> ExtensionsAsync(Guid caseId, CancellationToken cancel) =>
        await db.Set<CaseExtension>().Where(e => e.CaseId == caseId).OrderBy(e => e.MadeAt).ThenBy(e => e.Id)
            .Select(e => new ExtensionPart(e.MadeAt, e.Clock, e.Number, e.Reason, e.Length, e.DueBefore, e.DueAfter, e.ConsentOn, e.ConsentWay)).ToListAsync(cancel);

    /// <summary>What told the other side how it ended; null where nothing did. Why it went out although somebody is not safe stays inside.</summary>
    public async Task<IReadOnlyList<ToldPart>?> ToldAsync(Guid caseId, bool hasNames, CancellationToken cancel)
    {
        var letters = await db.Set<OtherSideLetter>().AsNoTracking().Where(l => l.CaseId == caseId && l.Template.StartsWith(OtherSideWriter.AnyResult))
            .OrderBy(l => l.SentAt).ThenBy(l => l.Id).ToListAsync(cancel);
        return letters.Count == 0 ? null : [.. letters.Select(l => new ToldPart(l.SentAt, hasNames ? vault.Open(l.Text, l.Id, SealedField.OtherSide) : null))];
    }

    public async Task<IReadOnlyList<NotePart>> NotesAsync(Guid caseId, CancellationToken cancel)
    {
        var notes = await db.Notes.AsNoTracking().Where(n => n.CaseId == caseId).OrderBy(n => n.WrittenAt).ThenBy(n => n.Id).ToListAsync(cancel);
        return [.. notes.Select(n => new NotePart(n.WrittenAt, vault.Open(n.Body, n.Id, SealedField.Note)))];
    }
}
