using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Tests.Grievances;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>Children's cases in any status, and the people around them.</summary>
internal static class ChildLife
{
    public const string Ansan = "41270";
    public const string Siheung = "41390";

    public static readonly DateTimeOffset Noon = Life.Noon;
    public static readonly DateOnly Today = Seoul.DateOf(Noon);
    public static readonly Actor Kim = Life.Kim;
    public static readonly Actor Lee = Life.Lee;
    public static readonly Actor Choi = Life.Choi;
    public static readonly IReadOnlyList<string> Criteria = ["foreign", "under-18", "born-in-korea", "unregistered", "lives-here"];
    public static readonly CaseClock Clock = Life.Clocks().For(ChildConfirmation.Prefix, Noon);
    public static readonly SealedText Words = new([1, 2, 3]);

    public static Actor ParentOf(ChildConfirmation one) => Actor.Filer(one.Id, Guid.CreateVersion7());

    public static ChildConfirmation New(WayIn way = WayIn.Parent, bool cityTakesPart = true, bool needsConsent = false, Actor? by = null, string? municipality = Ansan)
    {
        var one = Unfiled(way, municipality);
        one.FileBy(by ?? (way == WayIn.Parent ? ParentOf(one) : Kim), cityTakesPart, needsConsent, Clock, Noon);
        return one;
    }

    public static ChildConfirmation Unfiled(WayIn way, string? municipality) => new()
    {
        Reference = "CC-2026-00000-00000",
        Way = way,
        ChildId = Guid.NewGuid(),
        Ground = "child-welfare",
        GroundSince = new(2025, 10, 10),
        Initials = "S. C.",
        BornYear = 2022,
        Channel = way == WayIn.Parent ? Channel.Web : Channel.Visit,
        Language = "vi",
        Municipality = municipality,
        ReceivedAt = Noon,
    };

    /// <summary>A case led to a status by Kim, with Lee as second person and Choi as the third.</summary>
    public static ChildConfirmation In(CaseStatus status, WayIn way = WayIn.Parent)
    {
        var one = New(way, cityTakesPart: status != CaseStatus.Waiting);
        if (status is CaseStatus.Waiting or CaseStatus.Submitted)
        {
            return one;
        }

        one.TakeOnBy(Kim, Clock, Noon);
        if (status == CaseStatus.UnderReview)
        {
            return one;
        }

        if (status == CaseStatus.AwaitingSupplement)
        {
            one.AskSupplementBy(Kim, Message(one, Kim), Today.AddDays(10), Noon);
            return one;
        }

        if (way != WayIn.Parent)
        {
            one.RecordHomeVisitBy(Kim, Today, Noon);
        }

        if (status == CaseStatus.Refused)
        {
            one.FindFactBy(Kim, "unregistered", isMet: false, rests: true, Noon);
            one.ProposeRefusalBy(Kim, "registered", "unregistered", Words, null, Noon);
            one.ApproveRefusalBy(Lee, Message(one, Lee), Noon);
            return one;
        }

        foreach (var criterion in Criteria)
        {
            one.FindFactBy(Kim, criterion, isMet: true, rests: true, Noon);
        }

        one.ProposeConfirmationBy(Kim, Criteria, isUnderAge: true, hasPhotograph: true, Noon);
        if (status == CaseStatus.Proposed)
        {
            return one;
        }

        one.ApproveConfirmationBy(Lee, isUnderAge: true, Noon);
        if (status == CaseStatus.ToIssue)
        {
            return one;
        }

        one.IssueBy(Choi, isUnderAge: true, Message(one, Choi), Noon);
        switch (status)
        {
            case CaseStatus.ReissueAsked or CaseStatus.ReissueProposed:
                one.AskReissueBy(ParentOf(one), IssueReason.Changed, Clock, Noon);
                if (status == CaseStatus.ReissueProposed)
                {
                    one.ProposeReissueBy(Kim, hasPhotograph: true, Noon);
                }

                break;
            case CaseStatus.RevocationProposed or CaseStatus.Revoked:
                one.ProposeRevocationBy(Kim, "registered-since", Words, null, Noon);
                if (status == CaseStatus.Revoked)
                {
                    one.ApproveRevocationBy(Lee, Message(one, Lee), Noon);
                }

                break;
            case CaseStatus.AgedOut:
                one.AgeOutBy(Actor.Portal, Message(one, Actor.Portal), null, Noon);
                break;
        }

        return one;
    }

