using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>Opens an application for a colleague to whom the file is open: household, programmes with what the rules say, papers, readers and the timeline.</summary>
public sealed class SupportReader(PortalDb db, GrievanceQueries queries, Vault vault, FileStore files, SupportFacts facts)
{
    private const int MostFiles = 200;

    public async Task<SupportView> ReadAsync(SupportApplication one, Actor actor, DateTimeOffset? before, DateTimeOffset now, CancellationToken cancel)
    {
        var lines = await queries.Timeline(db, one.Id, before ?? DateTimeOffset.MaxValue).ToListAsync(cancel);
        var people = await facts.PeopleAsync(one.Id, cancel);
        var results = await facts.WorkOutAsync(one, people, cancel);
        var readers = await ReadersAsync(one.Id, cancel);
        var readBacks = await db.Set<ReadBack>().AsNoTracking().Where(r => r.CaseId == one.Id).OrderByDescending(r => r.On).ThenByDescending(r => r.Id).ToListAsync(cancel);
        var shownFiles = await db.Set<CaseFile>().AsNoTracking().Where(f => f.CaseId == one.Id && f.State != FileState.Arriving).OrderBy(f => f.ReceivedAt).Take(MostFiles).ToListAsync(cancel);
        Guid?[] named = [one.HandlerId, one.ProposedById, one.ApprovedById];
        var names = await db.Users.Where(u => named.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        await MarkReadAsync(one, actor, now, cancel);
        var shown = lines.Take(GrievanceTimeline.Size).Select(line => GrievanceTimeline.Opened(line, vault)).ToList();
        return new()
        {
            Handler = Name(one.HandlerId),
            Proposer = Name(one.ProposedById),
            Approver = Name(one.ApprovedById),
            Account = Open(one.Account, one.Id, SealedField.Account),
            ContactNote = Open(one.ContactNote, one.Id, SealedField.ContactNote),
            InterpreterNote = Open(one.InterpreterNote, one.Id, SealedField.InterpreterNote),
            OfficerWish = Open(one.OfficerWish, one.Id, SealedField.OfficerWish),
            People = people,
            Reachable = [.. one.People.Select(p => (p.Part, vault.Open(p.Name, p.Id, SealedField.Name), Open(p.Contact, p.Id, SealedField.Contact)))],
            Lines = [.. one.Lines.OrderBy(line => line.Position).Select(line => Opened(line, results[line.Id]))],
            PairsHolding = await db.HoldingPairs([one.Id]).CountAsync(cancel),
            PairsSeen = await db.PairsSeen(one, actor).CountAsync(cancel),
            Readers = readers,
            ReadBacks = [.. readBacks.Select(r => (r.On, r.Language, vault.Open(r.Reader, r.Id, SealedField.ReadBackReader)))],
            Files = [.. shownFiles.Select(f => new FileView(f.Id, files.NameOf(f), f.Kind, f.Length, f.State, f.Verdict, f.ReceivedAt, f.IsFromPerson))],
            Timeline = shown,
            Older = lines.Count > shown.Count ? shown[^1].At : null,
        };

        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    /// <summary>To whom the file is open, and to whom it was; those to whom it is open first.</summary>
    public async Task<IReadOnlyList<ReaderView>> ReadersAsync(Guid caseId, CancellationToken cancel)
    {
        var readers = await (
            from reader in db.Set<FileReader>().AsNoTracking()
            join colleague in db.Users on reader.ColleagueId equals colleague.Id
            join added in db.Users on reader.AddedById equals added.Id
            where reader.CaseId == caseId
            orderby reader.RemovedAt != null, reader.AddedAt
            select new { Reader = reader, Colleague = colleague.DisplayName, AddedBy = added.DisplayName }).ToListAsync(cancel);
        return [.. readers.Select(r => new ReaderView(
            r.Reader.ColleagueId, r.Colleague, r.Reader.Because, Open(r.Reader.Reason, r.Reader.Id, SealedField.ReaderReason), r.AddedBy, r.Reader.AddedAt, r.Reader.RemovedAt))];
    }

    // what was decided shows what the rules said then; what is open shows what they say now
    private LineView Opened(SupportLine line, Entitlement.EligibilityResult result) => new(
        line,
        line.State is LineState.Asked or LineState.Prepared ? result : null,
        line.State is LineState.Granted or LineState.Refused && Open(line.Finding, line.Id, SealedField.LineFinding) is { } kept
            ? KeptFinding.Read(kept)
            : result.Findings,
        Open(line.Why, line.Id, SealedField.LineWhy),
        Open(line.WhyInTheirLanguage, line.Id, SealedField.LineWhyInTheirLanguage));

    // what this colleague is about to see counts as read, and whoever it was handed to has it before them; neither is a change of the case
    private async Task MarkReadAsync(SupportApplication one, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var (id, me) = (one.Id, actor.UserId);
        if (one.HasUnread)
        {
            var revision = one.Revision;
            await db.Messages.Where(m => m.CaseId == id && !m.FromOffice && m.ReadAt == null && m.SentAt <= now).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), cancel);
            await db.SupportApplications.Where(c => c.Id == id && c.Revision == revision).ExecuteUpdateAsync(set => set.SetProperty(c => c.HasUnread, false), cancel);
        }

        if (one.HandedAt is { } handed && one.HandlerId == me)
        {
            await db.SupportApplications.Where(c => c.Id == id && c.HandlerId == me && c.HandedAt == handed)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.HandedAt, (DateTimeOffset?)null), cancel);
        }
    }

    private string? Open(SealedText? text, Guid owner, string field) => text is { } words ? vault.Open(words, owner, field) : null;
}
