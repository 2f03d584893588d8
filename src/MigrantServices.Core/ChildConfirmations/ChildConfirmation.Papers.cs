using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations;

/// <content>The papers: issued by a third person, lost, issued anew, ended.</content>
public sealed partial class ChildConfirmation
{
    /// <summary>Why papers are to be issued; null when none are.</summary>
    public IssueReason? IssueBecause { get; private set; }

    /// <summary>Who issued the papers to which the first two agreed; null once something else is proposed.</summary>
    public Guid? IssuedById { get; private set; }

    /// <summary>When the first papers were issued.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The child has no valid papers at present although it is confirmed: they were reported lost.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The old papers are still to be given back.</summary>
    public bool OwesReturn { get; private set; }

    /// <summary>When a colleague last looked at the child again; null when nobody has since the papers were issued.</summary>
    public DateOnly? LastCheckedOn { get; private set; }

    /// <summary>When the family was told that the child comes of age soon.</summary>
    public DateTimeOffset? ToldOfAgeAt { get; private set; }

    /// <summary>Why the confirmation ends, as a code; null while it does not.</summary>
    public string? RevocationReason { get; private set; }

    /// <summary>Issues the papers that two others agreed to, and tells the family by the letter.</summary>
    /// <exception cref="RefusedException"><c>child.of-age</c>.</exception>
    public void IssueBy(Actor third, bool isUnderAge, CaseMessage letter, DateTimeOffset now)
    {
        Refuse(WhyNot(Issue, third) ?? (isUnderAge ? null : new("child.of-age")));
        var due = DueOn;
        Take(Issue, third, now, detail: IssueBecause?.ToString());
        Messages.Add(letter);
        // what was lost meanwhile nobody can give back
        OwesReturn = !IsLost && IssueBecause is (IssueReason.Changed or IssueReason.NewPhotograph or IssueReason.Damaged);
        (IssuedById, IssueBecause, IsLost) = (third.UserId, null, false);
        if (ConfirmedAt is null)
        {
            (ConfirmedAt, DecidedInTime) = (now, due is { } last ? Seoul.DateOf(now) <= last : null);
        }
    }

    /// <summary>The child's photograph is there, or another one in its place.</summary>
    public void PutPhotographBy(Actor person, DateTimeOffset now)
    {
        Take(PutPhotograph, person, now);
        HasUnread = HasUnread || !person.IsColleague;
    }

    /// <summary>The family holds the papers; from now on they can be replaced and not printed again.</summary>
    public void HandOutPapersBy(Actor handler, DateTimeOffset now) => Take(HandOutPapers, handler, now);

    /// <summary>Somebody looked at the child again, and found this.</summary>
    /// <exception cref="RefusedException"><c>child.check-in-future</c>, <c>child.check-before-papers</c>.</exception>
    public void RecordCheckBy(Actor handler, DateOnly on, string finding, DateTimeOffset now)
    {
        Refuse(WhyNot(RecordCheck, handler)
            ?? (on > Seoul.DateOf(now) ? new("child.check-in-future") : ConfirmedAt is { } issued && on < Seoul.DateOf(issued) ? new Refusal("child.check-before-papers") : null));
        Take(RecordCheck, handler, now, detail: finding);
        LastCheckedOn = LastCheckedOn > on ? LastCheckedOn : on;
    }

    /// <summary>The papers are lost: from this moment they count no more, whoever finds them.</summary>
    public void ReportLostBy(Actor person, DateTimeOffset now)
    {
        Take(ReportLost, person, now);
        IsLost = true;
        HasUnread = HasUnread || !person.IsColleague;
    }

    /// <summary>Other papers are asked for; a clock begins as for the first ones.</summary>
    public void AskReissueBy(Actor person, IssueReason because, CaseClock clock, DateTimeOffset now)
    {
        Refuse(WhyNot(AskReissue, person) ?? (because == IssueReason.First || (because == IssueReason.Lost && !IsLost) ? new("child.report-loss-first") : null));
        Take(AskReissue, person, now, detail: because.ToString());
        IssueBecause = because;
        HasUnread = HasUnread || !person.IsColleague;
        StartClock(now);
        Reckon(clock);
    }

