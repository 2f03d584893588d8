using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <content>A case that was set apart by mistake: two of those who see it bring it back among the others.</content>
public sealed partial class Grievance
{
    /// <summary>Who proposed to bring it back; null when nothing waits for a second person.</summary>
    public Guid? ReturnProposedById { get; private set; }

    /// <summary>Puts before a second person that it was set apart by mistake.</summary>
    public ApartReturn ProposeBringBackBy(Actor colleague, Func<Guid, SealedText> words, DateTimeOffset now)
    {
        Take(ProposeBringBack, colleague, now, OtherThan(colleague, HandlerId));
        ReturnProposedById = colleague.UserId;
        var id = Guid.CreateVersion7();
        return new() { Id = id, CaseId = Id, Words = words(id), ProposedById = colleague.UserId!.Value, ProposedAt = now };
    }

    /// <summary>It stays apart; whoever proposed otherwise may say so themselves.</summary>
    public void KeepApartBy(Actor colleague, ApartReturn proposal, DateTimeOffset now)
    {
        Refuse(WhyNot(KeepApart, colleague) ?? proposal.WhyNot(this));
        Take(KeepApart, colleague, now, OtherThan(colleague, ReturnProposedById));
        proposal.Keep(colleague, now);
        ReturnProposedById = null;
    }

    /// <summary>A second person agrees: everybody sees it again who would have seen it, and nobody has it. Whom it was said to be about stays kept away.</summary>
    /// <param name="line">Those to whom it was closed only because they were in somebody's line.</param>
    public void BringBackBy(Actor second, ApartReturn proposal, IReadOnlyCollection<Guid> line, DateTimeOffset now)
    {
        Refuse(WhyNot(BringBack, second) ?? proposal.WhyNot(this));
        Take(BringBack, second, now);
        proposal.Agree(second, now);
        (IsSetApart, HandlerId, HandedAt, ReturnProposedById) = (false, null, null, null);
        foreach (var colleague in line)
        {
            OpenAgainTo(colleague);
        }
    }

    private Refusal? WhyNotReturn(CaseAction action) =>
        action != ProposeBringBack && action != KeepApart && action != BringBack ? null
        : !IsSetApart ? new("fairness.not-set-apart")
        : action == ProposeBringBack ? (ReturnProposedById is null ? null : new("fairness.return-proposed-already"))
        : ReturnProposedById is null ? new("fairness.no-return-proposed")
        : action == BringBack && IsClosedTo(ReturnProposedById) ? new("fairness.proposer-is-kept-away")
        : null;
}
