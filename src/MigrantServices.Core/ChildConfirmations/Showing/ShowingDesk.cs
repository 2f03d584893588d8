using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Showing;

/// <summary>Makes a view that shows two things of a child once, and opens it for whoever was given the link or the short code. The opening is put on record first.</summary>
public sealed class ShowingDesk(PortalDb db, IssuedAs issued, ShortCodes codes, AccessLog access, TimeProvider time)
{
    public const int Most = 20;

    /// <summary>A new view; an older one that nobody opened ends.</summary>
    /// <exception cref="RefusedException"><c>view.fields</c>, <c>child.not-confirmed-yet</c>.</exception>
    public async Task<MadeView> MakeAsync(ChildConfirmation one, IReadOnlyCollection<string> fields, Actor person, CancellationToken cancel)
    {
        if (!ShownFields.MayBe(fields))
        {
            throw new RefusedException(new("view.fields", OneTimeView.MostFields));
        }

        var now = time.GetUtcNow();
        one.ShowChildBy(person, now);
        var (key, code) = (RandomKey.New(), ShortCodes.New());
        var view = new OneTimeView
        {
            CaseId = one.Id,
            Fields = [.. ShownFields.All.Where(fields.Contains)],
            KeyHash = RandomKey.Hash(key),
            CodeHash = codes.HashOf(code)!,
            MadeAt = now,
            EndsAt = now + OneTimeView.ValidFor,
        };
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<OneTimeView>().Where(v => v.CaseId == one.Id && v.OpenedAt == null && v.EndsAt > now).ExecuteUpdateAsync(set => set.SetProperty(v => v.EndsAt, now), cancel);
        db.Add(view);
        await access.SaveChangeAsync(person, one.Id, ChildConfirmation.ShowChild, cancel);
        await all.CommitAsync(cancel);
        return new(key, code, view.EndsAt);
    }

    /// <summary>Whether it has the shape of a link's secret or of a short code.</summary>
    public bool CanBe(string? keyOrCode) => RandomKey.LooksRight(keyOrCode) || codes.HashOf(keyOrCode) is not null;

    /// <summary>Whether something waits under this link or short code; looking uses nothing up.</summary>
    public async Task<bool> WaitsAsync(string? keyOrCode, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return codes.Hashes(keyOrCode) is var (key, code) && await db.Set<OneTimeView>().AnyAsync(v => (v.KeyHash == key || v.CodeHash == code) && v.OpenedAt == null && v.EndsAt > now, cancel);
    }

    /// <summary>What the family shows, for the first who asks; null for everybody after and for what is too old, wrong or no longer confirmed.</summary>
    public async Task<ShownView?> OpenAsync(string? keyOrCode, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (key, code) = codes.Hashes(keyOrCode);
        var view = await db.Set<OneTimeView>().AsNoTracking().FirstOrDefaultAsync(v => (v.KeyHash == key || v.CodeHash == code) && v.OpenedAt == null && v.EndsAt > now, cancel);
        if (view is null || await db.Set<OneTimeView>().Where(v => v.Id == view.Id && v.OpenedAt == null && v.EndsAt > now).ExecuteUpdateAsync(set => set.SetProperty(v => v.OpenedAt, now), cancel) == 0)
        {
            return null;
        }

        var one = await db.ChildConfirmations.AsNoTracking().SingleAsync(c => c.Id == view.CaseId, cancel);
        if (!one.HoldsConfirmation)
        {
            return null;
        }

        await access.WriteAsync(Actor.Receiver(one.Id, view.Id), AccessDeed.View, one.Id, "one-time-view:" + string.Join('+', view.Fields), cancel);
        // as the newest papers have it: what was written into the file since, nobody has agreed to
        var card = await db.Set<CardIssue>().AsNoTracking().Where(c => c.CaseId == one.Id).OrderByDescending(c => c.IssuedAt).ThenByDescending(c => c.Id).FirstAsync(cancel);
        var number = card.State == CardState.Valid ? card.DocumentSerial : null;
        return await issued.OfAsync(card, cancel) is { } child ? new([.. view.Fields.Select(field => (field, ShownFields.Of(field, child, number, Seoul.DateOf(now))))], one.Municipality, now) : null;
    }

    /// <summary>What the family showed before, the newest first.</summary>
    public async Task<IReadOnlyList<PastView>> PastAsync(Guid caseId, CancellationToken cancel) => await db.Set<OneTimeView>().AsNoTracking()
        .Where(v => v.CaseId == caseId).OrderByDescending(v => v.MadeAt).Take(Most).Select(v => new PastView(v.Fields, v.MadeAt, v.EndsAt, v.OpenedAt)).ToListAsync(cancel);
}

/// <summary>The link's secret and the short code, which are shown to the family once.</summary>
public sealed record MadeView(string Key, string Code, DateTimeOffset EndsAt);

/// <summary>What somebody was shown, and the city that issued the papers.</summary>
public sealed record ShownView(IReadOnlyList<(string Field, string? Value)> Fields, string? Municipality, DateTimeOffset At);

/// <summary>A view that was made, and whether anybody opened it.</summary>
public sealed record PastView(IReadOnlyList<string> Fields, DateTimeOffset MadeAt, DateTimeOffset EndsAt, DateTimeOffset? OpenedAt);
