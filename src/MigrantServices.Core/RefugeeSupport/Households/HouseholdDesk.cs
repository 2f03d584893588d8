using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>What colleagues to whom both files are open say of two applications: not the same, or of one household, which a second person agrees to, and the way back.</summary>
public sealed class HouseholdDesk(PortalDb db, HouseholdMarks marks, CaseWords words, AccessLog access, TimeProvider time)
{
    /// <summary>Codes of these deeds in the record of access.</summary>
    private static readonly CaseAction Apart = new("tell-households-apart"), Propose = new("propose-join"), Agree = new("join-households"), Decline = new("decline-join"), Part = new("part-households");

    private DateTimeOffset Now => time.GetUtcNow();

    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>duplicates.told-apart-already</c>, <c>household.proposed-already</c>.</exception>
    public async Task TellApartAsync(SupportApplication one, Guid pairId, SayOfHouseholds form, Actor actor, CancellationToken cancel)
    {
        var (pair, other) = await PairAsync(one, pairId, actor, cancel);
        await RefuseProposedAsync(pair, cancel);
        db.Add(pair.TellApart(actor.UserId!.Value, id => words.Seal(form.Words!, id, SealedField.ToldApart), Now));
        await SaveAsync(actor, one.Id, other, Apart, cancel);
    }

    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>duplicates.told-apart-already</c>, <c>household.proposed-already</c>, <c>household.nobody-alike</c>.</exception>
    public async Task ProposeAsync(SupportApplication one, Guid pairId, SayOfHouseholds form, Actor actor, CancellationToken cancel)
    {
        var (pair, other) = await PairAsync(one, pairId, actor, cancel);
        if (!pair.IsOpen)
        {
            throw No("duplicates.told-apart-already");
        }

        await RefuseProposedAsync(pair, cancel);
        var alike = await AlikeAsync(one.Id, other, cancel);
        if (alike.People.Count == 0)
        {
            throw No("household.nobody-alike");
        }

        var id = Guid.CreateVersion7();
        db.Add(new HouseholdJoin
        {
            Id = id,
            PairId = pair.Id,
            Words = words.Seal(form.Words!, id, SealedField.Merge),
            ProposedById = actor.UserId!.Value,
            ProposedAt = Now,
            Links = [.. alike.People.Select(met => new HouseholdLink { JoinId = id, OneKey = met.One, OtherKey = met.Other })],
        });
        await SaveAsync(actor, one.Id, other, Propose, cancel);
    }

    /// <summary>From now on what was given to either counts for both.</summary>
    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>household.decided-already</c>, <c>household.needs-a-second-person</c>.</exception>
    public async Task AgreeAsync(SupportApplication one, Guid joinId, Actor actor, CancellationToken cancel)
    {
        var (join, pair, other) = await JoinAsync(one, joinId, actor, cancel);
        join.AgreeBy(actor, Now);
        var why = words.Open(join.Words, join.Id, SealedField.Merge);
        db.Add(pair.Answer(PairVerdict.TheSame, actor.UserId!.Value, id => words.Seal(why, id, SealedField.ToldApart), Now));
        await SaveAsync(actor, one.Id, other, Agree, cancel);
    }

    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>household.decided-already</c>.</exception>
    public async Task DeclineAsync(SupportApplication one, Guid joinId, Actor actor, CancellationToken cancel)
    {
        var (join, _, other) = await JoinAsync(one, joinId, actor, cancel);
        join.DeclineBy(actor, Now);
        await SaveAsync(actor, one.Id, other, Decline, cancel);
    }

    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>household.decided-already</c>.</exception>
    public async Task ProposePartAsync(SupportApplication one, Guid joinId, SayOfHouseholds form, Actor actor, CancellationToken cancel)
    {
        var (join, _, other) = await JoinAsync(one, joinId, actor, cancel);
        join.ProposePartBy(actor, words.Seal(form.Words!, join.Id, SealedField.MergeUndone));
        await SaveAsync(actor, one.Id, other, Part, cancel);
    }

    /// <summary>They are two households again, or stay one.</summary>
    /// <exception cref="RefusedException"><c>duplicates.no-such-pair</c>, <c>household.decided-already</c>, <c>household.needs-a-second-person</c>.</exception>
    public async Task DecidePartAsync(SupportApplication one, Guid joinId, bool agrees, Actor actor, CancellationToken cancel)
    {
        var (join, pair, other) = await JoinAsync(one, joinId, actor, cancel);
        if (agrees)
        {
            var (first, why) = (join.PartProposedById, join.PartWords);
            join.PartBy(actor, Now);
            db.Add(pair.Correct(PairVerdict.NotTheSame, actor.UserId!.Value, first!.Value, id => words.Seal(words.Open(why!.Value, join.Id, SealedField.MergeUndone), id, SealedField.ToldApart), Now));
        }
        else
        {
            join.KeepTogether();
        }

        await SaveAsync(actor, one.Id, other, Part, cancel);
    }

    private async Task<HouseholdLikeness> AlikeAsync(Guid one, Guid other, CancellationToken cancel)
    {
        var people = (await db.Set<HouseholdPerson>().AsNoTracking().Where(p => p.CaseId == one || p.CaseId == other).ToListAsync(cancel)).ConvertAll(marks.Opened);
        return HouseholdLikeness.Of(people.FindAll(p => p.CaseId == one), people.FindAll(p => p.CaseId == other));
    }

    private async Task<(CasePair Pair, Guid Other)> PairAsync(SupportApplication one, Guid pairId, Actor actor, CancellationToken cancel)
    {
        var pair = await db.Set<CasePair>().FirstOrDefaultAsync(p => p.Id == pairId && (p.LowerId == one.Id || p.HigherId == one.Id), cancel);
        var other = pair?.OtherThan(one.Id);
        // what one may not see is there no more than what is not
        return actor.Is(Role.CaseHandlers) && await db.SupportApplications.VisibleTo(actor, SupportApplication.Service).AnyAsync(c => c.Id == other, cancel)
            ? (pair!, other!.Value)
            : throw No("duplicates.no-such-pair");
    }

    private async Task<(HouseholdJoin Join, CasePair Pair, Guid Other)> JoinAsync(SupportApplication one, Guid joinId, Actor actor, CancellationToken cancel)
    {
        var join = await db.Set<HouseholdJoin>().FirstOrDefaultAsync(j => j.Id == joinId, cancel) ?? throw No("duplicates.no-such-pair");
        var (pair, other) = await PairAsync(one, join.PairId, actor, cancel);
        return (join, pair, other);
    }

    private async Task RefuseProposedAsync(CasePair pair, CancellationToken cancel)
    {
        if (await db.Set<HouseholdJoin>().AnyAsync(j => j.PairId == pair.Id && (j.State == JoinState.Proposed || j.State == JoinState.Joined || j.State == JoinState.PartProposed), cancel))
        {
            throw No("household.proposed-already");
        }
    }

    private Task SaveAsync(Actor actor, Guid one, Guid other, CaseAction deed, CancellationToken cancel)
    {
        access.AddChange(actor, one, deed);
        access.AddChange(actor, other, deed);
        return db.SaveChangesAsync(cancel);
    }

    private static RefusedException No(string code) => new(new(code));
}
