using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>Brings back among the others what was set apart by mistake: one of those who see it proposes, another agrees or keeps it apart.</summary>
public sealed class ReturnDesk(PortalDb db, CaseWords words, Vault vault, AccessLog access, TimeProvider time)
{
    /// <summary>What waits for a second person in this case; null when nothing does.</summary>
    public async Task<ReturnView?> WaitingAsync(Grievance grievance, CancellationToken cancel)
    {
        var found = await Waiting(grievance).AsNoTracking()
            .Select(r => new { Proposal = r, Who = db.Users.Where(u => u.Id == r.ProposedById).Select(u => u.DisplayName).First() }).FirstOrDefaultAsync(cancel);
        return found is null ? null : new(vault.Open(found.Proposal.Words, found.Proposal.Id, SealedField.ApartReturn), found.Who, found.Proposal.ProposedById, found.Proposal.ProposedAt);
    }

    /// <exception cref="RefusedException"><c>fairness.not-set-apart</c>, <c>fairness.return-proposed-already</c>, <c>fairness.merged-meanwhile</c>.</exception>
    public async Task ProposeAsync(Grievance grievance, ProposeReturn form, Actor actor, CancellationToken cancel)
    {
        await RefuseTogetherAsync(grievance, cancel);
        db.Add(grievance.ProposeBringBackBy(actor, id => words.Seal(form.Words!, id, SealedField.ApartReturn), time.GetUtcNow()));
        await access.SaveChangeAsync(actor, grievance.Id, Grievance.ProposeBringBack, cancel);
    }

    /// <exception cref="RefusedException"><c>fairness.no-return-proposed</c>.</exception>
    public async Task KeepAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.KeepApartBy(actor, await ProposalAsync(grievance, cancel), time.GetUtcNow());
        await access.SaveChangeAsync(actor, grievance.Id, Grievance.KeepApart, cancel);
    }

    /// <exception cref="RefusedException"><c>case.needs-a-second-person</c>, <c>fairness.no-return-proposed</c>, <c>fairness.proposer-is-kept-away</c>, <c>fairness.merged-meanwhile</c>.</exception>
    public async Task AgreeAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        await RefuseTogetherAsync(grievance, cancel);
        grievance.BringBackBy(actor, await ProposalAsync(grievance, cancel), await LineAsync(grievance, cancel), time.GetUtcNow());
        await access.SaveChangeAsync(actor, grievance.Id, Grievance.BringBack, cancel);
    }

    private IQueryable<ApartReturn> Waiting(Grievance grievance) => db.Set<ApartReturn>().Where(r => r.CaseId == grievance.Id && r.State == ReturnState.Proposed);

    private async Task<ApartReturn> ProposalAsync(Grievance grievance, CancellationToken cancel) =>
        await Waiting(grievance).FirstOrDefaultAsync(cancel) ?? throw new RefusedException(new("fairness.no-return-proposed"));

    // to whom it is closed by nothing but somebody else's name
    private async Task<IReadOnlyCollection<Guid>> LineAsync(Grievance grievance, CancellationToken cancel)
    {
        var (id, setApart) = (grievance.Id, Grievance.SetApart.Code);
        var kept = await db.Events.Where(e => e.CaseId == id && e.Action == setApart && e.ColleagueId != null).Select(e => e.ColleagueId!.Value)
            .Union(db.InterestDeclarations.Where(d => d.CaseId == id && d.LiftedAt == null).Select(d => d.ColleagueId)).ToListAsync(cancel);
        return [.. grievance.ClosedTo.Except(kept)];
    }

    // of two cases that are handled together one would be seen by other people than the other
    private async Task RefuseTogetherAsync(Grievance grievance, CancellationToken cancel)
    {
        if (await db.Set<CaseMerge>().AnyAsync(
            m => (m.SurvivingId == grievance.Id || m.MergedId == grievance.Id) && (m.State == MergeState.Proposed || m.State == MergeState.Merged || m.State == MergeState.UndoProposed), cancel))
        {
            throw new RefusedException(new("fairness.merged-meanwhile"));
        }
    }
}

/// <summary>What waits for a second person: why the case was set apart by mistake, and who says so.</summary>
public sealed record ReturnView(string Words, string Proposer, Guid ProposedById, DateTimeOffset ProposedAt);