    public static CaseMessage Message(ChildConfirmation one, Actor author) => new()
    {
        CaseId = one.Id,
        SentAt = Noon,
        FromOffice = author.CodeId is null,
        AuthorId = author.UserId,
        CodeId = author.CodeId,
        Purpose = MessagePurpose.Message,
        Language = "vi",
        Body = Words,
    };

    /// <summary>Does a deed in the plainest way it can be done.</summary>
    public static void Do(ChildConfirmation one, CaseAction action, Actor actor)
    {
        var deeds = new Dictionary<CaseAction, Action>
        {
            [ChildConfirmation.JoinCity] = () => one.JoinCityBy(actor, Clock, Noon),
            [ChildConfirmation.TakeOn] = () => one.TakeOnBy(actor, Clock, Noon),
            [ChildConfirmation.HandOver] = () => one.HandOverBy(actor, Choi.UserId!.Value, Noon),
            [ChildConfirmation.Write] = () => one.WriteBy(actor, Message(one, actor), Noon),
            [ChildConfirmation.Reply] = () => one.ReplyBy(actor, Message(one, actor), Noon),
            [ChildConfirmation.AddToRequest] = () => one.AddToRequestBy(actor, Message(one, actor), Noon),
            [ChildConfirmation.Note] = () => one.NoteBy(actor, Noon),
            [ChildConfirmation.AskSupplement] = () => one.AskSupplementBy(actor, Message(one, actor), Today.AddDays(10), Noon),
            [ChildConfirmation.AnswerSupplement] = () => one.AnswerSupplementBy(actor, Message(one, actor), Clock, Noon),
            [ChildConfirmation.GoOnWithout] = () => one.GoOnWithoutBy(actor, Clock, Noon),
            [ChildConfirmation.RecordConsent] = () => one.RecordConsentBy(actor, "phone", Today, Noon),
            [ChildConfirmation.SeeConsent] = () => one.SeeConsentBy(actor, Noon),
            [ChildConfirmation.AddProof] = () => one.AddProofBy(actor, "good", Today, Noon),
            [ChildConfirmation.StrikeProof] = () => one.StrikeProofBy(actor, "testimony", null, [], Noon),
            [ChildConfirmation.RecordHomeVisit] = () => one.RecordHomeVisitBy(actor, Today, Noon),
            [ChildConfirmation.FindFact] = () => one.FindFactBy(actor, Criteria[one.Revision % Criteria.Count], one.Revision % 7 > 0, rests: true, Noon),
            [ChildConfirmation.CorrectIdentity] = () => one.CorrectIdentityBy(actor, "X.", 2021, dayMoved: false, one.NeedsConsent, Noon),
            [ChildConfirmation.CorrectParent] = () => one.CorrectParentBy(actor, Noon),
            [ChildConfirmation.AddParent] = () => one.AddParentBy(actor, Noon),
            [ChildConfirmation.UnlinkParent] = () => one.UnlinkParentBy(actor, Noon),
            [ChildConfirmation.RaiseAlarm] = () => one.RaiseAlarmBy(actor, Noon),
            [ChildConfirmation.EndAlarm] = () => one.EndAlarmBy(actor, Noon),
            [ChildConfirmation.ProposeConfirmation] = () => one.ProposeConfirmationBy(actor, Criteria, isUnderAge: true, hasPhotograph: true, Noon),
            [ChildConfirmation.ProposeRefusal] = () => one.ProposeRefusalBy(actor, "registered", one.Refuted.FirstOrDefault("unregistered"), Words, null, Noon),
            [ChildConfirmation.SendBack] = () => one.SendBackBy(actor, Noon),
            [ChildConfirmation.ApproveConfirmation] = () => one.ApproveConfirmationBy(actor, isUnderAge: true, Noon),
            [ChildConfirmation.ApproveRefusal] = () => one.ApproveRefusalBy(actor, Message(one, actor), Noon),
            [ChildConfirmation.Issue] = () => one.IssueBy(actor, isUnderAge: true, Message(one, actor), Noon),
            [ChildConfirmation.ReportLost] = () => one.ReportLostBy(actor, Noon),
            [ChildConfirmation.AskReissue] = () => one.AskReissueBy(actor, one.IsLost ? IssueReason.Lost : IssueReason.Changed, Clock, Noon),
            [ChildConfirmation.DeclineReissue] = () => one.DeclineReissueBy(actor, Message(one, actor), Noon),
            [ChildConfirmation.ProposeReissue] = () => one.ProposeReissueBy(actor, hasPhotograph: true, Noon),
            [ChildConfirmation.SendBackReissue] = () => one.SendBackReissueBy(actor, Noon),
            [ChildConfirmation.ApproveReissue] = () => one.ApproveReissueBy(actor, Noon),
            [ChildConfirmation.RecordReturn] = () => one.RecordReturnBy(actor, Noon),
            [ChildConfirmation.ReportOldLost] = () => one.ReportOldLostBy(actor, Noon),
            [ChildConfirmation.ProposeRevocation] = () => one.ProposeRevocationBy(actor, "registered-since", Words, null, Noon),
            [ChildConfirmation.SendBackRevocation] = () => one.SendBackRevocationBy(actor, Noon),
            [ChildConfirmation.ApproveRevocation] = () => one.ApproveRevocationBy(actor, Message(one, actor), Noon),
            [ChildConfirmation.TellComingOfAge] = () => one.TellComingOfAgeBy(actor, Message(one, actor), Message(one, actor), Noon),
            [ChildConfirmation.AgeOut] = () => one.AgeOutBy(actor, Message(one, actor), null, Noon),
            [ChildConfirmation.OfferTransfer] = () => one.OfferTransferBy(actor, one.Municipality == Ansan ? Siheung : Ansan, Noon),
            [ChildConfirmation.TakeBackTransfer] = () => one.TakeBackTransferBy(actor, Noon),
            [ChildConfirmation.AcceptTransfer] = () => one.AcceptTransferBy(actor, Noon),
            [ChildConfirmation.DeclineTransfer] = () => one.DeclineTransferBy(actor, Noon),
            [ChildConfirmation.PutPhotograph] = () => one.PutPhotographBy(actor, Noon),
            [ChildConfirmation.HandOutPapers] = () => one.HandOutPapersBy(actor, Noon),
            [ChildConfirmation.AddToRequest] = () => one.AddToRequestBy(actor, Message(one, actor), Noon),
            [ServiceCase.ChooseNotices] = () => one.ChooseNoticesBy(actor, NoticeHours.AnyTime, Words, Noon),
            [ChildConfirmation.RecordServiceConsent] = () => one.RecordServiceConsentBy(actor, "unicef-korea", Today, Noon),
            [ChildConfirmation.WithdrawServiceConsent] = () => one.WithdrawServiceConsentBy(actor, "unicef-korea", Noon),
            [ChildConfirmation.PrepareReferral] = () => one.PrepareReferralBy(actor, "unicef-korea", beforeDecision: true, Noon),
            [ChildConfirmation.SendReferral] = () => one.SendReferralBy(actor, "unicef-korea", Noon),
            [ChildConfirmation.RecallReferral] = () => one.RecallReferralBy(actor, "unicef-korea", Noon),
            [ChildConfirmation.AnswerReferral] = () => one.AnswerReferralBy(actor, "unicef-korea", Message(one, Actor.Portal), Noon),
            [ChildConfirmation.TellReceiver] = () => one.TellReceiverBy(actor, "unicef-korea", Noon),
            [ChildConfirmation.ProposeChildcare] = () => one.ProposeChildcareBy(actor, "a-daycare", beforeCards: true, Noon),
            [ChildConfirmation.ApproveChildcare] = () => one.ApproveChildcareBy(actor, "a-daycare", Noon),
            [ChildConfirmation.DeclineChildcare] = () => one.DeclineChildcareBy(actor, "a-daycare", Noon),
            [ChildConfirmation.RecordChildcareMonth] = () => one.RecordChildcareMonthBy(actor, Today, Noon),
            [ChildConfirmation.RecordFormerMonth] = () => one.RecordFormerMonthBy(actor, one.Municipality ?? Ansan, Today, Noon),
            [ChildConfirmation.ProposeMonthVoid] = () => one.ProposeMonthVoidBy(actor, Today, Noon),
            [ChildConfirmation.ApproveMonthVoid] = () => one.ApproveMonthVoidBy(actor, Today, Noon),
            [ChildConfirmation.DeclineMonthVoid] = () => one.DeclineMonthVoidBy(actor, Today, Noon),
            [ChildConfirmation.RecordCheck] = () => one.RecordCheckBy(actor, Today, "as-confirmed", Noon),
            [ChildConfirmation.StopChildcare] = () => one.StopChildcareBy(actor, "LeftDaycare", Noon),
            [ChildConfirmation.AskDestruction] = () => one.AskDestructionBy(actor, "retention-over", Noon),
            [ChildConfirmation.DeclineDestruction] = () => one.DeclineDestructionBy(actor, Noon),
            [ChildConfirmation.DestroyIdentity] = () => one.DestroyIdentityBy(actor, Noon),
            [ChildConfirmation.AskParentDestruction] = () => one.AskParentDestructionBy(actor, "family-asked", Noon),
            [ChildConfirmation.DeclineParentDestruction] = () => one.DeclineParentDestructionBy(actor, Noon),
            [ChildConfirmation.DestroyParent] = () => one.DestroyParentBy(actor, Noon),
            [ChildConfirmation.HoldIdentity] = () => one.HoldIdentityBy(actor, Today.AddDays(30), Noon),
            [ChildConfirmation.LiftHold] = () => one.LiftHoldBy(actor, Noon),
            [ChildConfirmation.ShowChild] = () => one.ShowChildBy(actor, Noon),
            [ChildConfirmation.TakeParentIn] = () => one.TakeParentInBy(actor, "vi", Noon),
            [ChildConfirmation.JudgePair] = () => one.JudgePairBy(actor, New(municipality: one.Municipality), PairVerdict.NotTheSame, Noon),
            [ChildConfirmation.Withdraw] = () => one.WithdrawBy(actor, Noon),
            [ChildConfirmation.RenewCode] = () => one.RenewCodeBy(actor, Noon),
            [ServiceCase.Extend] = () => one.ExtendBy(actor, new() { Reason = "fact-check", Days = 3, ConsentOn = Today, ConsentWay = ConsentWay.Phone }, Message(one, actor), Clock, Noon),
            [ServiceCase.PutOffSupplement] = () => one.PutOffSupplementBy(actor, (one.SupplementUntil ?? Today).AddDays(1), Noon),
            [ServiceCase.Recount] = () => one.RecountBy(actor, Clock, Noon),
            [ServiceCase.LeaveOut] = () => one.LeaveOutBy(actor, new(Today.AddDays(1), Today.AddDays(1), null), Clock, Noon),
            [ServiceCase.Assign] = () => one.AssignBy(actor, one.HandlerId == Choi.UserId ? Lee.UserId!.Value : Choi.UserId!.Value, Noon),
            [ServiceCase.UndoAssignment] = () => one.UndoAssignmentBy(actor, Kim.UserId, Noon),
            [ServiceCase.AddTask] = () => one.AddTaskBy(actor, null, Noon),
            [ServiceCase.FinishTask] = () => one.FinishTaskBy(actor, Life.Task(one), Noon),
        };
        deeds[action]();
    }
}
