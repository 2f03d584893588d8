using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Receives children by all three ways: first who the child is goes into the vault, then its case is stored with the code that opens it, then the child is kept.</summary>
/// <remarks>Where that breaks off in between, no case has the child, and the hourly sweep removes it from the vault.</remarks>
public sealed class ChildFilingDesk(PortalDb db, VaultDesk vault, ChildBeginnings beginnings, ChildDoor door, AccessLog access)
{
    /// <summary>Files a parent's application whose answers keep the form's rules. Sending it again files nothing.</summary>
    /// <exception cref="RefusedException"><c>child.no-ground</c>, <c>child.city-elsewhere</c>.</exception>
    public Task SendAsync(HeldDraft<ApplyForChild> held, CancellationToken cancel) => SendAsync(
        held, held.Answers, (childId, ground) => beginnings.Online(held.Answers, childId, ground, held.Key.Id, held.Code.Id, door.TakesPart(held.Answers.City)), cancel);

    /// <summary>Files a request by somebody who knows of a child. Sending it again files nothing.</summary>
    /// <exception cref="RefusedException"><c>child.no-ground</c>, <c>child.city-elsewhere</c>.</exception>
    public Task SendAsync(HeldDraft<TellOfChild> held, CancellationToken cancel) => SendAsync(
        held, held.Answers, (childId, ground) => beginnings.Online(held.Answers, childId, ground, held.Key.Id, held.Code.Id, door.TakesPart(held.Answers.City)), cancel);

    /// <summary>Why this colleague may not take this down; null when they may.</summary>
    public Refusal? WhyNot(TakeDownChild form, Actor colleague) =>
        door.WhyNot(form, colleague) ?? ChildConfirmation.Service.WhyNotBegin(ChildConfirmation.StatusAtFirst(door.GoesOn(form)), form.Channel!.Value, form.City, colleague);

    /// <summary>The reference under which this very form was filed before; null when it was not.</summary>
    public Task<string?> FiledAsync(TakeDownChild form, Actor colleague, CancellationToken cancel) => db.ChildConfirmations
        .Where(c => c.SentFrom == form.Token && db.Events.Any(e => e.CaseId == c.Id && e.Action == ChildConfirmation.File.Code && e.UserId == colleague.UserId))
        .Select(c => c.Reference).FirstOrDefaultAsync(cancel);

    /// <summary>Files what a colleague took down. A parent and a requester get a code; for a child of the office's own there is nobody to have one.</summary>
    /// <param name="filesIn">The draft that holds its files; null when there are none.</param>
    /// <exception cref="RefusedException"><c>child.no-ground</c>, <c>child.city-elsewhere</c>, <c>case.not-your-place</c>.</exception>
    public async Task<Filed> TakeDownAsync(TakeDownChild form, Actor colleague, byte[] codeHash, Guid? filesIn, CancellationToken cancel)
    {
        Refuse(WhyNot(form, colleague));
        if (await FiledAsync(form, colleague, cancel) is { } before)
        {
            return new(before, IsNew: false);
        }

        var childId = await vault.AddChildAsync(form.Child(), form.KnownParents(), cancel);
        var child = beginnings.TakenDown(form, childId, door.GroundOf(form, colleague)!, colleague, door.TakesPart(form.City));
        if (form.Way != WayIn.ExOfficio)
        {
            db.Add(new CaseCode { Hash = codeHash, Holder = form.IsParents ? Role.Filer : Role.Requester, CaseId = child.Id, CreatedAt = child.ChangedAt });
        }

        if (beginnings.ConsentNote(child, form, colleague) is { } note)
        {
            db.Add(note);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await StoreAsync(child, colleague, filesIn, cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // the same form arrived twice at once: the other one filed it
            db.ChangeTracker.Clear();
            await transaction.RollbackAsync(cancel);
            await vault.TakeBackAsync(childId, cancel);
            return new(await FiledAsync(form, colleague, cancel) ?? throw new InvalidOperationException("No free reference was drawn.", e), IsNew: false);
        }

        await transaction.CommitAsync(cancel);
        await vault.KeepAsync(childId, cancel);
        return new(child.Reference, IsNew: true);
    }

    private async Task SendAsync<T>(HeldDraft<T> held, IChildForm form, Func<Guid, ReferenceItem, (ChildConfirmation Child, Actor Actor)> begin, CancellationToken cancel)
    {
        Refuse(door.WhyNot(form));
        var ground = door.GroundOf(form)!;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // whoever pressed twice waits here for the first press, and finds the form sent
        if (await db.Drafts.Where(d => d.Id == held.Key.Id && d.SentAs == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.SavedAt, d => d.SavedAt), cancel) == 0)
        {
            return;
        }

        var childId = await vault.AddChildAsync(form.Child(), form.KnownParents(), cancel);
        var (child, actor) = begin(childId, ground);
        held.Draft.BecomeCase(child.Id);
        held.Code.OpenCase(child.Id);
        await StoreAsync(child, actor, held.HasFiles ? held.Key.Id : null, cancel);
        await transaction.CommitAsync(cancel);
        await vault.KeepAsync(childId, cancel);
    }

    private async Task StoreAsync(ChildConfirmation child, Actor actor, Guid? filesIn, CancellationToken cancel)
    {
        db.Add(child);
        if (child.AlarmSince is { } since)
        {
            // nobody has been told yet but the office; what was said stands with the case
            db.Add(new ChildAlarm { CaseId = child.Id, Told = [], RaisedById = actor.UserId, RaisedAt = since });
        }

        access.AddChange(actor, child.Id, ChildConfirmation.File);
        await db.SaveChangesAsync(cancel);
        if (filesIn is { } draftId)
        {
            await db.HandOverFilesAsync(draftId, child.Id, cancel);
        }
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
