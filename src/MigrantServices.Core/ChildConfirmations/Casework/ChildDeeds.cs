using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Leads each deed on a child's case to the desk that does it.</summary>
public sealed class ChildDeeds(ChildDesk desk, FactDesk facts, ChildDecisionDesk decisions, TransferDesk transfers, ChildPaperDeeds papers)
{
    public ChildDesk Desk => desk;

    public FactDesk Facts => facts;

    public ChildDecisionDesk Decisions => decisions;

    public TransferDesk Transfers => transfers;

    /// <summary>A deed with its form.</summary>
    public Task DoAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel) => form.Shape!.Deed switch
    {
        var deed when deed == ChildConfirmation.HandOver => desk.HandOverAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.Note => desk.NoteAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.Write => desk.WriteAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.AskSupplement => desk.AskSupplementAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.RecordConsent => desk.RecordConsentAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.SeeConsent => desk.SeeConsentAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.RaiseAlarm => desk.RaiseAlarmAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.EndAlarm => desk.EndAlarmAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.AddProof => facts.AddProofAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.StrikeProof => facts.StrikeProofAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.RecordHomeVisit => facts.RecordVisitAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.RecordCheck => facts.RecordCheckAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.FindFact => facts.FindFactAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.ProposeRefusal => decisions.ProposeRefusalAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.OfferTransfer => transfers.OfferAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.ProposeRevocation => papers.Reissues.ProposeRevocationAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.DeclineReissue => papers.Reissues.DeclineAsync(one, form, actor, cancel),
        var deed when deed == ChildConfirmation.AskReissue => papers.Reissues.AskAsync(one, form.Because!.Value, actor, cancel),
        var deed => throw new InvalidOperationException($"No desk does {deed}."),
    };

    /// <summary>A deed that asks for nothing; null for one that is not done by a button.</summary>
    public Func<ChildConfirmation, Actor, CancellationToken, Task>? Button(string code) => code switch
    {
        _ when code == ChildConfirmation.TakeOn.Code => desk.TakeOnAsync,
        _ when code == ChildConfirmation.GoOnWithout.Code => desk.GoOnWithoutAsync,
        _ when code == ChildConfirmation.ProposeConfirmation.Code => decisions.ProposeConfirmationAsync,
        _ when code == ChildConfirmation.SendBack.Code => decisions.SendBackAsync,
        _ when code == ChildConfirmation.ApproveConfirmation.Code => decisions.ApproveConfirmationAsync,
        _ when code == ChildConfirmation.ApproveRefusal.Code => decisions.ApproveRefusalAsync,
        _ when code == ChildConfirmation.TakeBackTransfer.Code => transfers.TakeBackAsync,
        _ => papers.Button(code),
    };
}
