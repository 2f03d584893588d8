using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Checks;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Opens the case of a child for a colleague: evidence, findings, visits, alarms and the timeline. Who the child is stays in the vault.</summary>
public sealed class ChildReader(PortalDb db, GrievanceQueries queries, Vault vault, ChildReaderParts parts, AccessLog access, TimeProvider time)
{
    private const int MostFiles = 200;

    public async Task<ChildView> ReadAsync(ChildConfirmation one, Actor actor, DateTimeOffset? before, CancellationToken cancel)
    {
        var lines = await queries.Timeline(db, one.Id, before ?? DateTimeOffset.MaxValue).ToListAsync(cancel);
        var proofs = await db.Set<ChildProof>().AsNoTracking().Where(p => p.CaseId == one.Id).OrderBy(p => p.AddedAt).ThenBy(p => p.Id).ToListAsync(cancel);
        var strikes = await db.Set<ProofStrike>().AsNoTracking().Where(s => s.CaseId == one.Id).ToDictionaryAsync(s => s.ProofId, cancel);
        var findings = await Casework.Proofs.FindingsAsync(db, one.Id, cancel);
        var resting = Casework.Proofs.Resting(findings, [.. proofs.Select(p => p.Id).Except(strikes.Keys)]);
        var visits = await db.Set<HomeVisit>().AsNoTracking().Where(v => v.CaseId == one.Id).OrderByDescending(v => v.VisitedOn).ThenByDescending(v => v.Id).ToListAsync(cancel);
        var looks = await db.Set<ChildCheck>().AsNoTracking().Where(l => l.CaseId == one.Id).OrderByDescending(l => l.CheckedOn).ThenByDescending(l => l.Id).ToListAsync(cancel);
        var alarms = await db.Set<ChildAlarm>().AsNoTracking().Where(a => a.CaseId == one.Id).OrderByDescending(a => a.RaisedAt).ToListAsync(cancel);
        var wasUnlinked = await db.Events.AnyAsync(e => e.CaseId == one.Id && e.Action == ChildConfirmation.UnlinkParent.Code, cancel);
        var shownFiles = await db.Set<CaseFile>().AsNoTracking().Where(f => f.CaseId == one.Id && f.State != FileState.Arriving).OrderBy(f => f.ReceivedAt).ThenBy(f => f.Id).Take(MostFiles).ToListAsync(cancel);
        Guid?[] named = [one.HandlerId, one.ProposedById, one.ApprovedById, one.IssuedById, one.ConsentSeenById, .. proofs.Select(p => p.SeenById), .. strikes.Values.Select(s => s.StruckById), .. findings.Select(f => f.FoundById), .. visits.Select(v => v.RecordedById), .. looks.Select(l => l.RecordedById), .. alarms.Select(a => a.RaisedById)];
        var names = await db.Users.Where(u => named.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        await access.ViewAsync(actor, one.Id, cancel);
        await MarkReadAsync(one, actor, cancel);
        var shown = lines.Take(GrievanceTimeline.Size).Select(line => GrievanceTimeline.Opened(line, vault)).ToList();
        return new()
        {
            Handler = Name(one.HandlerId),
            Proposer = Name(one.ProposedById),
            Approver = Name(one.ApprovedById),
            Issuer = Name(one.IssuedById),
            ConsentSeenBy = Name(one.ConsentSeenById),
            Reasons = Open(one.Reasons, one.Id, SealedField.Reasons),
            ReasonsInTheirLanguage = Open(one.ReasonsInTheirLanguage, one.Id, SealedField.ReasonsInTheirLanguage),
            Proofs = [.. proofs.Select(p => new ProofView(p.Id, p.Kind, p.SeenOn, Name(p.SeenById)!, p.FileId, Open(p.Note, p.Id, SealedField.ProofNote), Strike(p.Id)))],
            Findings = [.. findings.GroupBy(f => f.Criterion, StringComparer.Ordinal).Select(of => of.Last()).Where(f => resting[f.Criterion] || f.Proofs.Length == 0)
                .Select(f => new FindingView(f.Criterion, f.IsMet, f.Proofs, f.VisitId, Name(f.FoundById)!, f.FoundAt, Open(f.Note, f.Id, SealedField.FindingNote)))],
            Visits = [.. visits.Select(v => new VisitView(v.Id, v.VisitedOn, vault.Open(v.People, v.Id, SealedField.VisitPeople), vault.Open(v.Findings, v.Id, SealedField.VisitFindings), Name(v.RecordedById)!))],
            Checks = [.. looks.Select(l => new CheckView(l.CheckedOn, l.Finding, vault.Open(l.Words, l.Id, SealedField.ChildCheck), Name(l.RecordedById)!))],
            NextCheck = one.HoldsConfirmation && parts.Checks.IsAskedIn(one.Municipality, time.GetUtcNow()) ? parts.Checks.DueAfter(one.LastCheckedOn ?? Seoul.DateOf(one.ConfirmedAt!.Value), time.GetUtcNow()) : null,
            WasUnlinked = wasUnlinked,
            Alarms = [.. alarms.Select(a => new AlarmView(a.Id, a.RaisedAt, Name(a.RaisedById), a.Told, Open(a.Words, a.Id, SealedField.Alarm), a.EndedAt, Open(a.Outcome, a.Id, SealedField.AlarmOutcome)))],
            Files = [.. shownFiles.Select((f, before) => new ChildFileView(f.Id, before + 1, f.Kind, f.State, f.ReceivedAt))],
            Tasks = await parts.Tasks.InAsync(one, cancel),
            Pairs = await parts.Pairs.ReadAsync(one, actor, cancel),
            Timeline = shown,
            Older = lines.Count > shown.Count ? shown[^1].At : null,
        };

        StrikeView? Strike(Guid proof) => strikes.TryGetValue(proof, out var struck) ? new(Name(struck.StruckById)!, struck.StruckAt, vault.Open(struck.Words, struck.Id, SealedField.ProofStrike)) : null;

        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    // what this colleague is about to see counts as read, and whoever it was handed to has it before them; neither is a change of the case
    private async Task MarkReadAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var (id, now, me) = (one.Id, time.GetUtcNow(), actor.UserId);
        if (one.HasUnread)
        {
            var revision = one.Revision;
            await db.Messages.Where(m => m.CaseId == id && !m.FromOffice && m.ReadAt == null && m.SentAt <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), cancel);
            await db.ChildConfirmations.Where(c => c.Id == id && c.Revision == revision).ExecuteUpdateAsync(set => set.SetProperty(c => c.HasUnread, false), cancel);
        }

        if (one.HandedAt is { } handed && one.HandlerId == me)
        {
            await db.ChildConfirmations.Where(c => c.Id == id && c.HandlerId == me && c.HandedAt == handed)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.HandedAt, (DateTimeOffset?)null), cancel);
        }
    }

    private string? Open(SealedText? text, Guid owner, string field) => text is { } words ? vault.Open(words, owner, field) : null;
}

/// <summary>What stands beside the case and is read by those who know it.</summary>
public sealed record ChildReaderParts(TaskList Tasks, ChildPairRegister Pairs, ChecksDue Checks);
