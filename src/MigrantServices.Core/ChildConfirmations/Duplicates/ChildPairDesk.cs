using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Duplicates;

/// <summary>What colleagues say of two cases that may be of the same child, and what waits until they have said it.</summary>
public sealed class ChildPairDesk(PortalDb db, CaseWords words, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>duplicates.told-apart-already</c>, <c>duplicates.judged-by-you</c>.</exception>
    public async Task JudgeAsync(ChildConfirmation one, JudgePair form, Actor actor, CancellationToken cancel)
    {
        var pair = await db.Set<CasePair>().FirstOrDefaultAsync(p => p.Id == form.Pair && (p.LowerId == one.Id || p.HigherId == one.Id), cancel);
        var otherId = pair?.OtherThan(one.Id);
        // what one may not see is there no more than what is not
        var other = await db.ChildConfirmations.VisibleTo(actor, ChildConfirmation.Service).FirstOrDefaultAsync(c => c.Id == otherId, cancel);
        if (other is null || !MayJudge(one, other, actor))
        {
            throw new RefusedException(new("duplicates.no-such-pair"));
        }

        var now = time.GetUtcNow();
        var correctsOf = !pair!.IsOpen && IsSupervisorOfBoth(one, other, actor)
            ? await db.Set<PairAnswer>().Where(a => a.PairId == pair.Id).OrderByDescending(a => a.Number).Select(a => (Guid?)a.ById).FirstOrDefaultAsync(cancel)
            : null;
        var answer = correctsOf is { } judge
            ? pair.Correct(form.Verdict!.Value, actor.UserId!.Value, judge, Sealed, now)
            : pair.Answer(form.Verdict!.Value, actor.UserId!.Value, Sealed, now);
        one.JudgePairBy(actor, other, form.Verdict.Value, now);
        db.Add(answer);
        access.AddChange(actor, one.Id, ChildConfirmation.JudgePair);
        access.AddChange(actor, other.Id, ChildConfirmation.JudgePair);
        await db.SaveChangesAsync(cancel);

        SealedText Sealed(Guid id) => words.Seal(form.Why!, id, SealedField.ToldApart);
    }

    /// <summary>Whether somebody found that another case is of the same child which goes before this one: an earlier one, or one that holds a confirmation.</summary>
    public Task<bool> IsAnothersAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var (receivedAt, id) = (one.ReceivedAt, one.Id);
        return Pairs(db, one, actor).Where(x => !x.Pair.IsOpen && x.Pair.Verdict == PairVerdict.TheSame)
            .AnyAsync(x => x.Other.Status != CaseStatus.Refused && x.Other.Status != CaseStatus.Revoked && x.Other.Status != CaseStatus.AgedOut && x.Other.Status != CaseStatus.Withdrawn
                && (x.Other.ConfirmedAt != null || x.Other.ReceivedAt < receivedAt || (x.Other.ReceivedAt == receivedAt && x.Other.Id < id)), cancel);
    }

    /// <summary>Why a confirmation has to wait, as far as this colleague may know it: a pair that nobody has judged, an earlier case of the same child, or one that holds a confirmation already.</summary>
    public async Task<Refusal?> WhyNotConfirmAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var pairs = await Pairs(db, one, actor).Where(x => x.Pair.IsOpen || x.Pair.Verdict == PairVerdict.TheSame)
            .Select(x => new { x.Pair.IsOpen, x.Pair.Band, x.Pair.Verdict, x.Other.Status, x.Other.ReceivedAt, x.Other.Id, x.Other.ConfirmedAt }).ToListAsync(cancel);
        return pairs.Exists(x => x.IsOpen && x.Band >= ChildPairWeight.Holds) ? new("child.pairs-open")
            : pairs.Exists(x => !x.IsOpen && IsAlive(x.Status) && x.ConfirmedAt is not null) ? new("child.same-child-confirmed")
            : pairs.Exists(x => !x.IsOpen && IsAlive(x.Status) && (x.ReceivedAt, x.Id).CompareTo((one.ReceivedAt, one.Id)) < 0) ? new("child.same-child")
            : null;
    }

    internal static bool MayJudge(ChildConfirmation one, ChildConfirmation other, Actor actor) =>
        one.HandlerId == actor.UserId || other.HandlerId == actor.UserId || IsSupervisorOfBoth(one, other, actor);

    internal static bool IsSupervisorOfBoth(ChildConfirmation one, ChildConfirmation other, Actor actor) => (one.RolesOf(actor) & other.RolesOf(actor) & Role.Supervisor) != Role.None;

    /// <summary>The pairs of a case whose other side this colleague sees; the others are not there.</summary>
    internal static IQueryable<PairedCase> Pairs(PortalDb db, ChildConfirmation one, Actor actor)
    {
        var id = one.Id;
        return db.Set<CasePair>().AsNoTracking().Where(p => p.LowerId == id || p.HigherId == id)
            .Join(db.ChildConfirmations.AsNoTracking().VisibleTo(actor, ChildConfirmation.Service), p => p.LowerId == id ? p.HigherId : p.LowerId, c => c.Id, (p, c) => new PairedCase { Pair = p, Other = c });
    }

    private static bool IsAlive(CaseStatus status) => status is not (CaseStatus.Refused or CaseStatus.Revoked or CaseStatus.AgedOut or CaseStatus.Withdrawn);

    internal sealed class PairedCase
    {
        public required CasePair Pair { get; init; }

        public required ChildConfirmation Other { get; init; }
    }
}
