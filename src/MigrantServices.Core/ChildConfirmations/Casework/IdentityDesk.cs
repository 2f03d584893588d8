using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Opens who a child is for a colleague who needs it: for one reading, with a purpose that is put on record and that the family reads.</summary>
public sealed class IdentityDesk(PortalDb db, VaultDesk vault, ReferenceBook book, AccessLog access, TimeProvider time)
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
        var now = time.GetUtcNow();
        var refusal = WhyNot(one, actor) ?? (book.Has(Lists.IdentityPurposes, purpose, Seoul.DateOf(now)) ? null : new("child.no-such-purpose"));
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        // on record first: what cannot be put on record is not opened
        db.Add(new IdentityOpening { CaseId = one.Id, Purpose = purpose!, OpenedById = actor.UserId!.Value, OpenedAt = now });
        await access.WriteAsync(actor, AccessDeed.View, one.Id, "identity:" + purpose, cancel);
        return await vault.OpenAsync(one.ChildId, cancel);
    }

    /// <summary>The photograph as it will be printed, for whoever is about to issue the papers; the family reads that somebody looked.</summary>
    /// <returns>Null when there is none, or the child's key was destroyed.</returns>
    /// <exception cref="RefusedException">The papers cannot be issued by this colleague now.</exception>
    public async Task<byte[]?> BeforeIssueAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        if (one.WhyNot(ChildConfirmation.Issue, actor) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        db.Add(new IdentityOpening { CaseId = one.Id, Purpose = PrintDesk.Purpose, OpenedById = actor.UserId!.Value, OpenedAt = time.GetUtcNow() });
        return await PhotographAsync(one, actor, cancel);
    }

    /// <summary>The photograph, for a colleague who has just opened the identity.</summary>
    public async Task<byte[]?> PhotographAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        if (WhyNot(one, actor) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        await access.WriteAsync(actor, AccessDeed.View, one.Id, "photograph", cancel);
        return await vault.PhotographAsync(one.ChildId, cancel);
    }

    /// <summary>What is known of the child changed or was mistaken. The vault first: until the case follows, only its initials are old.</summary>
    public async Task CorrectAsync(ChildConfirmation one, ChildIdentity child, Actor actor, CancellationToken cancel)
    {
        var known = await vault.OpenAsync(one.ChildId, cancel);
        one.CorrectIdentityBy(actor, Initials.Of(child.Name), child.Born?.Date.Year, known?.Child.Born?.ComesOfAgeOn != child.Born?.ComesOfAgeOn, time.GetUtcNow());
        await vault.ChangeChildAsync(one.ChildId, child, cancel);
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.CorrectIdentity, cancel);
    }
}
