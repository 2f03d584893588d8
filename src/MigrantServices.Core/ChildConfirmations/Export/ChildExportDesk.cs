using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Export;

/// <summary>Hands out the chosen parts of a child's case to its handler or a supervisor. Names come from the vault, only with the right to open it, and the family reads of it.</summary>
public sealed class ChildExportDesk(PortalDb db, ChildExportSources from, AccessLog access, TimeProvider time)
{
    /// <summary>For what the vault is opened then, as the family reads it.</summary>
    public const string IdentityPurpose = "hand-out";

    public static bool May(ChildConfirmation one, Actor actor) => IsSupervisor(one, actor) || (actor.UserId is not null && one.HandlerId == actor.UserId);

    /// <summary>Notes and alarms are a supervisor's to give; names for whoever may open the identity.</summary>
    public static IEnumerable<ExportPart> PartsFor(ChildConfirmation one, Actor actor) => Enum.GetValues<ExportPart>().Where(part =>
        part == ExportPart.People ? IdentityDesk.WhyNot(one, actor) is null : IsSupervisor(one, actor) || !ExportDesk.SupervisorsOnly.Contains(part));

    /// <summary>What would be handed out, without the names: those are opened only when it is taken.</summary>
    /// <exception cref="RefusedException"><c>export.not-yours</c>, <c>export.part-not-yours</c>.</exception>
    public async Task<ChildExport> ReadAsync(ChildConfirmation one, ExportCase form, Actor actor, CancellationToken cancel)
    {
        if (!May(one, actor))
        {
            throw new RefusedException(new("export.not-yours"));
        }

        if (form.Parts.Except(PartsFor(one, actor)).Any())
        {
            throw new RefusedException(new("export.part-not-yours"));
        }

        return new()
        {
            Reference = one.Reference,
            ExportedAt = time.GetUtcNow(),
            ReceivedAt = one.ReceivedAt,
            Purpose = form.Purpose!.Value,
            Parts = [.. form.Parts.Distinct().Order()],
            Facts = form.Has(ExportPart.Facts)
                ? new(one.Status, one.Way, one.Channel, one.Language, one.ReceivedAt, one.DueOn, one.Municipality, one.Centre, one.Initials, one.BornYear, one.Grade, one.GradedBy, one.ConsentOn, one.ConsentWay)
                : null,
            Account = form.Has(ExportPart.Account) ? Open(one.Account, one.Id, SealedField.Account) ?? "" : null,
            Inquiry = form.Has(ExportPart.Inquiry) ? await InquiryAsync(one.Id, form.Has(ExportPart.People), cancel) : null,
            Protection = form.Has(ExportPart.Protection) ? await AlarmsAsync(one.Id, cancel) : null,
            Decisions = form.Has(ExportPart.Decisions) ? await DecisionAsync(one, cancel) : null,
            Messages = form.Has(ExportPart.Messages) ? await from.Parts.MessagesAsync(one.Id, cancel) : null,
            History = form.Has(ExportPart.History)
                ? await from.Parts.HistoryAsync(one.Id, form.Has(ExportPart.Protection) ? [] : [ChildConfirmation.RaiseAlarm.Code, ChildConfirmation.EndAlarm.Code], cancel)
                : null,
            Files = form.Has(ExportPart.Files) ? await FilesAsync(one.Id, form.Has(ExportPart.People), cancel) : null,
            Notes = form.Has(ExportPart.Notes) ? await from.Parts.NotesAsync(one.Id, cancel) : null,
        };
    }

    /// <summary>Reads it, opens the names where they were chosen, and puts on record who takes it and what for.</summary>
    /// <exception cref="RefusedException"><c>export.not-yours</c>, <c>export.part-not-yours</c>, <c>child.destroyed</c>.</exception>
    public async Task<ChildExport> TakeAsync(ChildConfirmation one, ExportCase form, Actor actor, CancellationToken cancel)
    {
        var export = await ReadAsync(one, form, actor, cancel);
        if (form.Has(ExportPart.People))
        {
            export = export with { People = await from.Identities.OpenAsync(one, IdentityPurpose, actor, cancel) ?? throw new RefusedException(new("child.destroyed")) };
        }

        await access.WriteExportAsync(actor, one.Id, null, $"{ExportDesk.Detail}{form.Purpose}:{string.Join(ExportDesk.PartMark, export.Parts)}", form.Words!.Trim(), cancel);
        return export;
    }

