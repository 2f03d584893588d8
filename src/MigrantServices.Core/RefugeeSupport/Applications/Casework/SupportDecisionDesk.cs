using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.RefugeeSupport.StartUps;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>Proposes programme by programme, puts it before a second person, and lets what they agree to take effect with its letter.</summary>
public sealed class SupportDecisionDesk(PortalDb db, SupportOffice office, SupportFacts facts, AwardDesk awards, AccessLog access)
{
    /// <summary>Puts down what is proposed for one programme. What departs from the rules needs a reason; what goes beyond the limits is refused.</summary>
    /// <exception cref="RefusedException">What <see cref="SupportLine.WhyNotPrepare"/> says; for a start-up <c>application.plan-missing</c>, <c>application.plan-other-sum</c>, <c>application.plan-other-days</c>.</exception>
    public async Task PrepareAsync(SupportApplication one, Guid lineId, PrepareLine form, Actor handler, CancellationToken cancel)
    {
        var line = one.Lines.Find(l => l.Id == lineId) ?? throw new RefusedException(new("application.no-such-line"));
        var people = await facts.PeopleAsync(one.Id, cancel);
        var (result, limits) = (await facts.WorkOutAsync(one, line, people, cancel), await LimitsAsync(one, line, people, form, cancel));
        if (form.Grants == true && await WhyNotByPlanAsync(line, form, cancel) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        one.PrepareLineBy(handler, lineId, Proposal(one, line, form, result, limits), office.Now);
        await SaveAsync(one, handler, SupportApplication.PrepareLine, cancel);
    }

    /// <exception cref="RefusedException"><c>application.lines-open</c>, <c>case.no-such-colleague</c>, <c>support.pairs-open</c>.</exception>
    public async Task ProposeAsync(SupportApplication one, Guid? secondPersonId, Actor handler, CancellationToken cancel)
    {
        if (secondPersonId is not { } second || second == handler.UserId || !await SecondPeople(one).AnyAsync(u => u.Id == second, cancel))
        {
            throw new RefusedException(new("case.no-such-colleague"));
        }

        if (one.Lines.Exists(line => line is { State: LineState.Prepared, Grants: true }))
        {
            await db.MustBeJudgedAsync([one.Id], cancel);
        }

        var deed = one.IsObjection ? SupportApplication.ProposeObjection : SupportApplication.Propose;
        if (one.ProposeBy(handler, second, office.Now) is { } reader)
        {
            db.Add(reader);
        }

        await SaveAsync(one, handler, deed, cancel);
    }

    public Task SendBackAsync(SupportApplication one, Actor supervisor, CancellationToken cancel)
    {
        var deed = one.IsObjection ? SupportApplication.SendBackObjection : SupportApplication.SendBack;
        one.SendBackBy(supervisor, office.Now);
        return SaveAsync(one, supervisor, deed, cancel);
    }

    /// <summary>The letter as it would go out now; null when nothing waits for a second person.</summary>
    public Letter? Letter(SupportApplication one, Actor supervisor)
    {
        if (one.Status is not (CaseStatus.Proposed or CaseStatus.ObjectionProposed))
        {
            return null;
        }

        var lines = one.Lines.Where(line => line.State == LineState.Prepared).OrderBy(line => line.Position)
            .Select(line => new DecidedLine(line, Open(line.Why, line, SealedField.LineWhy), Open(line.WhyInTheirLanguage, line, SealedField.LineWhyInTheirLanguage)));
        return office.Letters.Decision(one, [.. lines], ObjectionUntil(), office.Clocks.LengthOf(SupportApplication.ObjectionWindow, office.Now), supervisor.Name, office.Now);
    }

    /// <summary>What was proposed takes effect: the letter goes out as it was read, and each grant becomes an award with its instalments; where the budget has not enough, nothing takes effect.</summary>
    /// <param name="seen">The fingerprint of the letter that the second person read.</param>
    /// <exception cref="RefusedException"><c>application.letter-changed</c>, <c>case.needs-a-second-person</c>, and what <see cref="AwardDesk.GrantAsync"/> says.</exception>
    public async Task<IReadOnlyList<GrantedLine>> ApproveAsync(SupportApplication one, string? seen, Actor supervisor, CancellationToken cancel)
    {
        var deed = one.IsObjection ? SupportApplication.ApproveObjection : SupportApplication.Approve;
        if (one.WhyNot(deed, supervisor) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var letter = Letter(one, supervisor)!;
        if (letter.Fingerprint != seen)
        {
            throw new RefusedException(new("application.letter-changed"));
        }

        var purpose = one.IsObjection ? MessagePurpose.ObjectionDecision : MessagePurpose.Decision;
        var before = await db.Set<GrantedLine>().AsNoTracking().Where(line => line.CaseId == one.Id).ToDictionaryAsync(line => line.LineId, cancel);
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        var granted = one.ApproveBy(supervisor, office.Seal(one, letter, purpose, supervisor), ObjectionUntil(), before, office.Now);
        db.AddRange(granted);
        await SaveAsync(one, supervisor, deed, cancel);
        // what was granted too small ends the day before, so that no need is met twice
        foreach (var again in granted.Where(line => before.ContainsKey(line.LineId)))
        {
            await awards.EndBeforeAsync(again, Open(one.Lines.Find(line => line.Id == again.LineId)!.Why, again.LineId) ?? one.Reference, cancel);
        }

        await awards.GrantAsync([.. granted.Select(AwardOf)], supervisor, cancel);
        await all.CommitAsync(cancel);
        return granted;
    }

    /// <summary>Supervisors of the place who may decide this as the second person.</summary>
    public IQueryable<PortalUser> SecondPeople(SupportApplication one)
    {
        Guid?[] had = one.IsObjection ? [one.HandlerId, one.ProposedById, one.ApprovedById] : [one.HandlerId];
        return ColleaguesOf.Case(db, one, Role.Supervisor, Seoul.DateOf(office.Now)).Where(u => !had.Contains(u.Id));
    }

    private static GrantAward AwardOf(GrantedLine line) => new(line.CaseId, line.TermsId, line.Members, line.From, line.To, line.Won ?? 0, line.ProposedById) { LineId = line.LineId };

    // a start-up is granted by steps: their sum is the grant, and each lies within its days
    private async Task<Refusal?> WhyNotByPlanAsync(SupportLine line, PrepareLine form, CancellationToken cancel)
    {
        if (facts.KindOf(line) != SupportKind.StartUp)
        {
            return null;
        }

        var plan = await db.PlanOfAsync(line.Id, cancel);
        return plan is null ? new("application.plan-missing")
            : plan.Won != form.WholeWon() ? new("application.plan-other-sum")
            : plan.Instalments.Any(step => step.DueOn < form.From || step.DueOn > form.To) ? new Refusal("application.plan-other-days")
            : null;
    }

    private DateOnly ObjectionUntil() => office.Clocks.Of(SupportApplication.ObjectionWindow, office.Now).DueOn(office.Now.AddDays(1), [])!.Value;

    private LineProposal Proposal(SupportApplication one, SupportLine line, PrepareLine form, EligibilityResult result, LineLimits limits)
    {
        Guid[] members = [.. form.Members.Distinct()];
        var byTheRules = result.Met == Met.Yes && form.Grants == true && !members.Except(result.Members).Any();
        return new(
            facts.TermsOf(line),
            form.Grants == true,
            members,
            form is { From: { } from, To: { } to } && to >= from ? new(from, to) : null,
            form.WholeWon(),
            form.Grants == true && !byTheRules,
            limits)
        {
            RefusalReason = form.RefusalReason,
            Departure = string.IsNullOrEmpty(form.Departure) ? null : form.Departure,
            Why = Seal(form.Words, line, SealedField.LineWhy),
            WhyInTheirLanguage = one.Language == "ko" ? null : Seal(form.InTheirLanguage, line, SealedField.LineWhyInTheirLanguage),
            IsWhole = form.Grants != true || IsWhole(result, members, form),
            Finding = office.Words.Seal(KeptFinding.Keep(result.Findings), line.Id, SealedField.LineFinding),
        };
    }

    // all that the rules give: everybody, the whole time and the whole sum
    private static bool IsWhole(EligibilityResult result, Guid[] members, PrepareLine form) => result.LongestPeriod is not { } longest
        || (!result.Members.Except(members).Any() && form.From <= longest.From && form.To >= longest.To && (result.Won is not { } won || form.WholeWon() >= won));

    // a person may decide otherwise than the rules on who somebody is and on papers; never on what was given before, on time or on sums
    private async Task<LineLimits> LimitsAsync(SupportApplication one, SupportLine line, IReadOnlyList<KnownPerson> people, PrepareLine form, CancellationToken cancel)
    {
        KnownPerson[] chosen = [.. people.Where(person => form.Members.Contains(person.Key))];
        var start = facts.StartOf(line);
        if (chosen.Length == 0)
        {
            return new([], new(start, start), null);
        }

        var rules = facts.TermsOf(line).Rules;
        var most = await facts.LimitsAsync(one, line, chosen, form.From, cancel);
        if (most.LongestPeriod is not { } longest)
        {
            return new([], new(start, start), null);
        }

        var asked = form is { From: { } from, To: { } to } && to >= from ? new SupportPeriod(from, to) : longest;
        var kept = await facts.KeptAsync(one, line, form.From, cancel);
        return new([.. most.Members], longest, rules.GivesMoney ? Math.Min(most.Won ?? 0, Math.Max(0, WonFor(rules, chosen.Length, asked) - kept)) : null);
    }

    private static long WonFor(ProgrammeRules rules, int people, SupportPeriod period) =>
        rules.Covers == SupportCover.Household ? rules.WonFor(people, period) : people * rules.WonFor(1, period);

    private SealedText? Seal(string? words, SupportLine line, string field) => string.IsNullOrWhiteSpace(words) ? null : office.Words.Seal(words, line.Id, field);

    private string? Open(SealedText? text, SupportLine line, string field) => text is { } words ? office.Words.Open(words, line.Id, field) : null;

    private string? Open(SealedText? why, Guid lineId) => why is { } words ? office.Words.Open(words, lineId, SealedField.LineWhy) : null;

    private Task SaveAsync(SupportApplication one, Actor actor, CaseAction action, CancellationToken cancel) => access.SaveChangeAsync(actor, one.Id, action, cancel);
}
