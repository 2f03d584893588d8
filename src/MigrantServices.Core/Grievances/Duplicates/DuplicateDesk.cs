using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.PutOff;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>What colleagues say of two cases that may be of the same person: not the same, or to be merged, which a second person decides, and the way back.</summary>
public sealed class DuplicateDesk(PortalDb db, CaseWords words, CatchingUp catching, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>duplicates.told-apart-already</c>.</exception>
    public async Task TellApartAsync(Grievance grievance, TellApart form, Actor actor, CancellationToken cancel)
    {
        var (pair, other) = await PairAsync(grievance, form.Pair, actor, cancel);
        if (await Live.AnyAsync(m => (m.MergedId == pair.LowerId && m.SurvivingId == pair.HigherId) || (m.MergedId == pair.HigherId && m.SurvivingId == pair.LowerId), cancel))
        {
            throw new RefusedException(new("duplicates.proposed-already"));
        }

        var answer = pair.TellApart(actor.UserId!.Value, id => words.Seal(form.Why!, id, SealedField.ToldApart), Now);
        grievance.NotTheSameBy(actor, other, Now);
        db.Add(answer);
        await SaveAsync(actor, (grievance, Grievance.NotTheSame), (other, Grievance.NotTheSame), cancel);
    }

    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>duplicates.has-taken-in</c> and what the cases refuse.</exception>
    public async Task ProposeAsync(Grievance grievance, ProposeMerge form, Actor actor, CancellationToken cancel)
    {
        var (pair, other) = await PairAsync(grievance, form.Pair, actor, cancel);
        var (goes, stays) = Grievance.InOrder(grievance, other);
        await RefuseChainAsync(goes, cancel);
        if (!pair.IsOpen)
        {
            throw new RefusedException(new("duplicates.told-apart-already"));
        }

        db.Add(goes.ProposeMergeBy(actor, stays, form.Ground!.Value, id => words.Seal(form.How!, id, SealedField.Merge), Now));
        await SaveAsync(actor, (goes, Grievance.ProposeMerge), (stays, Grievance.ProposeMerge), cancel);
    }

    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>case.needs-a-second-person</c> and what the cases refuse.</exception>
    public async Task MergeAsync(Grievance grievance, Guid mergeId, Actor actor, CancellationToken cancel)
    {
        var (merge, goes, stays) = await MergeOfAsync(grievance, mergeId, actor, cancel);
        await RefuseChainAsync(goes, cancel);
        goes.MergeBy(actor, merge, stays, Now);
        await SaveAsync(actor, (goes, Grievance.Merge), (stays, Grievance.TakeIn), cancel);
    }

    public async Task DeclineAsync(Grievance grievance, Guid mergeId, Actor actor, CancellationToken cancel)
    {
        var (merge, goes, stays) = await MergeOfAsync(grievance, mergeId, actor, cancel);
        goes.DeclineMergeBy(actor, merge, stays, Now);
        await SaveAsync(actor, (goes, Grievance.DeclineMerge), (stays, Grievance.DeclineMerge), cancel);
    }

    public async Task ProposeUndoAsync(Grievance grievance, PartCases form, Actor actor, CancellationToken cancel)
    {
        var (merge, goes, _) = await MergeOfAsync(grievance, form.Merge, actor, cancel);
        goes.ProposeUndoMergeBy(actor, merge, words.Seal(form.Because!, merge.Id, SealedField.MergeUndone), Now);
        await access.SaveChangeAsync(actor, goes.Id, Grievance.ProposeUndoMerge, cancel);
    }

    public async Task KeepAsync(Grievance grievance, Guid mergeId, Actor actor, CancellationToken cancel)
    {
        var (merge, goes, _) = await MergeOfAsync(grievance, mergeId, actor, cancel);
        goes.KeepMergeBy(actor, merge, Now);
        await access.SaveChangeAsync(actor, goes.Id, Grievance.KeepMerge, cancel);
    }

    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>case.needs-a-second-person</c> and what the cases refuse.</exception>
    public async Task UndoAsync(Grievance grievance, Guid mergeId, Actor actor, CancellationToken cancel)
    {
        var (merge, goes, stays) = await MergeOfAsync(grievance, mergeId, actor, cancel);
        var now = Now;
        goes.UndoMergeBy(actor, merge, stays, now);
        await catching.CatchUpAsync(goes, merge.DecidedAt!.Value, now, cancel);
        await SaveAsync(actor, (goes, Grievance.UndoMerge), (stays, Grievance.GiveBack), cancel);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private IQueryable<CaseMerge> Live => db.Set<CaseMerge>().Where(m => m.State == MergeState.Proposed || m.State == MergeState.Merged || m.State == MergeState.UndoProposed);

    private async Task<(CasePair Pair, Grievance Other)> PairAsync(Grievance grievance, Guid pairId, Actor actor, CancellationToken cancel)
    {
        var pair = await db.Set<CasePair>().FirstOrDefaultAsync(p => p.Id == pairId && (p.LowerId == grievance.Id || p.HigherId == grievance.Id), cancel);
        return (pair!, await OtherAsync(grievance, pair?.OtherThan(grievance.Id), actor, cancel));
    }

    private async Task<(CaseMerge Merge, Grievance Goes, Grievance Stays)> MergeOfAsync(Grievance grievance, Guid mergeId, Actor actor, CancellationToken cancel)
    {
        var merge = await Live.FirstOrDefaultAsync(m => m.Id == mergeId && (m.MergedId == grievance.Id || m.SurvivingId == grievance.Id), cancel);
        var isGone = merge?.MergedId == grievance.Id;
        var other = await OtherAsync(grievance, isGone ? merge!.SurvivingId : merge?.MergedId, actor, cancel);
        return isGone ? (merge!, grievance, other) : (merge!, other, grievance);
    }

    // what one may not see is there no more than what is not
    private async Task<Grievance> OtherAsync(Grievance grievance, Guid? otherId, Actor actor, CancellationToken cancel)
    {
        var other = await db.Grievances.VisibleTo(actor, Grievance.Service).Include(g => g.Pauses).FirstOrDefaultAsync(g => g.Id == otherId, cancel);
        return other is not null && actor.MayJudge(grievance, other) ? other : throw new RefusedException(new("duplicates.no-such-pair"));
    }

    // what has taken in others is not taken in itself: nobody would find the way through
    private async Task RefuseChainAsync(Grievance goes, CancellationToken cancel)
    {
        if (await Live.AnyAsync(m => m.SurvivingId == goes.Id && m.State != MergeState.Proposed, cancel))
        {
            throw new RefusedException(new("duplicates.has-taken-in"));
        }
    }

    private Task SaveAsync(Actor actor, (Grievance Case, CaseAction Deed) one, (Grievance Case, CaseAction Deed) other, CancellationToken cancel)
    {
        access.AddChange(actor, one.Case.Id, one.Deed);
        access.AddChange(actor, other.Case.Id, other.Deed);
        return db.SaveChangesAsync(cancel);
    }
}
