using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>Reads what may be the same as a case, as far as the reader may judge it; everything else is not there.</summary>
public sealed class DuplicateRegister(PortalDb db, Vault vault, AccessLog access)
{
    public const int Most = 20;

    /// <param name="with">The reference of the other case to be looked at; the likeliest when null or none of them.</param>
    /// <returns>Null when there is nothing that this colleague may judge.</returns>
    public async Task<DuplicateView?> ReadAsync(Grievance grievance, string? with, Actor actor, CancellationToken cancel)
    {
        var id = grievance.Id;
        var visible = db.Grievances.AsNoTracking().VisibleTo(actor, Grievance.Service);
        var met = (await db.Set<CasePair>().AsNoTracking().Where(p => p.LowerId == id || p.HigherId == id)
            .Join(visible.Include(c => c.People), p => p.LowerId == id ? p.HigherId : p.LowerId, c => c.Id, (p, c) => new { Pair = p, Other = c })
            .OrderByDescending(x => x.Pair.FoundAt).Take(Most * 2).ToListAsync(cancel))
            .Where(x => actor.MayJudge(grievance, x.Other)).ToList();
        var merges = await MergesAsync(grievance, actor, visible, cancel);
        if (met.Count == 0 && merges.Count == 0)
        {
            return null;
        }

        var isFree = grievance.Status != CaseStatus.Merged;
        var pairs = met.Where(x => isFree && x.Pair.IsOpen && x.Other.Status != CaseStatus.Merged && !merges.Any(m => m.Goes == x.Other.Reference || m.Stays == x.Other.Reference))
            .Select(x => new PairView(x.Pair.Id, x.Pair.Band, x.Pair.Reasons, x.Other.Reference, x.Other.Id, x.Pair.Answers > 0))
            .OrderByDescending(p => p.Band).Take(Most).ToList();
        var chosen = pairs.Find(p => p.Reference == with) ?? pairs.FirstOrDefault();
        var sides = chosen is null ? [] : await SidesAsync([grievance, met.First(x => x.Other.Id == chosen.OtherId).Other], actor, cancel);
        return new(pairs, chosen, sides, merges, await ToldApartAsync(met.ToDictionary(x => x.Pair.Id, x => x.Other.Reference), cancel));
    }

    private async Task<List<MergeView>> MergesAsync(Grievance grievance, Actor actor, IQueryable<Grievance> visible, CancellationToken cancel)
    {
        var id = grievance.Id;
        var found = await db.Set<CaseMerge>().AsNoTracking()
            .Where(m => (m.MergedId == id || m.SurvivingId == id) && (m.State == MergeState.Proposed || m.State == MergeState.Merged || m.State == MergeState.UndoProposed))
            .Join(visible, m => m.MergedId == id ? m.SurvivingId : m.MergedId, c => c.Id, (m, c) => new { Merge = m, Other = c })
            .OrderBy(x => x.Merge.ProposedAt).Take(Most)
            .Select(x => new
            {
                x.Merge,
                x.Other,
                Proposer = db.Users.Where(u => u.Id == x.Merge.ProposedById).Select(u => u.DisplayName).First(),
                UndoProposer = db.Users.Where(u => u.Id == x.Merge.UndoProposedById).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return [.. found.Where(x => actor.MayJudge(grievance, x.Other)).Select(x =>
        {
            var (merge, isGone) = (x.Merge, x.Merge.MergedId == id);
            return new MergeView(
                merge.Id,
                merge.State,
                isGone ? grievance.Reference : x.Other.Reference,
                isGone ? x.Other.Reference : grievance.Reference,
                isGone,
                merge.Ground,
                vault.Open(merge.Words, merge.Id, SealedField.Merge),
                x.Proposer,
                merge.ProposedById,
                merge.UndoWords is { } undo ? vault.Open(undo, merge.Id, SealedField.MergeUndone) : null,
                x.UndoProposer,
                merge.UndoProposedById);
        })];
    }

    private async Task<IReadOnlyList<SideView>> SidesAsync(Grievance[] both, Actor actor, CancellationToken cancel)
    {
        var handlers = both.Select(c => c.HandlerId).ToArray();
        var names = await db.Users.Where(u => handlers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var sides = new List<SideView>();
        foreach (var one in both)
        {
            await access.ViewAsync(actor, one.Id, cancel);
            sides.Add(new(
                one,
                one.HandlerId is { } handler ? names.GetValueOrDefault(handler) : null,
                vault.Open(one.Account, one.Id, SealedField.Account),
                one.Respondent is { } respondent ? vault.Open(respondent, one.Id, SealedField.Respondent) : null,
                [.. one.People.OrderBy(p => p.Part).ThenBy(p => p.Id).Select(p => CoveredText.Cover(vault.Open(p.Name, p.Id, SealedField.Name))).Where(name => name.Length > 0)]));
        }

        return sides;
    }

    private async Task<IReadOnlyList<ToldApartView>> ToldApartAsync(Dictionary<Guid, string> references, CancellationToken cancel)
    {
        var ids = references.Keys.ToArray();
        var said = await db.Set<PairAnswer>().AsNoTracking().Where(a => ids.Contains(a.PairId)).OrderByDescending(a => a.At)
            .Select(a => new { Answer = a, Who = db.Users.Where(u => u.Id == a.ById).Select(u => u.DisplayName).First() }).ToListAsync(cancel);
        return [.. said.Select(x => new ToldApartView(references[x.Answer.PairId], x.Who, x.Answer.At, vault.Open(x.Answer.Words, x.Answer.Id, SealedField.ToldApart)))];
    }
}
