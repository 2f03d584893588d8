using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Matching;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Duplicates;

/// <summary>What colleagues say of two cases that may be of the same child, and what waits until they have said it.</summary>
public sealed class ChildPairDesk(PortalDb db, CaseWords words, AccessLog access, TimeProvider time)
{
    private static readonly CaseStatus[] Over = [CaseStatus.Refused, CaseStatus.Revoked, CaseStatus.AgedOut, CaseStatus.Withdrawn];

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

    /// <summary>
    /// Why a confirmation has to wait: a pair that nobody has judged, an earlier case of the same child, or one that holds a confirmation already. Of a case that this colleague
    /// does not see they learn only that the province looks; a pair across cities that is merely likely holds nothing there.
    /// </summary>
    public async Task<Refusal?> WhyNotConfirmAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var seen = db.ChildConfirmations.VisibleTo(actor, ChildConfirmation.Service);
        var pairs = await All(db, one).Where(x => x.Pair.IsOpen || x.Pair.Verdict == PairVerdict.TheSame)
            .Select(x => new { x.Pair.IsOpen, x.Pair.Band, x.Other.Status, x.Other.ReceivedAt, x.Other.Id, x.Other.ConfirmedAt, IsSeen = seen.Any(c => c.Id == x.Other.Id) }).ToListAsync(cancel);
        return pairs.Exists(x => x.IsSeen && x.IsOpen && x.Band >= ChildPairWeight.Holds) ? new("child.pairs-open")
            : pairs.Exists(x => x.IsSeen && !x.IsOpen && IsAlive(x.Status) && x.ConfirmedAt is not null) ? new("child.same-child-confirmed")
            : pairs.Exists(x => x.IsSeen && !x.IsOpen && IsEarlier(x.Status, x.ReceivedAt, x.Id)) ? new("child.same-child")
            : pairs.Exists(x => !x.IsSeen && (x.IsOpen ? x.Band == MatchBand.Certain && IsAlive(x.Status) : (x.ConfirmedAt is not null && IsAlive(x.Status)) || IsEarlier(x.Status, x.ReceivedAt, x.Id))) ? new("child.province-looks")
            : null;

        bool IsEarlier(CaseStatus status, DateTimeOffset receivedAt, Guid id) => IsAlive(status) && (receivedAt, id).CompareTo((one.ReceivedAt, one.Id)) < 0;
    }

    /// <summary>Why help with daycare has to wait: a case of the same child, or one that is so alike that somebody must say whether it is, has help for one of these months.</summary>
    /// <param name="paid">Whether only months that were paid there stand in the way.</param>
    public async Task<Refusal?> WhyNotHelpAsync(ChildConfirmation one, DateOnly from, DateOnly to, bool paid, Actor actor, CancellationToken cancel)
    {
        var seen = db.ChildConfirmations.VisibleTo(actor, ChildConfirmation.Service);
        var helped = await All(db, one).Where(x => x.Pair.IsOpen ? x.Pair.Band == MatchBand.Certain : x.Pair.Verdict == PairVerdict.TheSame)
            .Where(x => db.Set<ChildcareMonth>().Any(m => m.ChildId == x.Other.ChildId && m.VoidId == null && m.Month >= from && m.Month <= to)
                || (!paid && db.Set<ChildcareAward>().Any(a => a.ChildId == x.Other.ChildId && (a.State == AwardState.Proposed || a.State == AwardState.Approved) && a.From <= to && a.To >= from)))
            .Select(x => new { IsSeen = seen.Any(c => c.Id == x.Other.Id) }).ToListAsync(cancel);
        return helped.Exists(x => !x.IsSeen) ? new("child.province-looks")
            : helped.Count > 0 ? new Refusal(paid ? "childcare.month-paid" : "childcare.overlaps")
            : null;
    }

    /// <summary>Of these cases those that are almost certainly of one child with a living case of another city, which nobody has judged: each pair once.</summary>
    internal static IQueryable<ChildConfirmation> AcrossCities(IQueryable<ChildConfirmation> cases, PortalDb db) => cases.Where(c => !Over.Contains(c.Status)
        && db.Set<CasePair>().Any(p => p.HigherId == c.Id && p.IsOpen && p.Band == MatchBand.Certain
            && db.ChildConfirmations.Any(o => o.Id == p.LowerId && o.Municipality != c.Municipality && !Over.Contains(o.Status))));

    internal static bool MayJudge(ChildConfirmation one, ChildConfirmation other, Actor actor) =>
        one.HandlerId == actor.UserId || other.HandlerId == actor.UserId || IsSupervisorOfBoth(one, other, actor);

    internal static bool IsSupervisorOfBoth(ChildConfirmation one, ChildConfirmation other, Actor actor) => (one.RolesOf(actor) & other.RolesOf(actor) & Role.Supervisor) != Role.None;

    /// <summary>The pairs of a case whose other side this colleague sees; the others are not there.</summary>
    internal static IQueryable<PairedCase> Pairs(PortalDb db, ChildConfirmation one, Actor actor) => With(db, one, db.ChildConfirmations.AsNoTracking().VisibleTo(actor, ChildConfirmation.Service));

    // whatever anybody sees: only for what is said without naming the other side
    private static IQueryable<PairedCase> All(PortalDb db, ChildConfirmation one) => With(db, one, db.ChildConfirmations.AsNoTracking());

    private static IQueryable<PairedCase> With(PortalDb db, ChildConfirmation one, IQueryable<ChildConfirmation> others)
    {
        var id = one.Id;
        return db.Set<CasePair>().AsNoTracking().Where(p => p.LowerId == id || p.HigherId == id)
            .Join(others, p => p.LowerId == id ? p.HigherId : p.LowerId, c => c.Id, (p, c) => new PairedCase { Pair = p, Other = c });
    }

    private static bool IsAlive(CaseStatus status) => !Over.Contains(status);

    internal sealed class PairedCase
    {
        public required CasePair Pair { get; init; }

        public required ChildConfirmation Other { get; init; }
    }
}
