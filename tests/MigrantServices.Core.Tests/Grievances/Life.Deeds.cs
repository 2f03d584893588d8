using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Tests.Grievances;

/// <content>Every deed of the table, done by anybody.</content>
internal static partial class Life
{
    private static DateOnly Later(DateOnly? day) => (day ?? Today).AddDays(1);

    /// <summary>Does any deed of the table.</summary>
    public static void Do(Grievance grievance, CaseAction action, Actor actor)
    {
        var deeds = new Dictionary<CaseAction, Action>
        {
            [Grievance.TakeOn] = () => grievance.TakeOnBy(actor, affirms: true, Noon),
            [Grievance.HandOver] = () => grievance.HandOverBy(actor, Guid.CreateVersion7(), Noon),
            [Grievance.Write] = () => grievance.WriteBy(actor, Message(grievance, actor), Noon),
            [Grievance.Note] = () => grievance.NoteBy(actor, Noon),
            [Grievance.AskSupplement] = () => grievance.AskSupplementBy(actor, Message(grievance, actor), Today.AddDays(10), Today.AddDays(10), Noon),
            [Grievance.AskSupplementAgain] = () => grievance.AskSupplementAgainBy(actor, Message(grievance, actor), Today.AddDays(21), Today.AddDays(21), Noon.AddDays(11)),
            [Grievance.TakeMoreTime] = () => grievance.TakeMoreTimeBy(actor, (grievance.SupplementUntil ?? Today).AddDays(10), Noon),
            [Grievance.TreatAsWithdrawn] = () => grievance.TreatAsWithdrawnBy(actor, Today.AddDays(11), Today.AddDays(12), Noon.AddDays(12)),
            [Grievance.GoOnWithout] = () => grievance.GoOnWithoutBy(actor, Clock, Noon),
            [Grievance.CheckJurisdiction] = () => grievance.CheckJurisdictionBy(actor, Checked(grievance), Noon),
            [Grievance.Refer] = () => grievance.ReferBy(actor, Referred(grievance), Noon),
            [Grievance.RecordReferralReply] = () => grievance.RecordReferralReplyBy(actor, Referred(grievance), TheirAnswer(), Noon),
            [Grievance.Pause] = () => grievance.PauseBy(actor, "consultation", Noon),
            [Grievance.EndPause] = () => grievance.EndPauseBy(actor, Clock, Noon),
            [Grievance.ContinueInvestigation] = () => grievance.ContinueInvestigationBy(actor, Noon),
            [Grievance.EndSiteInvestigation] = () => grievance.EndSiteInvestigationBy(actor, Clock, Noon),
            [Grievance.RecordRespondentReply] = () => grievance.RecordRespondentReplyBy(actor, Kept(grievance, Grievance.AskRespondent), Replied(), Noon),
            [Grievance.ReportRetaliation] = () => grievance.ReportRetaliationBy(actor, Message(grievance, actor), Noon),
            [Grievance.Translate] = () => grievance.TranslateBy(actor, Translated(grievance), Noon),
            [Grievance.CheckTranslation] = () => grievance.CheckTranslationBy(actor, Translated(grievance), [1], Noon),
            [Grievance.RejectTranslation] = () => grievance.RejectTranslationBy(actor, Translated(grievance), Words, Noon),
            [Grievance.Propose] = () => grievance.ProposeBy(actor, Rejected, Words, null, Noon),
            [Grievance.SendBack] = () => grievance.SendBackBy(actor, Noon),
            [Grievance.Approve] = () => grievance.ApproveBy(actor, Message(grievance, actor), Window, Noon),
            [Grievance.FileObjection] = () => grievance.ObjectBy(actor, Message(grievance, actor), ObjectionClock, Noon),
            [Grievance.TellProgress] = () => grievance.TellProgressBy(actor, Message(grievance, actor), grievance.ProgressTold + 1, Noon),
            [Grievance.WithdrawObjection] = () => grievance.WithdrawObjectionBy(actor, Noon),
            [Grievance.Assign] = () => grievance.AssignBy(actor, Guid.CreateVersion7(), Noon),
            [Grievance.UndoAssignment] = () => grievance.UndoAssignmentBy(actor, null, Noon),
            [Grievance.TakeOnObjection] = () => grievance.TakeOnObjectionBy(actor, affirms: true, Noon),
            [Grievance.ProposeObjection] = () => grievance.ProposeObjectionBy(actor, null, Words, null, Noon),
            [Grievance.SendBackObjection] = () => grievance.SendBackObjectionBy(actor, Noon),
            [Grievance.ApproveObjection] = () => grievance.ApproveObjectionBy(actor, Message(grievance, actor), Noon),
            [Grievance.Recommend] = () => grievance.RecommendBy(actor, Recommendation(grievance), Noon),
            [Grievance.RecordMeasures] = () => grievance.RecordMeasuresBy(actor, Recommendation(grievance), Measures(), Noon),
            [Grievance.CorrectMeasures] = () => grievance.CorrectMeasuresBy(actor, Answered(grievance), Measures(), Replaced(), Noon),
            [Grievance.CheckMeasures] = () => grievance.CheckMeasuresBy(actor, Recommendation(grievance), Check(), Noon),
            [Grievance.NotTheSame] = () => grievance.NotTheSameBy(actor, New(named: true), Noon),
            [Grievance.ProposeMerge] = () => Merges.Propose(grievance, actor),
            [Grievance.DeclineMerge] = () => Merges.Decline(grievance, actor),
            [Grievance.Merge] = () => grievance.MergeBy(actor, Merges.Of(grievance).Merge, Merges.Of(grievance).Stays, Noon),
            [Grievance.TakeIn] = () => grievance.TakeInBy(actor, Noon),
            [Grievance.ProposeUndoMerge] = () => grievance.ProposeUndoMergeBy(actor, Merges.Of(grievance).Merge, Words, Noon),
            [Grievance.KeepMerge] = () => grievance.KeepMergeBy(actor, Merges.Of(grievance).Merge, Noon),
            [Grievance.UndoMerge] = () => grievance.UndoMergeBy(actor, Merges.Of(grievance).Merge, Merges.Of(grievance).Stays, Noon),
            [Grievance.GiveBack] = () => grievance.GiveBackBy(actor, Noon),
            [Grievance.PassOn] = () => grievance.PassOnBy(actor, Noon),
            [Grievance.CloseTip] = () => grievance.CloseTipBy(actor, Noon),
            [Grievance.Close] = () => grievance.CloseBy(actor, Noon),
            [Grievance.Reply] = () => grievance.ReplyBy(actor, Message(grievance, actor), Noon),
            [Grievance.AnswerSupplement] = () => grievance.AnswerSupplementBy(actor, Message(grievance, actor), Clock, Noon),
            [Grievance.GiveName] = () => grievance.GiveNameBy(actor, Person(grievance), Clock, Noon),
            [Grievance.DeclareInterest] = () => grievance.DeclareInterestBy(actor, "family", Noon),
            [Grievance.LiftInterest] = () => grievance.LiftInterestBy(actor, Declared(grievance, Choi), Words, isAboutThem: false, Noon),
            [Grievance.Link] = () => grievance.LinkBy(actor, LinkKind.Joint, New(named: true), Noon),
            [Grievance.Unlink] = () => grievance.UnlinkBy(actor, Linked(grievance), New(named: true), Noon),
            [Grievance.SetApart] = () => grievance.SetApartBy(actor, [], [], Noon),
            [Grievance.ProposeBringBack] = () => Returns.Propose(grievance, actor),
            [Grievance.KeepApart] = () => grievance.KeepApartBy(actor, Returns.Of(grievance), Noon),
            [Grievance.BringBack] = () => grievance.BringBackBy(actor, Returns.Of(grievance), [], Noon),
            [Grievance.RenewCode] = () => grievance.RenewCodeBy(actor, Noon),
            [ServiceCase.AddTask] = () => grievance.AddTaskBy(actor, null, Noon),
            [ServiceCase.FinishTask] = () => grievance.FinishTaskBy(actor, Task(grievance), Noon),
            [ServiceCase.ChooseNotices] = () => grievance.ChooseNoticesBy(actor, NoticeHours.Evenings, Words, Noon),
            [Grievance.Withdraw] = () => grievance.WithdrawBy(actor, Noon),
            [Grievance.GiveHelperCode] = () => grievance.GiveHelperCodeBy(actor, Noon),
            [ServiceCase.Extend] = () => grievance.ExtendBy(actor, new() { Reason = "fact-check", Days = 3 }, Message(grievance, actor), Clock, Noon),
            [Grievance.ExtendRights] = () => grievance.ExtendRightsBy(actor, new() { Reason = "fact-check", Months = 1 }, Message(grievance, actor), RightsClock, Noon),
            [ServiceCase.LeaveOut] = () => grievance.LeaveOutBy(actor, new(Today, Today, null), Clock, Noon),
            [ServiceCase.Recount] = () => grievance.RecountBy(actor, Clock, Noon),
            [ServiceCase.PutOffSupplement] = () => grievance.PutOffSupplementBy(actor, Later(grievance.SupplementUntil), Noon),
            [Grievance.PutOffObjection] = () => grievance.PutOffObjectionBy(actor, Later(grievance.ObjectionUntil), Noon),
            [Grievance.PutOffReply] = () => grievance.PutOffReplyBy(actor, Kept(grievance, Grievance.AskRespondent), Today.AddDays(60), Noon),
            [Grievance.PutOffMeasures] = () => grievance.PutOffMeasuresBy(actor, Recommendation(grievance), Today.AddDays(200), Noon),
            [Grievance.RecountCheck] = () => grievance.RecountCheckBy(actor, Recommendation(grievance), Today.AddDays(40), Noon),
            [Grievance.RecountRights] = () => grievance.RecountRightsBy(actor, RightsClock, RightsClock, Noon),
            [Grievance.EndHelperCode] = () => grievance.EndHelperCodeBy(actor, Noon),
        };
        if (RecordShape.All.ContainsKey(action.Code))
        {
            grievance.KeepBy(actor, Kept(grievance, action), Clock, Noon);
            return;
        }

        deeds[action]();
    }
}
