using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Checks;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Looks for the facts: evidence with its grade, visits, and each criterion of the ordinance with what it rests on.</summary>
public sealed class FactDesk(PortalDb db, EvidenceRules rules, CaseWords words, AccessLog access, TimeProvider time)
{
    /// <summary>Adds a piece of evidence; the grade is found anew from all there is, by the rules of the day on which the case was received.</summary>
    /// <exception cref="RefusedException"><c>child.no-such-file</c>.</exception>
    public async Task AddProofAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        if (form.FileId is { } file && !await FilesOf(one).AnyAsync(f => f.Id == file, cancel))
        {
            throw new RefusedException(new("child.no-such-file"));
        }

        var kinds = await Proofs.Counting(db, one.Id).Select(p => p.Kind).ToListAsync(cancel);
        var grade = rules.Grade(kinds.Append(form.Code!), rules.DayFor(one.ReceivedAt, now));
        one.AddProofBy(actor, grade.Code, grade.Rules, now);
        db.Add(new ChildProof
        {
            Id = id,
            CaseId = one.Id,
            Kind = form.Code!,
            SeenOn = form.On!.Value,
            SeenById = actor.UserId!.Value,
            FileId = form.FileId,
            Note = Seal(form.Words, id, SealedField.ProofNote),
            AddedAt = now,
        });
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.AddProof, cancel);
    }

    /// <summary>Takes a piece of evidence out of what counts, with words; what was seen and who saw it stays to be read.</summary>
    /// <exception cref="RefusedException"><c>child.no-such-proof</c>.</exception>
    public async Task StrikeProofAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        var counting = await Proofs.Counting(db, one.Id).Select(p => new { p.Id, p.Kind }).ToListAsync(cancel);
        var struck = counting.Find(p => p.Id == form.ProofId) ?? throw new RefusedException(new("child.no-such-proof"));
        counting.Remove(struck);
        var resting = Proofs.Resting(await Proofs.FindingsAsync(db, one.Id, cancel), [.. counting.Select(p => p.Id)]);
        one.StrikeProofBy(
            actor,
            struck.Kind,
            counting.Count == 0 ? null : rules.Grade(counting.Select(p => p.Kind), rules.DayFor(one.ReceivedAt, now)),
            [.. resting.Where(found => !found.Value).Select(found => found.Key)],
            now);
        db.Add(new ProofStrike
        {
            Id = id,
            CaseId = one.Id,
            ProofId = struck.Id,
            Words = words.Seal(form.Words!, id, SealedField.ProofStrike),
            StruckById = actor.UserId!.Value,
            StruckAt = now,
        });
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.StrikeProof, cancel);
    }

    public Task RecordVisitAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        one.RecordHomeVisitBy(actor, form.On!.Value, now);
        db.Add(new HomeVisit
        {
            Id = id,
            CaseId = one.Id,
            VisitedOn = form.On.Value,
            People = words.Seal(form.People!, id, SealedField.VisitPeople),
            Findings = words.Seal(form.Words!, id, SealedField.VisitFindings),
            RecordedById = actor.UserId!.Value,
            RecordedAt = now,
        });
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.RecordHomeVisit, cancel);
    }

    /// <summary>Keeps that a confirmed child was looked at again, and what was found.</summary>
    public Task RecordCheckAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        one.RecordCheckBy(actor, form.On!.Value, form.Code!, now);
        db.Add(new ChildCheck
        {
            Id = id,
            CaseId = one.Id,
            CheckedOn = form.On.Value,
            Finding = form.Code!,
            Words = words.Seal(form.Words!, id, SealedField.ChildCheck),
            RecordedById = actor.UserId!.Value,
            RecordedAt = now,
        });
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.RecordCheck, cancel);
    }

    /// <summary>Finds one criterion to be met or not, on the evidence and the visit that are named; only what belongs to this case counts.</summary>
    /// <exception cref="RefusedException"><c>child.unproven</c>, <c>child.missing-paper-is-no-reason</c>.</exception>
    public async Task FindFactAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        var (id, now, named) = (Guid.CreateVersion7(), time.GetUtcNow(), form.Proofs);
        var proofs = await Proofs.Counting(db, one.Id).Where(p => named.Contains(p.Id)).Select(p => p.Id).ToArrayAsync(cancel);
        var visit = await db.Set<HomeVisit>().Where(v => v.CaseId == one.Id && v.Id == form.VisitId).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancel);
        one.FindFactBy(actor, form.Code!, form.IsMet!.Value, proofs.Length > 0 || visit is not null, now);
        db.Add(new CriterionFinding
        {
            Id = id,
            CaseId = one.Id,
            Criterion = form.Code!,
            IsMet = form.IsMet.Value,
            Proofs = proofs,
            VisitId = visit,
            Note = Seal(form.Words, id, SealedField.FindingNote),
            FoundById = actor.UserId!.Value,
            FoundAt = now,
        });
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.FindFact, cancel);
    }

    /// <summary>The files of the case that were checked, by which evidence can be shown.</summary>
    public IQueryable<CaseFile> FilesOf(ChildConfirmation one) => db.Set<CaseFile>().AsNoTracking().Where(f => f.CaseId == one.Id && f.State == FileState.Ready);

    /// <summary>The same by the numbers that they have on the page of the case.</summary>
    public async Task<IReadOnlyList<ChildFileView>> NumberedFilesAsync(ChildConfirmation one, CancellationToken cancel)
    {
        var all = await db.Set<CaseFile>().AsNoTracking().Where(f => f.CaseId == one.Id && f.State != FileState.Arriving).OrderBy(f => f.ReceivedAt).ThenBy(f => f.Id)
            .Select(f => new { f.Id, f.Kind, f.State, f.ReceivedAt }).ToListAsync(cancel);
        return [.. all.Select((f, before) => new ChildFileView(f.Id, before + 1, f.Kind, f.State, f.ReceivedAt)).Where(f => f.State == FileState.Ready)];
    }

    private SealedText? Seal(string? text, Guid owner, string field) => string.IsNullOrWhiteSpace(text) ? null : words.Seal(text, owner, field);
}
