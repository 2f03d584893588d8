using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Ends an award early: those who pay or handle the case propose it, somebody else to whom the file is open decides, and the letter goes out with it.</summary>
public sealed class EndingDesk(PortalDb db, SupportOffice office, AccessLog log)
{
    private static readonly CaseAction Propose = new("propose-ending");

    /// <summary>What waits for a second person; null where nothing does.</summary>
    public Task<EndingProposal?> WaitingAsync(Guid awardId, CancellationToken cancel) =>
        db.Set<EndingProposal>().FirstOrDefaultAsync(one => one.AwardId == awardId && one.State == DecisionState.Proposed, cancel);

    /// <exception cref="RefusedException"><c>payment.officers-only</c>, <c>payment.not-there</c>, <c>payment.not-to-end</c>, <c>payment.ending-proposed</c>.</exception>
    public async Task<Guid> ProposeAsync(Actor officer, string number, EndAward form, CancellationToken cancel)
    {
        if (!officer.Is(PaymentDesk.Payers | Role.CaseHandlers))
        {
            throw No("payment.officers-only");
        }

        var award = await db.Set<Award>().AsNoTracking().FirstOrDefaultAsync(one => one.Number == number, cancel) ?? throw No("payment.not-there");
        var (kind, last) = (form.Kind!.Value, form.LastDay!.Value);
        if (award.State != AwardState.Running || last >= (award.EndedOn ?? award.ToDay) || last < award.FromDay.AddDays(kind == AwardEndingKind.Shortened ? 0 : -1))
        {
            throw No("payment.not-to-end");
        }

        var id = Guid.CreateVersion7();
        db.Add(new EndingProposal
        {
            Id = id,
            AwardId = award.Id,
            Kind = kind,
            LastDay = last,
            Reason = office.Words.Seal(form.Reason!, id, SealedField.MoneyReason),
            InTheirLanguage = string.IsNullOrWhiteSpace(form.InTheirLanguage) ? null : office.Words.Seal(form.InTheirLanguage, id, SealedField.MoneyReasonInTheirLanguage),
            ProposedById = officer.UserId!.Value,
            ProposedAt = office.Now,
        });
        log.AddChange(officer, award.CaseId, Propose);
        await db.SaveMoneyAsync(cancel);
        return id;
    }

    /// <summary>The letter as it would go out now.</summary>
    public async Task<Letter> LetterAsync(SupportApplication one, EndingProposal proposal, Actor another, CancellationToken cancel)
    {
        var programme = await db.Set<Award>().Where(award => award.Id == proposal.AwardId).Select(award => award.ProgrammeCode).FirstAsync(cancel);
        return office.Letters.Ended(
            one,
            programme,
            proposal,
            office.Words.Open(proposal.Reason, proposal.Id, SealedField.MoneyReason),
            proposal.InTheirLanguage is { } theirs ? office.Words.Open(theirs, proposal.Id, SealedField.MoneyReasonInTheirLanguage) : null,
            another.Name,
            office.Now);
    }

    /// <summary>What falls due after the last day is not paid, the line has it again, and the people are told with the reason and what they can do.</summary>
    /// <exception cref="RefusedException"><c>payment.not-there</c>, <c>budget.decided-already</c>, <c>budget.needs-a-second-person</c>, <c>payment.not-to-end</c>, <c>payment.under-way</c>.</exception>
    public async Task DecideAsync(SupportApplication one, Guid proposalId, bool agrees, Actor another, CancellationToken cancel)
    {
        var proposal = await db.Set<EndingProposal>().FirstOrDefaultAsync(p => p.Id == proposalId && db.Set<Award>().Any(award => award.Id == p.AwardId && award.CaseId == one.Id), cancel) ?? throw No("payment.not-there");
        if (!agrees)
        {
            proposal.RefuseBy(another, office.Now);
            log.AddChange(another, one.Id, Propose);
            await db.SaveMoneyAsync(cancel);
            return;
        }

        if (one.WhyNot(SupportApplication.EndAward, another) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var letter = await LetterAsync(one, proposal, another, cancel);
        proposal.ApproveBy(another, office.Now);
        var id = Guid.CreateVersion7();
        db.Add(new AwardEnding
        {
            Id = id,
            AwardId = proposal.AwardId,
            Kind = proposal.Kind,
            LastDay = proposal.LastDay,
            Reason = office.Words.Seal(office.Words.Open(proposal.Reason, proposal.Id, SealedField.MoneyReason), id, SealedField.MoneyReason),
            ProposedById = proposal.ProposedById,
            ById = another.UserId!.Value,
            At = office.Now,
        });
        one.EndAwardBy(another, office.Seal(one, letter, MessagePurpose.Message, another), office.Now);
        log.AddChange(another, one.Id, SupportApplication.EndAward);
        await db.SaveMoneyAsync(cancel);
    }

    private static RefusedException No(string code) => new(new(code));
}
