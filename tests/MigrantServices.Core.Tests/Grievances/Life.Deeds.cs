using MigrantServices.Core.Calendar;
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
    /// <param name="at">The moment of it; null for the day of everything, or as late after it as the deed needs.</param>
    public static void Do(Grievance grievance, CaseAction action, Actor actor, DateTimeOffset? at = null)
    {
        var (now, later, latest) = (at ?? Noon, at ?? Noon.AddDays(11), at ?? Noon.AddDays(12));
        var today = Seoul.DateOf(now);
        var handedIn = actor.IsColleague && Grievance.ForThePerson.Contains(action) ? ByPost(grievance, action, actor, at: now) : null;
        var deeds = new Dictionary<CaseAction, Action>
        {
            [Grievance.TakeOn] = () => grievance.TakeOnBy(actor, affirms: true, now),
            [Grievance.HandOver] = () => grievance.HandOverBy(actor, Guid.CreateVersion7(), now),
            [Grievance.Write] = () => grievance.WriteBy(actor, Message(grievance, actor), now),
            [Grievance.Note] = () => grievance.NoteBy(actor, now),
            [Grievance.AskSupplement] = () => grievance.AskSupplementBy(actor, Message(grievance, actor), today.AddDays(10), today.AddDays(10), now),
            [Grievance.AskSupplementAgain] = () => grievance.AskSupplementAgainBy(actor, Message(grievance, actor), Seoul.DateOf(later).AddDays(10), Seoul.DateOf(later).AddDays(10), later),
            [Grievance.TakeMoreTime] = () => grievance.TakeMoreTimeBy(actor, (grievance.SupplementUntil ?? today).AddDays(10), now, handedIn),
            [Grievance.TreatAsWithdrawn] = () => grievance.TreatAsWithdrawnBy(actor, Seoul.DateOf(later), Seoul.DateOf(latest), latest),
            [Grievance.GoOnWithout] = () => grievance.GoOnWithoutBy(actor, Clock, now),
            [Grievance.CheckJurisdiction] = () => grievance.CheckJurisdictionBy(actor, Checked(grievance), now),
            [Grievance.Refer] = () => grievance.ReferBy(actor, Referred(grievance, today, now), now),
            [Grievance.RecordReferralReply] = () => grievance.RecordReferralReplyBy(actor, Referred(grievance, today, now), TheirAnswer(today), now),
            [Grievance.Pause] = () => grievance.PauseBy(actor, "consultation", now),
            [Grievance.EndPause] = () => grievance.EndPauseBy(actor, Clock, now),
            [Grievance.ContinueInvestigation] = () => grievance.ContinueInvestigationBy(actor, now),
            [Grievance.EndSiteInvestigation] = () => grievance.EndSiteInvestigationBy(actor, Clock, now),
            [Grievance.RecordRespondentReply] = () => grievance.RecordRespondentReplyBy(actor, Kept(grievance, Grievance.AskRespondent, today), Replied(today), now),
            [Grievance.ReportRetaliation] = () => grievance.ReportRetaliationBy(actor, Message(grievance, actor), now, handedIn),
            [Grievance.Translate] = () => grievance.TranslateBy(actor, Translated(grievance), now),
            [Grievance.CheckTranslation] = () => grievance.CheckTranslationBy(actor, Translated(grievance), [1], now),
            [Grievance.RejectTranslation] = () => grievance.RejectTranslationBy(actor, Translated(grievance), Words, now),
            [Grievance.Propose] = () => grievance.ProposeBy(actor, Rejected, Words, null, now),
            [Grievance.SendBack] = () => grievance.SendBackBy(actor, now),
            [Grievance.Approve] = () => grievance.ApproveBy(actor, Message(grievance, actor), Window, now),
            [Grievance.FileObjection] = () => grievance.ObjectBy(actor, Message(grievance, actor), ObjectionClock, now, handedIn),
            [Grievance.TellProgress] = () => grievance.TellProgressBy(actor, Message(grievance, actor), grievance.ProgressTold + 1, now),
            [Grievance.WithdrawObjection] = () => grievance.WithdrawObjectionBy(actor, now, handedIn),
            [Grievance.Assign] = () => grievance.AssignBy(actor, Guid.CreateVersion7(), now),
            [Grievance.UndoAssignment] = () => grievance.UndoAssignmentBy(actor, null, now),
            [Grievance.TakeOnObjection] = () => grievance.TakeOnObjectionBy(actor, affirms: true, now),
            [Grievance.ProposeObjection] = () => grievance.ProposeObjectionBy(actor, null, Words, null, now),
            [Grievance.SendBackObjection] = () => grievance.SendBackObjectionBy(actor, now),
            [Grievance.ApproveObjection] = () => grievance.ApproveObjectionBy(actor, Message(grievance, actor), now),
            [Grievance.WriteRecommendation] = () => grievance.WriteRecommendationBy(actor, now),
            [Grievance.SendBackRecommendation] = () => grievance.SendBackRecommendationBy(actor, now),
            [Grievance.TellRespondent] = () => grievance.TellRespondentBy(actor, now),
            [Grievance.LookAtRepeats] = () => grievance.LookAtRepeatsBy(actor, [], now),
            [Grievance.Recommend] = () => grievance.RecommendBy(actor, Recommendation(grievance, today), now),
            [Grievance.RecordMeasures] = () => grievance.RecordMeasuresBy(actor, Recommendation(grievance, today), Measures(today), now),
            [Grievance.CorrectMeasures] = () => grievance.CorrectMeasuresBy(actor, Answered(grievance), Measures(today), Replaced(), now),
            [Grievance.CheckMeasures] = () => grievance.CheckMeasuresBy(actor, Recommendation(grievance, today), Check(today), now),
            [Grievance.NotTheSame] = () => grievance.NotTheSameBy(actor, New(named: true), now),
            [Grievance.ProposeMerge] = () => Merges.Propose(grievance, actor, now),
            [Grievance.DeclineMerge] = () => Merges.Decline(grievance, actor, now),
            [Grievance.Merge] = () => grievance.MergeBy(actor, Merges.Of(grievance).Merge, Merges.Of(grievance).Stays, now),
            [Grievance.TakeIn] = () => grievance.TakeInBy(actor, New(named: true), now),
            [Grievance.ProposeUndoMerge] = () => grievance.ProposeUndoMergeBy(actor, Merges.Of(grievance).Merge, Words, now),
            [Grievance.KeepMerge] = () => grievance.KeepMergeBy(actor, Merges.Of(grievance).Merge, now),
            [Grievance.UndoMerge] = () => grievance.UndoMergeBy(actor, Merges.Of(grievance).Merge, Merges.Of(grievance).Stays, now),
            [Grievance.GiveBack] = () => grievance.GiveBackBy(actor, now),
            [Grievance.PassOn] = () => grievance.PassOnBy(actor, now),
            [Grievance.CloseTip] = () => grievance.CloseTipBy(actor, now),
            [Grievance.Close] = () => grievance.CloseBy(actor, now),
            [Grievance.Reply] = () => grievance.ReplyBy(actor, Message(grievance, actor), now, handedIn),
            [Grievance.AnswerSupplement] = () => grievance.AnswerSupplementBy(actor, Message(grievance, actor), Clock, now, handedIn),
            [Grievance.GiveName] = () => grievance.GiveNameBy(actor, Person(grievance), Clock, now, handedIn),
            [Grievance.NameRepresentative] = () => grievance.NameRepresentativeBy(actor, Representative(grievance), Clock, now),
            [Grievance.TakeOffRepresentative] = () => grievance.TakeOffRepresentativeBy(actor, Named(grievance, actor), now),
            [Grievance.DeclareInterest] = () => grievance.DeclareInterestBy(actor, "family", now),
            [Grievance.LiftInterest] = () => grievance.LiftInterestBy(actor, Declared(grievance, Choi), Words, isAboutThem: false, now),
            [Grievance.Link] = () => grievance.LinkBy(actor, LinkKind.Joint, New(named: true), now),
            [Grievance.Unlink] = () => grievance.UnlinkBy(actor, Linked(grievance), New(named: true), now),
            [Grievance.SetApart] = () => grievance.SetApartBy(actor, [], [], now),
            [Grievance.KeepAway] = () => grievance.KeepAwayBy(actor, Guid.CreateVersion7(), now),
            [Grievance.ProposeBringBack] = () => Returns.Propose(grievance, actor, now),
            [Grievance.KeepApart] = () => grievance.KeepApartBy(actor, Returns.Of(grievance), now),
            [Grievance.BringBack] = () => grievance.BringBackBy(actor, Returns.Of(grievance), [], now),
            [Grievance.RenewCode] = () => grievance.RenewCodeBy(actor, now),
            [ServiceCase.AddTask] = () => grievance.AddTaskBy(actor, null, now),
            [ServiceCase.FinishTask] = () => grievance.FinishTaskBy(actor, Task(grievance), now),
            [ServiceCase.ChooseNotices] = () => grievance.ChooseNoticesBy(actor, NoticeHours.Evenings, Words, now),
            [Grievance.Withdraw] = () => grievance.WithdrawBy(actor, now, handedIn is null ? null : "withdrawn.own-wish", handedIn),
            [Grievance.GiveHelperCode] = () => grievance.GiveHelperCodeBy(actor, now),
            [ServiceCase.Extend] = () => grievance.ExtendBy(actor, new() { Reason = "fact-check", Days = 3 }, Message(grievance, actor), Clock, now),
            [Grievance.ExtendRights] = () => grievance.ExtendRightsBy(actor, new() { Reason = "fact-check", Months = 1 }, Message(grievance, actor), RightsClock, now),
            [ServiceCase.LeaveOut] = () => grievance.LeaveOutBy(actor, new(today, today, null), Clock, now),
            [ServiceCase.Recount] = () => grievance.RecountBy(actor, Clock, now),
            [ServiceCase.PutOffSupplement] = () => grievance.PutOffSupplementBy(actor, Later(grievance.SupplementUntil), now),
            [Grievance.PutOffObjection] = () => grievance.PutOffObjectionBy(actor, Later(grievance.ObjectionUntil), now),
            [Grievance.PutOffReply] = () => grievance.PutOffReplyBy(actor, Kept(grievance, Grievance.AskRespondent), today.AddDays(60), now),
            [Grievance.PutOffMeasures] = () => grievance.PutOffMeasuresBy(actor, Recommendation(grievance), today.AddDays(200), now),
            [Grievance.RecountCheck] = () => grievance.RecountCheckBy(actor, Recommendation(grievance), today.AddDays(40), now),
            [Grievance.RecountRights] = () => grievance.RecountRightsBy(actor, RightsClock, RightsClock, now),
            [Grievance.EndHelperCode] = () => grievance.EndHelperCodeBy(actor, now),
        };
        if (RecordShape.All.ContainsKey(action.Code))
        {
            grievance.KeepBy(actor, Kept(grievance, action, today), Clock, now, affirms: true);
            return;
        }

        deeds[action]();
    }
}
