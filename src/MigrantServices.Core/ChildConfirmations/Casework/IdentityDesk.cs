using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Opens who a child is for a colleague who needs it: for one reading, with a purpose that is put on record and that the family reads.</summary>
public sealed class IdentityDesk(PortalDb db, VaultDesk vault, IdentityDeskParts parts, AccessLog access, TimeProvider time)
{
    /// <summary>Why this colleague may not open it; null when they may. It takes the case in hand, or the right to decide or issue in it.</summary>
    public static Refusal? WhyNot(ChildConfirmation one, Actor actor) =>
        one.HandlerId == actor.UserId
        || one.RolesOf(actor).HasFlag(Role.Supervisor)
        || one.May(ChildConfirmation.Issue, actor)
        || one.IssuedById == actor.UserId
            ? null
            : new("child.identity-not-yours");

    /// <returns>Null when the child's key was destroyed.</returns>
    /// <exception cref="RefusedException"><c>child.identity-not-yours</c>, <c>child.no-such-purpose</c>.</exception>
    public async Task<OpenedIdentity?> OpenAsync(ChildConfirmation one, string? purpose, Actor actor, CancellationToken cancel)
    {
        await RecordAsync(one, purpose, AccessDeed.View, "identity:" + purpose, actor, cancel);
        return await vault.OpenAsync(one.ChildId, cancel);
    }

    /// <summary>A file of the case is about to be handed to this colleague: papers say who a child is, so it is an opening like any other.</summary>
    /// <exception cref="RefusedException"><c>child.identity-not-yours</c>, <c>child.no-such-purpose</c>.</exception>
    public Task OpenFileAsync(ChildConfirmation one, Guid fileId, string? purpose, Actor actor, CancellationToken cancel) =>
        RecordAsync(one, purpose, AccessDeed.Download, "file:" + fileId, actor, cancel);

    /// <summary>A parent as they stand in the file, so that they can be written anew; an opening like any other.</summary>
    /// <exception cref="RefusedException"><c>child.identity-not-yours</c>, <c>child.no-such-purpose</c>, <c>child.no-such-parent</c>.</exception>
    public async Task<KnownParent> ParentAsync(ChildConfirmation one, Guid parentId, string? purpose, Actor actor, CancellationToken cancel) =>
        (await OpenAsync(one, purpose, actor, cancel))?.Parents.FirstOrDefault(p => p.Id == parentId) ?? throw new RefusedException(new("child.no-such-parent"));

    /// <summary>Writes a parent of this child anew, and nobody else. The history says that it was done, and no name.</summary>
    /// <exception cref="RefusedException"><c>child.no-ground</c>, <c>child.no-such-parent</c> and what opening refuses.</exception>
    public async Task CorrectParentAsync(ChildConfirmation one, Guid parentId, WriteParent form, Actor actor, CancellationToken cancel)
    {
        Refuse(one.WhyNot(ChildConfirmation.CorrectParent, actor) ?? parts.Keeping.WhyNot(one, actor));
        await ParentAsync(one, parentId, form.Purpose, actor, cancel);
        one.CorrectParentBy(actor, time.GetUtcNow());
        await parts.Keeping.KeepAsync(one, actor, ChildConfirmation.CorrectParent, () => vault.ChangeParentAsync(parentId, form.Identity(), cancel), cancel);
    }

    /// <summary>A parent who was not known before; they get no code by that.</summary>
    /// <exception cref="RefusedException"><c>child.no-ground</c>, <c>child.identity-not-yours</c>, <c>child.no-such-purpose</c>, <c>child.destroyed</c>.</exception>
    public async Task AddParentAsync(ChildConfirmation one, WriteParent form, Actor actor, CancellationToken cancel)
    {
        Refuse(one.WhyNot(ChildConfirmation.AddParent, actor) ?? parts.Keeping.WhyNot(one, actor));
        _ = await OpenAsync(one, form.Purpose, actor, cancel) ?? throw new RefusedException(new("child.destroyed"));
        one.AddParentBy(actor, time.GetUtcNow());
        await parts.Keeping.KeepAsync(one, actor, ChildConfirmation.AddParent, () => vault.AddParentAsync(one.ChildId, form.Relation!.Value, form.Identity(), cancel), cancel);
    }

    /// <summary>The photograph as it will be printed, for whoever is about to issue the papers; the family reads that somebody looked.</summary>
    /// <returns>Null when there is none, or the child's key was destroyed.</returns>
    /// <exception cref="RefusedException">The papers cannot be issued by this colleague now.</exception>
    public async Task<byte[]?> BeforeIssueAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        Refuse(one.WhyNot(ChildConfirmation.Issue, actor));
        db.Add(new IdentityOpening { CaseId = one.Id, Purpose = PrintDesk.Purpose, OpenedById = actor.UserId!.Value, OpenedAt = time.GetUtcNow() });
        return await PhotographAsync(one, actor, cancel);
    }

    /// <summary>The photograph, for a colleague who has just opened the identity.</summary>
    public async Task<byte[]?> PhotographAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        Refuse(WhyNot(one, actor));
        await access.WriteAsync(actor, AccessDeed.View, one.Id, "photograph", cancel);
        return await vault.PhotographAsync(one.ChildId, cancel);
    }

    /// <summary>What is known of the child changed or was mistaken. Whether somebody must agree for it is reckoned anew.</summary>
    /// <exception cref="RefusedException"><c>child.no-ground</c>, <c>child.destroyed</c>.</exception>
    public async Task CorrectAsync(ChildConfirmation one, ChildIdentity child, Actor actor, CancellationToken cancel)
    {
        Refuse(one.WhyNot(ChildConfirmation.CorrectIdentity, actor) ?? parts.Keeping.WhyNot(one, actor));
        var before = (await vault.OpenAsync(one.ChildId, cancel) ?? throw new RefusedException(new("child.destroyed"))).Child;
        one.CorrectIdentityBy(
            actor, Initials.Of(child.Name), child.Born?.Date.Year, before.Born?.ComesOfAgeOn != child.Born?.ComesOfAgeOn, child.NeedsConsentOn(Seoul.DateOf(one.ReceivedAt)), time.GetUtcNow());
        await parts.Keeping.KeepAsync(one, actor, ChildConfirmation.CorrectIdentity, () => vault.ChangeChildAsync(one.ChildId, child, cancel), cancel);
    }

    // on record first: what cannot be put on record is not opened
    private async Task RecordAsync(ChildConfirmation one, string? purpose, AccessDeed deed, string detail, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        Refuse(WhyNot(one, actor) ?? (parts.Book.Has(Lists.IdentityPurposes, purpose, Seoul.DateOf(now)) ? null : new("child.no-such-purpose")));
        db.Add(new IdentityOpening { CaseId = one.Id, Purpose = purpose!, OpenedById = actor.UserId!.Value, OpenedAt = now });
        await access.WriteAsync(actor, deed, one.Id, detail, cancel);
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
