using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Core.RefugeeSupport.Outcomes;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.RefugeeSupport.StartUps;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Grants what was decided, within the terms and the budget, as a part of the decision's own transaction.</summary>
public sealed class AwardDesk(PortalDb db, AwardReader awards, OutcomePoints outcomes, CaseWords words, TimeProvider time)
{
    /// <summary>All of it or nothing: whoever calls has begun a transaction and ends it. What else hangs on the context is saved with it.</summary>
    /// <exception cref="RefusedException"><c>support.pairs-open</c>, <c>support.budget-exhausted</c>, <c>support.budget-closed</c>, <c>support.above-the-ceiling</c>, <c>support.granted-meanwhile</c>,
    /// <c>support.outside-the-period</c>, <c>support.same-need-twice</c>, <c>support.excluded-beside</c>, <c>support.full</c>, <c>application.plan-missing</c>, <c>budget.*</c>.</exception>
    public async Task<IReadOnlyList<Award>> GrantAsync(IReadOnlyList<GrantAward> grants, Actor approver, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An award is granted within the transaction of its decision.");
        }

        var ids = grants.Select(grant => grant.TermsId).ToHashSet();
        var terms = await db.Set<ProgrammeTerms>().AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancel);
        // whoever grants several takes the lines in the same order as everybody else
        var inOrder = grants.Select(grant => (Grant: grant, Terms: terms.GetValueOrDefault(grant.TermsId) ?? throw No("budget.other-terms")))
            .OrderBy(one => one.Grant.From.Year).ThenBy(one => one.Terms.Rules.BudgetLine, StringComparer.Ordinal).ToList();
        await TakeTurnsAsync(grants, cancel);
        await TakeTurnsAsync(StorageTurn.Places, [.. terms.Values.Where(one => one.Rules.Capacity is not null).Select(one => one.ProgrammeCode)], cancel);
        await db.MustBeJudgedAsync([.. grants.Select(grant => grant.CaseId).Distinct()], cancel);
        var granted = new List<Award>();
        foreach (var (grant, under) in inOrder)
        {
            granted.Add(await GrantAsync(grant, under, approver, cancel));
        }

        return granted;
    }

    /// <summary>What runs of a programme in a case ends the day before it is granted anew; what falls due later is the line's again.</summary>
    /// <exception cref="RefusedException"><c>payment.under-way</c>.</exception>
    public async Task EndBeforeAsync(GrantedLine again, string reason, CancellationToken cancel)
    {
        var lastDay = again.From.AddDays(-1);
        foreach (var award in await db.Set<Award>().AsNoTracking()
            .Where(one => one.CaseId == again.CaseId && one.ProgrammeCode == again.Programme && one.State == AwardState.Running && (one.EndedOn ?? one.ToDay) > lastDay).ToListAsync(cancel))
        {
            var id = Guid.CreateVersion7();
            db.Add(new AwardEnding
            {
                Id = id,
                AwardId = award.Id,
                Kind = lastDay < award.FromDay ? AwardEndingKind.Stopped : AwardEndingKind.Shortened,
                LastDay = lastDay < award.FromDay ? award.FromDay.AddDays(-1) : lastDay,
                Reason = words.Seal(reason, id, SealedField.MoneyReason),
                ProposedById = again.ProposedById,
                ById = again.ApprovedById,
                At = time.GetUtcNow(),
            });
            await db.SaveMoneyAsync(cancel);
        }
    }

    private async Task<Award> GrantAsync(GrantAward asked, ProgrammeTerms terms, Actor approver, CancellationToken cancel)
    {
        Decisions.MustBeAnother(approver, asked.ProposedById);
        var plan = !outcomes.IsStartUp(terms.ProgrammeCode) ? null
            : await db.PlanOfAsync(asked.LineId, cancel) ?? throw No("application.plan-missing");
        var grant = asked.By(plan);
        var before = await BeforeAsync(grant, terms, cancel);
        // what the line was given before and keeps is deducted as a whole; its months count as they are
        var given = (await awards.GivenAsync(grant.Members, cancel)).Select(one => one.Award is { } award && before.ContainsKey(award) ? one with { Won = 0 } : one).ToList();
        if (AwardLimits.WhyNot(grant, terms, given, before.Values.Sum()) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        await MustHavePlacesAsync(grant, terms, cancel);
        Guid? line = grant.Won > 0 ? await LineAsync(grant, terms, cancel) : null;
        var id = Guid.CreateVersion7();
        var award = new Award
        {
            Id = id,
            Number = References.New(Award.Prefix, Seoul.DateOf(time.GetUtcNow())),
            CaseId = grant.CaseId,
            LineId = line,
            ProgrammeCode = terms.ProgrammeCode,
            TermsId = terms.Id,
            Members = [.. grant.Members],
            Need = terms.Rules.Need,
            FromDay = grant.From,
            ToDay = grant.To,
            Won = grant.Won,
            ProposedById = grant.ProposedById,
            ApprovedById = approver.UserId!.Value,
            GrantedAt = time.GetUtcNow(),
            Instalments = [.. grant.PlanUnder(terms.Rules).Select((part, place) =>
                new Instalment { AwardId = id, LineId = line!.Value, Number = place + 1, DueOn = part.DueOn, Won = part.Won })],
        };
        db.Add(award);
        plan?.Follow(award);
        db.AddRange(outcomes.Of(award));
        await db.SaveMoneyAsync(cancel);
        return award;
    }

    // what is granted anew takes the place of these: what was paid of them, and what still will be
    private async Task<Dictionary<Guid, long>> BeforeAsync(GrantAward grant, ProgrammeTerms terms, CancellationToken cancel) => grant.LineId is null ? []
        : await db.Set<Award>().AsNoTracking().Where(award => award.CaseId == grant.CaseId && award.ProgrammeCode == terms.ProgrammeCode)
            .ToDictionaryAsync(award => award.Id, award => award.Won - award.ReleasedWon, cancel);

    // on the fullest of its days, with everybody who is there already
    private async Task MustHavePlacesAsync(GrantAward grant, ProgrammeTerms terms, CancellationToken cancel)
    {
        if (terms.Rules.Capacity is { } places && await awards.MostTakenAsync(terms.ProgrammeCode, new(grant.From, grant.To), cancel) + grant.Members.Count > places)
        {
            throw No("support.full");
        }
    }

    private async Task<Guid> LineAsync(GrantAward grant, ProgrammeTerms terms, CancellationToken cancel)
    {
        var line = await db.Set<BudgetLine>().AsNoTracking()
            .Where(one => one.Code == terms.Rules.BudgetLine && one.Year == grant.From.Year)
            .Select(one => new { one.Id, one.ClosedAt, Left = one.Won - one.CommittedWon }).FirstOrDefaultAsync(cancel) ?? throw No("budget.no-line");
        return line.ClosedAt is not null ? throw No("support.budget-closed")
            : line.Left < grant.Won ? throw No("support.budget-exhausted")
            : line.Id;
    }

    // what one person has had in all, under whichever key, is counted before something is added: one at a time
    private async Task TakeTurnsAsync(IReadOnlyList<GrantAward> grants, CancellationToken cancel)
    {
        Guid[] members = [.. grants.SelectMany(grant => grant.Members).Distinct()];
        var same = await db.OtherKeysAsync(members, cancel);
        await TakeTurnsAsync(StorageTurn.Awards, [.. members.Concat(same.Select(one => one.AsKey)).Select(key => key.ToString())], cancel);
        if ((await db.OtherKeysAsync(members, cancel)).Count != same.Count)
        {
            // somebody joined or parted them while this waited
            throw No("case.somebody-was-faster");
        }
    }

    private Task TakeTurnsAsync(StorageTurn turn, IEnumerable<string> keys, CancellationToken cancel)
    {
        string[] inOrder = [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended(one.key, {(long)turn})) from (select unnest({inOrder}) as key order by 1) one", cancel);
    }

    private static RefusedException No(string code) => new(new(code));
}