    private static bool IsSupervisor(ChildConfirmation one, Actor actor) => (one.RolesOf(actor) & Role.Supervisor) != Role.None;

    private async Task<ChildInquiry> InquiryAsync(Guid id, bool hasNames, CancellationToken cancel)
    {
        var proofs = await db.Set<ChildProof>().AsNoTracking().Where(p => p.CaseId == id).OrderBy(p => p.AddedAt).ThenBy(p => p.Id).ToListAsync(cancel);
        var strikes = await db.Set<ProofStrike>().AsNoTracking().Where(s => s.CaseId == id).ToDictionaryAsync(s => s.ProofId, cancel);
        var findings = await db.Set<CriterionFinding>().AsNoTracking().Where(f => f.CaseId == id).OrderBy(f => f.FoundAt).ThenBy(f => f.Id).ToListAsync(cancel);
        var visits = await db.Set<HomeVisit>().AsNoTracking().Where(v => v.CaseId == id).OrderBy(v => v.VisitedOn).ThenBy(v => v.Id).ToListAsync(cancel);
        return new(
            [.. proofs.Select(p => new ProofPart(p.Kind, p.SeenOn, Open(p.Note, p.Id, SealedField.ProofNote), strikes.GetValueOrDefault(p.Id)?.StruckAt, strikes.GetValueOrDefault(p.Id) is { } s ? Open(s.Words, s.Id, SealedField.ProofStrike) : null))],
            [.. findings.Select(f => new FindingPart(f.Criterion, f.IsMet, f.FoundAt, Open(f.Note, f.Id, SealedField.FindingNote)))],
            [.. visits.Select(v => new VisitPart(v.VisitedOn, hasNames ? Open(v.People, v.Id, SealedField.VisitPeople) : null, Open(v.Findings, v.Id, SealedField.VisitFindings)!))]);
    }

    private async Task<IReadOnlyList<AlarmPart>> AlarmsAsync(Guid id, CancellationToken cancel) =>
        [.. (await db.Set<ChildAlarm>().AsNoTracking().Where(a => a.CaseId == id).OrderBy(a => a.RaisedAt).ToListAsync(cancel))
            .Select(a => new AlarmPart(a.RaisedAt, a.Told, Open(a.Words, a.Id, SealedField.Alarm), a.EndedAt, Open(a.Outcome, a.Id, SealedField.AlarmOutcome)))];

    // what waits for a second person is no decision yet
    private async Task<ChildDecision> DecisionAsync(ChildConfirmation one, CancellationToken cancel)
    {
        var papers = await db.Set<CardIssue>().AsNoTracking().Where(c => c.CaseId == one.Id).OrderBy(c => c.IssuedAt)
            .Select(c => new PaperPart(c.DocumentSerial, c.CardSerial, c.IssuedAt, c.State.ToString())).ToListAsync(cancel);
        var isRefused = one.Status == CaseStatus.Refused;
        return new(one.DecidedAt is null ? null : !isRefused, isRefused ? one.RefusalReason : null, isRefused ? Open(one.Reasons, one.Id, SealedField.Reasons) : null, one.DecidedAt, papers);
    }

    // what somebody called a file may name the child: without the names it has the number that it has on the page
    private async Task<IReadOnlyList<FilePart>> FilesAsync(Guid id, bool hasNames, CancellationToken cancel) =>
        [.. (await db.Set<CaseFile>().AsNoTracking().Where(f => f.CaseId == id && f.State != FileState.Arriving).OrderBy(f => f.ReceivedAt).ThenBy(f => f.Id).ToListAsync(cancel))
            .Select((f, before) => new FilePart(hasNames ? from.Files.NameOf(f) : string.Create(CultureInfo.InvariantCulture, $"{before + 1}.{(f.Kind?.ToString() ?? "-").ToLowerInvariant()}"), f.Kind, f.Length, f.ReceivedAt, f.IsFromPerson, f.State))];

    private string? Open(SealedText? text, Guid owner, string field) => text is { } words ? from.Vault.Open(words, owner, field) : null;
}

/// <summary>From where the parts of an export come.</summary>
public sealed record ChildExportSources(ExportParts Parts, IdentityDesk Identities, Vault Vault, FileStore Files);
