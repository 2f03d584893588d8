using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.Reference;

/// <summary>Changes the code lists from a day on: one administrator proposes, another approves. No entry is ever rewritten: the old one ends and a new one begins.</summary>
public sealed class ReferenceDesk(PortalDb db, ReferenceBook book, ChangeCheck check, TimeProvider time)
{
    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The change as it would be, or why it cannot be. Nothing is kept.</summary>
    /// <exception cref="RefusedException"><c>reference.*</c>.</exception>
    public ReferenceChange Draft(Actor administrator, ProposeChange form)
    {
        MustBeAdministrator(administrator);
        var change = new ReferenceChange
        {
            Kind = form.Kind,
            List = form.List ?? "",
            Code = form.FullCode,
            EffectiveOn = form.EffectiveOn!.Value,
            Until = form.Kind == ChangeKind.Add || (form.Kind == ChangeKind.Replace && ChangeableList.Find(form.List)?.HasTerm == true) ? form.LastDay : null,
            Details = form.DetailsAfter(book.Find(form.List ?? "", form.FullCode, form.EffectiveOn.Value)?.Details),
            Source = form.Source!.Trim(),
            Article = string.IsNullOrEmpty(form.Article) ? null : form.Article,
            ProposedById = administrator.UserId!.Value,
            ProposedAt = Now,
        };
        change.Say(form.Texts);
        return check.WhyNot(change, Seoul.DateOf(Now)) is { } refusal ? throw new RefusedException(refusal) : change;
    }

    /// <exception cref="RefusedException"><c>reference.*</c>.</exception>
    public async Task<Guid> ProposeAsync(Actor administrator, ProposeChange form, CancellationToken cancel)
    {
        await book.ReadAsync(db, cancel);
        var change = Draft(administrator, form);
        db.Add(change);
        await SaveAsync(cancel);
        return change.Id;
    }

    /// <summary>Adds sentences that were missing.</summary>
    /// <exception cref="RefusedException"><c>reference.*</c>.</exception>
    public async Task CompleteAsync(Actor administrator, Guid id, IReadOnlyDictionary<string, string?> texts, CancellationToken cancel)
    {
        var change = await FindAsync(administrator, id, cancel);
        if (texts.Values.Any(text => text?.Trim().Length > ReferenceText.TextMaxLength))
        {
            throw new RefusedException(new("reference.text-too-long", ReferenceText.TextMaxLength));
        }

        change.CompleteBy(administrator, texts);
        await SaveAsync(cancel);
    }

    /// <summary>Publishes a change that somebody else proposed.</summary>
    /// <exception cref="RefusedException"><c>reference.*</c>.</exception>
    public async Task ApproveAsync(Actor administrator, Guid id, CancellationToken cancel)
    {
        var change = await FindAsync(administrator, id, cancel);
        await book.ReadAsync(db, cancel);
        if (change.IsOpen && check.WhyNot(change, Seoul.DateOf(Now)) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var entries = await EntriesAsync(change, cancel);
        var old = entries.Find(item => item.HoldsOn(change.EffectiveOn));
        var oldEnd = old?.ValidTo;
        change.ApproveBy(administrator, change.EndsAnew ? oldEnd : null, Now);
        var position = old?.Position ?? (await db.ReferenceItems.Where(i => i.List == change.List).MaxAsync(i => (int?)i.Position, cancel) ?? 0) + 10;
        old?.ValidTo = change.EffectiveOn.AddDays(-1);
        if (change.Kind != ChangeKind.End)
        {
            db.Add(new ReferenceItem
            {
                List = change.List,
                Code = change.Code,
                ValidFrom = change.EffectiveOn,
                ValidTo = old is null || change.EndsAnew ? change.Until : oldEnd,
                Position = position,
                Details = change.Details!,
                Source = change.Source,
                ChangeId = change.Id,
            });
        }

        await SaveAsync(cancel);
        await book.ReadAsync(db, cancel);
    }

    /// <summary>Takes a change back, also an approved one as long as its day has not come.</summary>
    /// <exception cref="RefusedException"><c>reference.*</c>.</exception>
    public async Task TakeBackAsync(Actor administrator, Guid id, CancellationToken cancel)
    {
        var change = await FindAsync(administrator, id, cancel);
        if (change is { ApprovedAt: not null, WithdrawnAt: null } && await WhyNotUndoAsync(change, cancel) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        change.WithdrawBy(administrator, Now);
        if (change.ApprovedAt is not null)
        {
            await UndoAsync(change, cancel);
        }

        await SaveAsync(cancel);
        await book.ReadAsync(db, cancel);
    }

    // what was laid down on top of it goes first
    private async Task<Refusal?> WhyNotUndoAsync(ReferenceChange change, CancellationToken cancel)
    {
        await book.ReadAsync(db, cancel);
        var hasLater = await db.Set<ReferenceChange>().AnyAsync(
            later => later.List == change.List && later.Code == change.Code && later.EffectiveOn > change.EffectiveOn && later.ApprovedAt != null && later.WithdrawnAt == null,
            cancel);
        return hasLater ? new("reference.changes-later")
            : change is { Kind: ChangeKind.Add, List: Lists.Outcomes } && check.HasReasons(change.Code, change.EffectiveOn) ? new("reference.outcome-has-reasons")
            : null;
    }

    private async Task UndoAsync(ReferenceChange change, CancellationToken cancel)
    {
        var entries = await EntriesAsync(change, cancel);
        var made = entries.Find(item => item.ChangeId == change.Id);
        // a city that comes back begins anew: what ended before stays ended
        if (change.Kind != ChangeKind.Add)
        {
            entries.Find(item => item.ValidTo == change.EffectiveOn.AddDays(-1))?.ValidTo = change.EndsAnew ? change.OldEnd : made?.ValidTo;
        }

        if (made is not null)
        {
            db.Remove(made);
        }
    }

    private Task<List<ReferenceItem>> EntriesAsync(ReferenceChange change, CancellationToken cancel) =>
        db.ReferenceItems.Where(i => i.List == change.List && i.Code == change.Code).ToListAsync(cancel);

    private async Task<ReferenceChange> FindAsync(Actor administrator, Guid id, CancellationToken cancel)
    {
        MustBeAdministrator(administrator);
        return await db.Set<ReferenceChange>().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == id, cancel)
            ?? throw new RefusedException(new("reference.not-there"));
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RefusedException(new("reference.day-taken"));
        }
    }

    private static void MustBeAdministrator(Actor actor)
    {
        if (!actor.Is(Role.Administrator))
        {
            throw new RefusedException(new("reference.administrators-only"));
        }
    }
}
