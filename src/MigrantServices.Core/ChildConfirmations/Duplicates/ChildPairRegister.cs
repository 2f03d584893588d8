using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Matching;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Duplicates;

/// <summary>Reads which cases may be of the same child as far as the reader sees both. Names are in none of it: who wants to compare them opens both identities, each with its purpose.</summary>
public sealed class ChildPairRegister(PortalDb db, Vault vault, AccessLog access)
{
    public const int Most = 20;

    public async Task<IReadOnlyList<ChildPairView>> ReadAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var found = await ChildPairDesk.Pairs(db, one, actor).OrderByDescending(x => x.Pair.IsOpen).ThenByDescending(x => x.Pair.FoundAt).Take(Most).ToListAsync(cancel);
        var ids = found.Select(x => x.Pair.Id).ToArray();
        var said = await db.Set<PairAnswer>().AsNoTracking().Where(a => ids.Contains(a.PairId)).OrderByDescending(a => a.At)
            .Select(a => new { Answer = a, Who = db.Users.Where(u => u.Id == a.ById).Select(u => u.DisplayName).First() }).ToListAsync(cancel);
        await access.WriteAsync(actor, AccessDeed.List, [.. found.Select(x => x.Other.Id)], DuplicateFinder.Detail, cancel);
        return [.. found.OrderByDescending(x => x.Pair.IsOpen).ThenByDescending(x => x.Pair.Band).Select(x => new ChildPairView(
            x.Pair.Id,
            x.Pair.Band,
            x.Pair.Reasons,
            x.Pair.IsOpen,
            x.Pair.Verdict,
            x.Other,
            x.Other.Municipality != one.Municipality,
            ChildPairDesk.MayJudge(one, x.Other, actor),
            ChildPairDesk.IsSupervisorOfBoth(one, x.Other, actor) && said.Find(a => a.Answer.PairId == x.Pair.Id) is { } last && x.Pair.WhyNotCorrect(actor.UserId!.Value, last.Answer.ById) is null,
            [.. said.Where(a => a.Answer.PairId == x.Pair.Id).Select(a => new PairWords(a.Answer.Verdict, a.Who, a.Answer.At, vault.Open(a.Answer.Words, a.Answer.Id, SealedField.ToldApart)))]))];
    }
}

/// <summary>A case that may be of the same child as the one that is open.</summary>
/// <param name="MayCorrect">It was called the same by somebody else, and this supervisor may say that it was a mistake.</param>
/// <param name="IsElsewhere">It is another city's; only who sees both cities learns of it.</param>
public sealed record ChildPairView(
    Guid Id, MatchBand Band, IReadOnlyList<PairReason> Reasons, bool IsOpen, PairVerdict? Verdict, ChildConfirmation Other, bool IsElsewhere, bool MayJudge, bool MayCorrect, IReadOnlyList<PairWords> Said)
{
    /// <summary>A confirmation waits for it.</summary>
    public bool Holds => IsOpen && Band >= ChildPairWeight.Holds;
}

/// <summary>What somebody said of a pair.</summary>
public sealed record PairWords(PairVerdict Verdict, string Who, DateTimeOffset At, string Words);