    public void DeclineReissueBy(Actor handler, CaseMessage letter, DateTimeOffset now)
    {
        Take(DeclineReissue, handler, now);
        Messages.Add(letter);
        IssueBecause = null;
    }

    /// <exception cref="RefusedException"><c>child.photograph-missing</c>.</exception>
    public void ProposeReissueBy(Actor handler, bool hasPhotograph, DateTimeOffset now)
    {
        Refuse(WhyNot(ProposeReissue, handler) ?? (hasPhotograph ? null : new("child.photograph-missing")));
        Take(ProposeReissue, handler, now);
        Put(handler);
    }

    /// <summary>Before it is approved, or afterwards while nobody has issued the papers.</summary>
    public void SendBackReissueBy(Actor supervisor, DateTimeOffset now)
    {
        Take(SendBackReissue, supervisor, now);
        (ProposedById, ApprovedById) = (null, null);
    }

    public void ApproveReissueBy(Actor supervisor, DateTimeOffset now)
    {
        Take(ApproveReissue, supervisor, now);
        ApprovedById = supervisor.UserId;
    }

    /// <summary>The old papers came back.</summary>
    public void RecordReturnBy(Actor handler, DateTimeOffset now)
    {
        Take(RecordReturn, handler, now);
        OwesReturn = false;
    }

    /// <summary>The old papers cannot be given back: they were lost.</summary>
    public void ReportOldLostBy(Actor person, DateTimeOffset now)
    {
        Take(ReportOldLost, person, now);
        OwesReturn = false;
        HasUnread = HasUnread || !person.IsColleague;
    }

    public void ProposeRevocationBy(Actor handler, string reason, SealedText reasons, SealedText? inTheirLanguage, DateTimeOffset now)
    {
        Take(ProposeRevocation, handler, now, detail: reason);
        Put(handler);
        (RevocationReason, Reasons, ReasonsInTheirLanguage) = (reason, reasons, inTheirLanguage);
    }

    public void SendBackRevocationBy(Actor supervisor, DateTimeOffset now)
    {
        Take(SendBackRevocation, supervisor, now);
        (ProposedById, RevocationReason, Reasons, ReasonsInTheirLanguage) = (null, null, null, null);
    }

    /// <summary>The confirmation ends, and its papers with it; the family is told by the letter.</summary>
    public void ApproveRevocationBy(Actor supervisor, CaseMessage letter, DateTimeOffset now)
    {
        Take(ApproveRevocation, supervisor, now, detail: RevocationReason);
        ApprovedById = supervisor.UserId;
        Messages.Add(letter);
        OwesReturn |= !IsLost;
        EndOffer();
    }

    /// <summary>The family is told once that the child comes of age soon.</summary>
    /// <param name="pack">What the child keeps of it.</param>
    public void TellComingOfAgeBy(Actor portal, CaseMessage letter, CaseMessage pack, DateTimeOffset now)
    {
        Refuse(WhyNot(TellComingOfAge, portal) ?? (ToldOfAgeAt is null ? null : new("child.told-already")));
        Take(TellComingOfAge, portal, now);
        Messages.AddRange([letter, pack]);
        ToldOfAgeAt = now;
    }

    /// <summary>The child is eighteen: the confirmation ends by itself.</summary>
    /// <param name="pack">What the child keeps of it, where no notice brought it before; null where one did, or where nothing was ever confirmed.</param>
    public void AgeOutBy(Actor portal, CaseMessage letter, CaseMessage? pack, DateTimeOffset now)
    {
        Take(AgeOut, portal, now);
        Messages.AddRange(pack is null ? [letter] : [letter, pack]);
        IssueBecause = null;
        EndOffer();
    }

    private Refusal? WhyNotPaper(CaseAction action) =>
        action == ReportLost && (IsLost || ConfirmedAt is null) ? new("child.no-papers-to-lose")
        : action == Withdraw && ConfirmedAt is not null ? new("child.confirmed-already")
        : (action == RecordReturn || action == ReportOldLost) && !OwesReturn ? new Refusal("child.nothing-to-return")
        : null;
}

/// <summary>Why papers are issued (child ordinance, arts. 7 and 10).</summary>
public enum IssueReason
{
    First,
    Changed,
    Lost,
    NewPhotograph,
    Damaged,
}
