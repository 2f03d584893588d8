using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations;

/// <content>What the confirmation opens: services to which the child is referred, help with the costs of daycare, and what the family shows of it for one moment (child ordinance, art. 9).</content>
public sealed partial class ChildConfirmation
{
    // the city in whose name a month is entered after the case has left it
    private string? _payingCity;

    /// <summary>Whether papers were issued to which the case still stands.</summary>
    public bool HoldsConfirmation => ConfirmedAt is not null && (Status == CaseStatus.ToIssue || WithPapers.Contains(Status));

    /// <summary>The family agrees that one receiver may be told of the child.</summary>
    /// <exception cref="RefusedException"><c>child.consent-in-future</c>.</exception>
    public void RecordServiceConsentBy(Actor handler, string receiver, DateOnly on, DateTimeOffset now)
    {
        Refuse(WhyNot(RecordServiceConsent, handler) ?? (on > Seoul.DateOf(now) ? new("child.consent-in-future") : null));
        Take(RecordServiceConsent, handler, now, detail: receiver);
    }

    /// <summary>The family agrees no longer; the handler hears of it.</summary>
    public void WithdrawServiceConsentBy(Actor person, string receiver, DateTimeOffset now)
    {
        Take(WithdrawServiceConsent, person, now, detail: receiver);
        HasUnread = HasUnread || !person.IsColleague;
    }

    /// <param name="beforeDecision">Whether this service may be asked for before anything is decided.</param>
    /// <exception cref="RefusedException"><c>child.not-confirmed-yet</c>.</exception>
    public void PrepareReferralBy(Actor handler, string receiver, bool beforeDecision, DateTimeOffset now)
    {
        Refuse(WhyNot(PrepareReferral, handler) ?? (beforeDecision || HoldsConfirmation ? null : new("child.not-confirmed-yet")));
        Take(PrepareReferral, handler, now, detail: receiver);
    }

    public void SendReferralBy(Actor handler, string receiver, DateTimeOffset now) => Take(SendReferral, handler, now, detail: receiver);

    public void RecallReferralBy(Actor handler, string receiver, DateTimeOffset now) => Take(RecallReferral, handler, now, detail: receiver);

    /// <summary>Whoever holds the link answers; the family reads it by the letter.</summary>
    public void AnswerReferralBy(Actor receiver, string code, CaseMessage letter, DateTimeOffset now)
    {
        Take(AnswerReferral, receiver, now, detail: code);
        Messages.Add(letter);
        HasUnread = true;
    }

    /// <summary>A receiver was told that what they had been sent holds no longer.</summary>
    public void TellReceiverBy(Actor person, string receiver, DateTimeOffset now) => Take(TellReceiver, person, now, detail: receiver);

    /// <param name="beforeCards">Whether its city pays for daycare and issues no cards, so that the help waits for no confirmation.</param>
    /// <exception cref="RefusedException"><c>child.not-confirmed-yet</c>.</exception>
    public void ProposeChildcareBy(Actor handler, string daycare, bool beforeCards, DateTimeOffset now)
    {
        Refuse(WhyNot(ProposeChildcare, handler) ?? (Status == CaseStatus.UnderReview && !beforeCards ? new("child.not-confirmed-yet") : null));
        Take(ProposeChildcare, handler, now, detail: daycare);
    }

    public void ApproveChildcareBy(Actor supervisor, string daycare, DateTimeOffset now) => Take(ApproveChildcare, supervisor, now, detail: daycare);

    public void DeclineChildcareBy(Actor supervisor, string daycare, DateTimeOffset now) => Take(DeclineChildcare, supervisor, now, detail: daycare);

    public void RecordChildcareMonthBy(Actor handler, DateOnly month, DateTimeOffset now) =>
        Take(RecordChildcareMonth, handler, now, detail: Childcare.Month.Write(month));

    /// <summary>A month before the child moved, entered by the city that pays it although the case is another's by now.</summary>
    public void RecordFormerMonthBy(Actor officer, string payingCity, DateOnly month, DateTimeOffset now)
    {
        _payingCity = payingCity;
        Take(RecordFormerMonth, officer, now, detail: Childcare.Month.Write(month));
    }

    public void ProposeMonthVoidBy(Actor handler, DateOnly month, DateTimeOffset now) =>
        Take(ProposeMonthVoid, handler, now, detail: Childcare.Month.Write(month));

    public void ApproveMonthVoidBy(Actor supervisor, DateOnly month, DateTimeOffset now) =>
        Take(ApproveMonthVoid, supervisor, now, detail: Childcare.Month.Write(month));

    public void DeclineMonthVoidBy(Actor supervisor, DateOnly month, DateTimeOffset now) =>
        Take(DeclineMonthVoid, supervisor, now, detail: Childcare.Month.Write(month));

    public void StopChildcareBy(Actor person, string because, DateTimeOffset now) => Take(StopChildcare, person, now, detail: because);

    /// <summary>The family shows two things of the child to somebody, once and for a quarter of an hour.</summary>
    public void ShowChildBy(Actor person, DateTimeOffset now)
    {
        Refuse(WhyNot(ShowChild, person) ?? (HoldsConfirmation ? null : new("child.not-confirmed-yet")));
        Take(ShowChild, person, now);
    }

    // who proposed help with daycare, or asked to destroy, stands with that and not with the case
    protected override Guid? FirstPersonOf(CaseAction action) =>
        action == ApproveChildcare || action == DeclineChildcare || action == ApproveMonthVoid || action == DeclineMonthVoid || action == DestroyIdentity || action == DeclineDestruction || action == DestroyParent || action == DeclineParentDestruction ? null : base.FirstPersonOf(action);
}
