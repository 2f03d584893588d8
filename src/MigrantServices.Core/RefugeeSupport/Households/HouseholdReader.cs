using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Matching;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>Reads which applications may be of the same household, as far as the reader may open both. No word of either is in it.</summary>
public sealed class HouseholdReader(PortalDb db, Vault vault, AccessLog access)
{
    public const int Most = 20;

    public async Task<IReadOnlyList<HouseholdView>> ReadAsync(SupportApplication one, Actor actor, CancellationToken cancel)
    {
        var id = one.Id;
        var found = await db.Set<CasePair>().AsNoTracking().Where(p => p.LowerId == id || p.HigherId == id)
            .Join(db.SupportApplications.VisibleTo(actor, SupportApplication.Service), p => p.LowerId == id ? p.HigherId : p.LowerId, c => c.Id, (p, c) => new { Pair = p, c.Id, c.Reference, c.Status, c.ReceivedAt })
            .OrderByDescending(x => x.Pair.IsOpen).ThenByDescending(x => x.Pair.FoundAt).Take(Most).ToListAsync(cancel);
        if (found.Count == 0)
        {
            return [];
        }

        var pairs = found.ConvertAll(x => x.Pair.Id);
        var joins = await db.Set<HouseholdJoin>().AsNoTracking().Include(j => j.Links).Where(j => pairs.Contains(j.PairId)).OrderByDescending(j => j.ProposedAt)
            .Select(j => new { Join = j, Proposer = db.Users.Where(u => u.Id == j.ProposedById).Select(u => u.DisplayName).First() }).ToListAsync(cancel);
        var said = await db.Set<PairAnswer>().AsNoTracking().Where(a => pairs.Contains(a.PairId)).OrderByDescending(a => a.Number)
            .Select(a => new { Answer = a, Who = db.Users.Where(u => u.Id == a.ById).Select(u => u.DisplayName).First() }).ToListAsync(cancel);
        await access.WriteAsync(actor, AccessDeed.List, [.. found.Select(x => x.Id)], DuplicateFinder.Detail, cancel);
        return [.. found.Select(x => new HouseholdView(
            x.Pair.Id,
            x.Reference,
            x.Status,
            x.ReceivedAt,
            x.Pair.Band,
            x.Pair.Reasons,
            x.Pair.IsOpen,
            joins.Find(j => j.Join.PairId == x.Pair.Id && j.Join.State is not (JoinState.Declined or JoinState.Parted)) is { } live
                ? new(live.Join, live.Proposer, Open(live.Join.Words, live.Join.Id, SealedField.Merge)!, Open(live.Join.PartWords, live.Join.Id, SealedField.MergeUndone))
                : null,
            said.Find(a => a.Answer.PairId == x.Pair.Id) is { } last ? new(last.Answer.Verdict, last.Who, last.Answer.At, Open(last.Answer.Words, last.Answer.Id, SealedField.ToldApart)!) : null))];
    }

    /// <summary>The numbers of the other sides, for a supervisor who opens files to colleagues without seeing what is in them.</summary>
    public Task<List<string>> NumbersAsync(SupportApplication one, Actor supervisor, CancellationToken cancel)
    {
        var id = one.Id;
        return !supervisor.Is(Role.Supervisor) ? Task.FromResult(new List<string>())
            : db.HoldingPairs([id]).Join(db.SupportApplications.ListedTo(supervisor, SupportApplication.Service), p => p.LowerId == id ? p.HigherId : p.LowerId, c => c.Id, (_, c) => c.Reference)
                .OrderBy(reference => reference).Take(Most).ToListAsync(cancel);
    }

    private string? Open(SealedText? text, Guid owner, string field) => text is { } words ? vault.Open(words, owner, field) : null;
}

/// <summary>Another application that may be of the same household, and what speaks for it.</summary>
public sealed record HouseholdView(
    Guid Id, string Reference, CaseStatus Status, DateTimeOffset ReceivedAt, MatchBand Band, IReadOnlyList<PairReason> Reasons, bool IsOpen, JoinView? Join, HouseholdSaid? Said)
{
    /// <summary>An award waits for it.</summary>
    public bool Holds => IsOpen && Band >= HouseholdLikeness.Holds;
}

/// <summary>A join that is proposed or holds.</summary>
public sealed record JoinView(HouseholdJoin It, string Proposer, string Words, string? PartWords);

/// <summary>What somebody said last of a pair.</summary>
public sealed record HouseholdSaid(PairVerdict Verdict, string Who, DateTimeOffset At, string Words);
