using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Translations;

/// <summary>Keeps translations of what stands in a case, and what a second person says of them. Nothing leaves the office for it.</summary>
public sealed class TranslationDesk(PortalDb db, Originals originals, Vault vault, AccessLog access, TimeProvider time)
{
    /// <summary>The text as it stands now; null when the case has no such.</summary>
    public Task<Original?> OriginalAsync(Grievance grievance, TextKind kind, Guid id, CancellationToken cancel) => originals.FindAsync(grievance, kind, id, cancel);

    /// <summary>A translation of this case; null when there is no such.</summary>
    public Task<Translation?> FindAsync(Grievance grievance, Guid id, CancellationToken cancel) =>
        db.Set<Translation>().FirstOrDefaultAsync(t => t.Id == id && t.CaseId == grievance.Id, cancel);

    /// <summary>A translation opened beside its original; null when there is no such.</summary>
    public async Task<(TranslationView View, Original Original)?> ReadAsync(Grievance grievance, Guid id, CancellationToken cancel)
    {
        var line = await db.Set<Translation>().AsNoTracking().Where(t => t.Id == id && t.CaseId == grievance.Id).Select(t => new TranslationLine(
            t,
            db.Users.Where(u => u.Id == t.AddedById).Select(u => u.DisplayName).First(),
            db.Users.Where(u => u.Id == t.CheckedById).Select(u => u.DisplayName).FirstOrDefault())).FirstOrDefaultAsync(cancel);
        return line is null || await originals.FindAsync(grievance, line.Translation.Text, line.Translation.TextId, cancel) is not { } original
            ? null
            : (TranslationView.Of(line, original.Words, vault), original);
    }

    public async Task AddAsync(Grievance grievance, Original original, AddTranslation form, Actor actor, CancellationToken cancel)
    {
        var (id, to, hasInterpreter) = (Guid.CreateVersion7(), form.To!, !string.IsNullOrWhiteSpace(form.Interpreter));
        var before = await db.Set<Translation>().CountAsync(t => t.CaseId == grievance.Id && t.Text == original.Kind && t.TextId == original.Id && t.To == to, cancel);
        var translation = new Translation
        {
            Id = id,
            CaseId = grievance.Id,
            Text = original.Kind,
            TextId = original.Id,
            From = string.IsNullOrEmpty(form.From) ? original.Language : form.From,
            To = to,
            Number = before + 1,
            Words = vault.Seal(form.Words!.Trim(), id, SealedField.Translation),
            Kind = form.Kind!.Value,
            AddedById = actor.UserId!.Value,
            AddedAt = time.GetUtcNow(),
            Interpreter = hasInterpreter ? vault.Seal(form.Interpreter!.Trim(), id, SealedField.Interpreter) : null,
            HasConflict = hasInterpreter ? form.HasConflict : null,
            ConflictWords = hasInterpreter && form.HasConflict == true ? vault.Seal(form.ConflictWords!.Trim(), id, SealedField.Conflict) : null,
            OriginalVersion = original.Version(vault),
        };
        grievance.TranslateBy(actor, translation, time.GetUtcNow());
        db.Add(translation);
        await access.SaveChangeAsync(actor, grievance.Id, Grievance.Translate, cancel);
    }

    /// <exception cref="RefusedException"><c>translation.own</c>, <c>translation.stale</c>, <c>translation.rejected</c>, <c>translation.checked-already</c>.</exception>
    public async Task CheckAsync(Grievance grievance, Translation translation, Actor actor, CancellationToken cancel)
    {
        var original = await originals.FindAsync(grievance, translation.Text, translation.TextId, cancel);
        grievance.CheckTranslationBy(actor, translation, original?.Version(vault) ?? [], time.GetUtcNow());
        await access.SaveChangeAsync(actor, grievance.Id, Grievance.CheckTranslation, cancel);
    }

    /// <exception cref="RefusedException"><c>translation.own</c>, <c>translation.rejected</c>.</exception>
    public Task RejectAsync(Grievance grievance, Translation translation, RejectTranslation form, Actor actor, CancellationToken cancel)
    {
        grievance.RejectTranslationBy(actor, translation, vault.Seal(form.Reason!.Trim(), translation.Id, SealedField.Rejection), time.GetUtcNow());
        return access.SaveChangeAsync(actor, grievance.Id, Grievance.RejectTranslation, cancel);
    }
}
