using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using static MigrantServices.Core.Cases.CaseStatus;
using static MigrantServices.Core.People.Role;

namespace MigrantServices.Core.Grievances;

/// <summary>A resident's complaint of racial discrimination.</summary>
public sealed partial class Grievance : ServiceCase
{
    public const string Prefix = "DG";
    public const int AccountMaxLength = 8000;
    public const int HopeMaxLength = 2000;
    public const int PlaceMaxLength = 200;
    public const int RespondentMaxLength = 200;
    public const int AnswerMaxLength = 8000;
    public const int MaxRepresentatives = 3;
    public const string ObjectionPeriod = "objection." + Prefix;
    public const string SitePeriod = "site." + Prefix;
    public const string RightsPeriod = "rights." + Prefix;

    public static readonly CaseAction File = new("file");
    public static readonly CaseAction TakeOn = new("take-on");
    public static readonly CaseAction HandOver = new("hand-over");
    public static readonly CaseAction Write = new("write");
    public static readonly CaseAction Note = new("note");
    public static readonly CaseAction AskSupplement = new("ask-supplement");
    public static readonly CaseAction AskSupplementAgain = new("ask-supplement-again");
    public static readonly CaseAction TakeMoreTime = new("take-more-time");
    public static readonly CaseAction TreatAsWithdrawn = new("treat-as-withdrawn");
    public static readonly CaseAction GoOnWithout = new("go-on-without");
    public static readonly CaseAction Pause = new("pause");
    public static readonly CaseAction EndPause = new("end-pause");
    public static readonly CaseAction CheckJurisdiction = new("check-jurisdiction");
    public static readonly CaseAction Refer = new("refer");
    public static readonly CaseAction RecordReferralReply = new("record-referral-reply");
    public static readonly CaseAction OpenOwnMotion = new("open-own-motion");
    public static readonly CaseAction OpenInvestigation = new("open-investigation");
    public static readonly CaseAction ContinueInvestigation = new("continue-investigation");
    public static readonly CaseAction PlanInvestigation = new("plan-investigation");
    public static readonly CaseAction RecordStatement = new("record-statement");
    public static readonly CaseAction AskRespondent = new("ask-respondent");
    public static readonly CaseAction RecordRespondentReply = new("record-respondent-reply");
    public static readonly CaseAction BeginSiteInvestigation = new("begin-site-investigation");
    public static readonly CaseAction RecordVisit = new("record-visit");
    public static readonly CaseAction EndSiteInvestigation = new("end-site-investigation");
    public static readonly CaseAction AddEvidence = new("add-evidence");
    public static readonly CaseAction WriteReport = new("write-report");
    public static readonly CaseAction OpenMediation = new("open-mediation");
    public static readonly CaseAction HoldSession = new("hold-session");
    public static readonly CaseAction ProposeSettlement = new("propose-settlement");
    public static readonly CaseAction Settle = new("settle");
    public static readonly CaseAction FailMediation = new("fail-mediation");
    public static readonly CaseAction Protect = new("protect");
    public static readonly CaseAction EndProtection = new("end-protection");
    public static readonly CaseAction ReportRetaliation = new("report-retaliation");
    public static readonly CaseAction Resume = new("resume");
    public static readonly CaseAction ExtendRights = new("extend-rights");
    public static readonly CaseAction Translate = new("translate");
    public static readonly CaseAction CheckTranslation = new("check-translation");
    public static readonly CaseAction RejectTranslation = new("reject-translation");
    public static readonly CaseAction Propose = new("propose");
    public static readonly CaseAction SendBack = new("send-back");
    public static readonly CaseAction Approve = new("approve");
    public static readonly CaseAction FileObjection = new("object");
    public static readonly CaseAction WithdrawObjection = new("withdraw-objection");
    public static readonly CaseAction TakeOnObjection = new("take-on-objection");
    public static readonly CaseAction ProposeObjection = new("propose-objection");
    public static readonly CaseAction SendBackObjection = new("send-back-objection");
    public static readonly CaseAction ApproveObjection = new("approve-objection");
    public static readonly CaseAction WriteRecommendation = new("write-recommendation");
    public static readonly CaseAction SendBackRecommendation = new("send-back-recommendation");
    public static readonly CaseAction Recommend = new("recommend");
    public static readonly CaseAction TellRespondent = new("tell-respondent");
    public static readonly CaseAction RecordMeasures = new("record-measures");
    public static readonly CaseAction CorrectMeasures = new("correct-measures");
    public static readonly CaseAction CheckMeasures = new("check-measures");
    public static readonly CaseAction DeclareInterest = new("declare-interest");
    public static readonly CaseAction LiftInterest = new("lift-interest");
    public static readonly CaseAction SetApart = new("set-apart");
    public static readonly CaseAction KeepAway = new("keep-away");
    public static readonly CaseAction ProposeBringBack = new("propose-bring-back");
    public static readonly CaseAction KeepApart = new("keep-apart");
    public static readonly CaseAction BringBack = new("bring-back");
    public static readonly CaseAction Link = new("link");
    public static readonly CaseAction Unlink = new("unlink");
    public static readonly CaseAction LookAtRepeats = new("look-at-repeats");
    public static readonly CaseAction NotTheSame = new("not-the-same");
    public static readonly CaseAction ProposeMerge = new("propose-merge");
    public static readonly CaseAction DeclineMerge = new("decline-merge");
    public static readonly CaseAction Merge = new("merge");
    public static readonly CaseAction TakeIn = new("take-in");
    public static readonly CaseAction ProposeUndoMerge = new("propose-undo-merge");
    public static readonly CaseAction KeepMerge = new("keep-merge");
    public static readonly CaseAction UndoMerge = new("undo-merge");
    public static readonly CaseAction GiveBack = new("give-back");
    public static readonly CaseAction PassOn = new("pass-on");
    public static readonly CaseAction CloseTip = new("close-tip");
    public static readonly CaseAction Close = new("close");
    public static readonly CaseAction Reply = new("reply");
    public static readonly CaseAction AnswerSupplement = new("answer-supplement");
    public static readonly CaseAction GiveName = new("give-name");
    public static readonly CaseAction Withdraw = new("withdraw");
    public static readonly CaseAction TellProgress = new("tell-progress");
    public static readonly CaseAction GiveHelperCode = new("give-helper-code");
    public static readonly CaseAction EndHelperCode = new("end-helper-code");
    public static readonly CaseAction RenewCode = new("renew-code");
    public static readonly CaseAction NameRepresentative = new("name-representative");
    public static readonly CaseAction TakeOffRepresentative = new("take-off-representative");

    /// <summary>The last day of the whole procedure has moved with the public holidays.</summary>
    public static readonly CaseAction RecountRights = new("recount-rights");

    public static readonly CaseAction PutOffObjection = new("put-off-objection");
    public static readonly CaseAction PutOffReply = new("put-off-reply");
    public static readonly CaseAction PutOffMeasures = new("put-off-measures");

    /// <summary>The day on which the office looks at measures again has moved with the public holidays.</summary>
    public static readonly CaseAction RecountCheck = new("recount-check");

    /// <summary>The deeds of the person that a colleague may record for them.</summary>
    public static readonly IReadOnlyList<CaseAction> ForThePerson = [Reply, AnswerSupplement, TakeMoreTime, GiveName, FileObjection, WithdrawObjection, Withdraw, ReportRetaliation];

    private static readonly CaseStatus[] Inquired = [UnderReview, Investigating, SiteInvestigation, Mediating];
    private static readonly CaseStatus[] LookedInto = [Investigating, SiteInvestigation];
    private static readonly CaseStatus[] Handled = [Tip, Submitted, .. Inquired, AwaitingSupplement, Proposed];
    private static readonly CaseStatus[] UnderObjection = [Objected, ObjectionReview, ObjectionProposed];
    private static readonly CaseStatus[] Alive = [.. Handled, Answered, .. UnderObjection, ObjectionAnswered];
    private static readonly CaseStatus[] WithName = [Submitted, .. Inquired, AwaitingSupplement, Proposed, Answered, .. UnderObjection, ObjectionAnswered];
    private static readonly CaseStatus[] Decided = [Answered, .. UnderObjection, ObjectionAnswered, Closed];
    private static readonly CaseStatus[] FollowedUp = [.. Inquired, AwaitingSupplement, Proposed, .. Decided, Withdrawn, Merged];
    private static readonly CaseStatus[] Recommending = [Answered, ObjectionReview, ObjectionProposed, ObjectionAnswered, Closed];
    private static readonly CaseAction[] Recommends = [WriteRecommendation, Recommend];
    private static readonly CaseAction[] NeedsCompetence = [Propose, OpenInvestigation, OpenMediation];
    private static readonly CaseAction[] NeedsRunningClock = [Propose, AskSupplement, BeginSiteInvestigation];
    private static readonly CaseStatus[] All = [.. Alive, Withdrawn, Closed, Merged];
    private static readonly CaseStatus[] Mergeable = [.. Inquired, Tip, Submitted, AwaitingSupplement];

    private static readonly CaseStatus[] Unmerged = [.. Alive, Withdrawn, Closed];

    private static readonly Channel[] Online = [Channel.Web];
    public static readonly IReadOnlyList<Channel> TakenDown = [Channel.Phone, Channel.Visit, Channel.Letter, Channel.Email, Channel.Referral];
    private static readonly Channel[] OfItself = [Channel.Own];

    public static readonly CaseKind Service = new(typeof(Grievance), Prefix,
    [
        //  begins as           when it came      brought by                                                 by article
        new(Tip,                Online,           Filer,                                                     "race:6"),
        new(Submitted,          Online,           Filer,                                                     "petitions:8"),
        new(Tip,                TakenDown,        CaseHandlers,                                              "race:6"),
        new(Submitted,          TakenDown,        CaseHandlers,                                              "petitions:8"),
        new(UnderReview,        OfItself,         Supervisor,                                                "rights-rule:investigation"),
    ],
    [
        //  from                action            to                  who                                    by article
        new(Tip,                TakeOn,           Tip,                CaseHandlers,                          "race:4"),
        new(Tip,                GiveName,         Submitted,          Filer | CaseHandlers,                  "petitions:8"),
        new(Tip,                CloseTip,         Closed,             CaseHandlers,                          "race:6", Needs.Handler),
        new(Submitted,          TakeOn,           UnderReview,        CaseHandlers,                          "petitions:9"),
        new(Tip,                OpenOwnMotion,    UnderReview,        Supervisor,                            "rights-rule:investigation"),
        .. Transition.Within([UnderReview, Investigating], CheckJurisdiction, CaseHandlers,                  "rights-rule:review", Needs.Handler),
        .. Transition.Within(Inquired, Refer,                         CaseHandlers,                          "petitions:16", Needs.Handler),
        .. Transition.Within([.. Inquired, AwaitingSupplement, Proposed, .. Decided], RecordReferralReply, CaseHandlers, "petitions:16"),
        .. Transition.Within([UnderReview, Investigating, Mediating], Pause, CaseHandlers,                   "petitions-decree:20", Needs.Handler),
        .. Transition.Within([UnderReview, Investigating, Mediating], EndPause, CaseHandlers,                "petitions-decree:20", Needs.Handler),
        new(UnderReview,        OpenInvestigation, Investigating,     CaseHandlers,                          "race:8", Needs.Handler),
        new(UnderReview,        ContinueInvestigation, Investigating, CaseHandlers,                          "race:8", Needs.Handler),
        .. Transition.Within(LookedInto, PlanInvestigation,           CaseHandlers,                          "race:8", Needs.Handler),
        .. Transition.Within(LookedInto, RecordStatement,             CaseHandlers,                          "rights-rule:investigation", Needs.Handler),
        .. Transition.Within(LookedInto, AskRespondent,               CaseHandlers,                          "rights-rule:investigation", Needs.Handler),
        .. Transition.Within([.. Inquired, AwaitingSupplement, Proposed], RecordRespondentReply, CaseHandlers, "rights-rule:investigation"),
        new(Investigating,      BeginSiteInvestigation, SiteInvestigation, CaseHandlers,                     "petitions-decree:17", Needs.Handler),
        .. Transition.Within([SiteInvestigation], RecordVisit,        CaseHandlers,                          "petitions-decree:17", Needs.Handler),
        new(SiteInvestigation,  EndSiteInvestigation, Investigating,  CaseHandlers,                          "petitions-decree:17", Needs.Handler),
        .. Transition.Within([.. Inquired, AwaitingSupplement, Proposed, ObjectionReview], AddEvidence, CaseHandlers, "rights-rule:investigation", Needs.Handler),
        .. Transition.Within(LookedInto, WriteReport,                 CaseHandlers,                          "rights-rule:investigation", Needs.Handler),
        .. Transition.FromAny([UnderReview, Investigating], OpenMediation, Mediating, CaseHandlers,          "race:8", Needs.Handler),
        .. Transition.Within([Mediating], HoldSession,                CaseHandlers,                          "race:8", Needs.Handler),
        .. Transition.Within([Mediating], ProposeSettlement,          CaseHandlers,                          "race:8", Needs.Handler),
        new(Mediating,          Settle,           UnderReview,        CaseHandlers,                          "race:8", Needs.Handler),
        new(Mediating,          FailMediation,    Investigating,      CaseHandlers,                          "race:8", Needs.Handler),
        .. Transition.Within(Unmerged, Protect,                       CaseHandlers,                          "race:8"),
        .. Transition.Within(Unmerged, EndProtection,                 CaseHandlers,                          "race:8"),
        .. Transition.Within(All, ReportRetaliation,                  Filer | Helper | CaseHandlers,         "race:8"),
        .. Transition.FromAny([UnderReview, Investigating], AskSupplement, AwaitingSupplement, CaseHandlers, "petitions:22", Needs.Handler),
        new(AwaitingSupplement, AnswerSupplement, UnderReview,        Filer | Helper | CaseHandlers,         "petitions:22"),
        .. Transition.Within([AwaitingSupplement], AskSupplementAgain, CaseHandlers,                         "petitions:22", Needs.Handler),
        .. Transition.Within([AwaitingSupplement], TakeMoreTime,      Filer | CaseHandlers,                  "petitions:22"),
        new(AwaitingSupplement, GoOnWithout,      UnderReview,        CaseHandlers,                          "petitions:22", Needs.Handler),
        new(AwaitingSupplement, TreatAsWithdrawn, Withdrawn,          CaseHandlers,                          "petitions:22", Needs.Handler),
        .. Transition.FromAny([UnderReview, Investigating], Propose, Proposed, CaseHandlers,                 "race:4", Needs.Handler),
        new(Proposed,           SendBack,         UnderReview,        Supervisor,                            "race:4", Needs.SecondPerson),
        new(Proposed,           Approve,          Answered,           Supervisor,                            "petitions:27", Needs.SecondPerson),
        new(Answered,           Close,            Closed,             CaseHandlers,                          "petitions:27"),
        new(Answered,           FileObjection,    Objected,           Filer | CaseHandlers,                  "rights-rule:objection"),
        new(Closed,             FileObjection,    Objected,           Filer | CaseHandlers,                  "rights-rule:objection"),
        new(Objected,           TakeOnObjection,  ObjectionReview,    CaseHandlers,                          "rights-rule:objection", Needs.Newcomer),
        new(ObjectionReview,    ProposeObjection, ObjectionProposed,  CaseHandlers,                          "rights-rule:objection", Needs.Handler | Needs.Newcomer),
        new(ObjectionProposed,  SendBackObjection, ObjectionReview,   Supervisor,                            "rights-rule:objection", Needs.SecondPerson | Needs.Newcomer),
        new(ObjectionProposed,  ApproveObjection, ObjectionAnswered,  Supervisor,                            "rights-rule:objection", Needs.SecondPerson | Needs.Newcomer),
        new(ObjectionAnswered,  Close,            Closed,             CaseHandlers,                          "petitions:27"),
        .. Transition.FromAny([Answered, ObjectionAnswered, Closed], Resume, UnderReview, CaseHandlers,      "rights-rule:suspension", Needs.Handler),
        .. Transition.FromAny(UnderObjection, WithdrawObjection, Answered, Filer | CaseHandlers,             "rights-rule:objection"),
        .. Transition.Within(Recommending, WriteRecommendation,       CaseHandlers,                          "race:8", Needs.Handler),
        .. Transition.Within(Recommending, SendBackRecommendation,    Supervisor,                            "race:8", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within(Recommending, Recommend,                 Supervisor,                            "race:8", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within([Answered, ObjectionAnswered, Closed], TellRespondent, CaseHandlers,            "rights-rule:notice", Needs.Handler),
        .. Transition.Within(FollowedUp, RecordMeasures,              CaseHandlers,                          "race:8"),
        .. Transition.Within(FollowedUp, CorrectMeasures,             CaseHandlers,                          "race:8"),
        .. Transition.Within(FollowedUp, CheckMeasures,               CaseHandlers,                          "race:8"),
        .. Transition.FromAny(Handled, Withdraw, Withdrawn,           Filer | CaseHandlers,                  "petitions:22"),
        .. Transition.Within([UnderReview, Investigating, Mediating, Proposed], Extend, CaseHandlers,        "petitions-decree:21", Needs.Handler),
        .. Transition.Within([SiteInvestigation], Extend,             CaseHandlers,                          "petitions-decree:17", Needs.Handler),
        .. Transition.Within([ObjectionReview, ObjectionProposed], Extend, CaseHandlers,                     "rights-rule:objection", Needs.Handler),
        .. Transition.Within([.. Inquired, Proposed], ExtendRights,   CaseHandlers,                          "rights-rule:investigation", Needs.Handler),
        .. Transition.Within([Submitted, .. Inquired, Proposed, .. UnderObjection], Recount, Portal,         "petitions:19"),
        .. Transition.Within([Submitted, .. Inquired, AwaitingSupplement, Proposed], RecountRights, Portal,  "civil:161"),
        .. Transition.Within([AwaitingSupplement], PutOffSupplement,  Portal,                                "civil:161"),
        .. Transition.Within([.. Inquired, AwaitingSupplement, Proposed], PutOffReply, Portal,               "civil:161"),
        .. Transition.Within([Answered, .. UnderObjection, Closed], PutOffObjection, Portal,                 "civil:161"),
        .. Transition.Within(FollowedUp, PutOffMeasures,              Portal,                                "civil:161"),
        .. Transition.Within(FollowedUp, RecountCheck,                Portal,                                "civil:161"),
        .. Transition.Within([Submitted, .. Inquired, AwaitingSupplement, Proposed, .. UnderObjection], LeaveOut, Portal, "petitions-decree:20"),
        .. Transition.Within([.. Handled.Where(status => status != Tip), .. UnderObjection], TellProgress, Portal, "petitions-decree:23"),
        .. Transition.Within([Tip, .. Inquired, AwaitingSupplement, Proposed], HandOver, CaseHandlers,       "race:4"),
        .. Transition.Within([ObjectionReview], HandOver, CaseHandlers,                                      "rights-rule:objection", Needs.Newcomer),
        .. Transition.Within([Answered, ObjectionAnswered, Closed], HandOver, CaseHandlers,                  "race:4"),
        .. Transition.Within(All, DeclareInterest,                    CaseHandlers,                          "rights-rule:recusal"),
        .. Transition.Within(All, LiftInterest,                       Supervisor | PrivacyOfficer,           "rights-rule:recusal"),
        .. Transition.Within(All, SetApart,                           CaseHandlers,                          "rights-rule:recusal"),
        .. Transition.Within(All, KeepAway,                           Portal,                                "rights-rule:recusal"),
        .. Transition.Within(Unmerged, ProposeBringBack,              CaseHandlers,                          "rights-rule:recusal"),
        .. Transition.Within(Unmerged, KeepApart,                     CaseHandlers,                          "rights-rule:recusal"),
        .. Transition.Within(Unmerged, BringBack,                     CaseHandlers,                          "rights-rule:recusal", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within(All, Link,                               CaseHandlers,                          "petitions:23"),
        .. Transition.Within(All, Unlink,                             CaseHandlers,                          "petitions:23"),
        .. Transition.Within(All, LookAtRepeats,                      Supervisor,                            "petitions:23"),
        .. Transition.Within(All, NotTheSame,                         CaseHandlers,                          "petitions:23"),
        .. Transition.Within(Handled, ProposeMerge,                   CaseHandlers,                          "petitions:23"),
        .. Transition.Within(All, DeclineMerge,                       CaseHandlers,                          "petitions:23"),
        .. Transition.FromAny(Mergeable, Merge, Merged,               CaseHandlers,                          "petitions:23", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within(Handled, TakeIn,                         CaseHandlers,                          "petitions:23"),
        .. Transition.Within([Merged], ProposeUndoMerge,              CaseHandlers,                          "petitions:23"),
        .. Transition.Within([Merged], KeepMerge,                     CaseHandlers,                          "petitions:23"),
        .. Mergeable.Select(before => new Transition(Merged, UndoMerge, before, CaseHandlers,                "petitions:23", Needs.SecondPerson | Needs.Beside)),
        .. Transition.Within(All, GiveBack,                           CaseHandlers,                          "petitions:23"),
        .. Transition.Within(All, PassOn,                             Portal,                                "race:4"),
        .. Transition.Within(Handled, Assign,                         Supervisor,                            "race:4"),
        .. Transition.Within([Objected, ObjectionReview], Assign,     Supervisor,                            "rights-rule:objection", Needs.Newcomer),
        .. Transition.Within(Handled, UndoAssignment,                 Supervisor,                            "race:4"),
        .. Transition.Within([Objected, ObjectionReview], UndoAssignment, Supervisor,                        "rights-rule:objection", Needs.Newcomer),
        .. Transition.Within([.. Alive, Merged], Write,            CaseHandlers,                          "race:4"),
        .. Transition.Within([.. Alive, Merged], Reply,            Filer | Helper | CaseHandlers,         "race:4"),
        .. Transition.Within([.. Alive, Merged], Translate,           CaseHandlers,                          "race:4"),
        .. Transition.Within([.. Alive, Merged], CheckTranslation,    CaseHandlers,                          "race:4"),
        .. Transition.Within([.. Alive, Merged], RejectTranslation,   CaseHandlers,                          "race:4"),
        .. Transition.Within(All, Note,                               CaseHandlers,                          "race:4"),
        .. Transition.Within(All, AddTask,                            CaseHandlers,                          "race:4"),
        .. Transition.Within(All, FinishTask,                         CaseHandlers,                          "race:4"),
        .. Transition.Within(All, ChooseNotices,                      Filer,                                 "race:4"),
        .. Transition.Within(WithName, RenewCode,                     CaseHandlers,                          "race:4"),
        .. Transition.Within(WithName, NameRepresentative,            Filer | CaseHandlers,                  "petitions:23"),
        .. Transition.Within(WithName, TakeOffRepresentative,         Filer | CaseHandlers,                  "petitions:23"),
        .. Transition.Within(Alive, GiveHelperCode,                   Filer,                                 "race:4"),
        .. Transition.Within(All, EndHelperCode,                      Filer,                                 "race:4"),
    ]);

    public override CaseKind Kind => Service;

    /// <summary>True while an objection is looked at; then its clock runs and not the petition's.</summary>
    public bool IsObjection => Array.IndexOf(UnderObjection, Status) >= 0;

    protected override Guid? FirstPersonOf(CaseAction action) =>
        action == Merge || action == UndoMerge ? MergeProposedById
        : action == BringBack ? ReturnProposedById
        : action == Recommend || action == SendBackRecommendation ? RecommendationById
        : Status == ObjectionProposed ? ObjectionProposedById : ProposedById;

    public override Refusal? WhyNot(CaseAction action, Actor actor)
    {
        var refusal = base.WhyNot(action, actor);
        return refusal is null && action == RenewCode && Channel == Channel.Web ? new("grievance.code-is-theirs")
            : refusal is { Code: "case.wrong-state" } && action == GiveName && IsOpen && IsAnonymous && OwnMotionAt is not null ? new("grievance.taken-up-already")
            // where nothing is recommended it does not matter who has the case; what was recommended before is followed up all the same
            : refusal is null or { Code: "case.not-yours" } && Array.IndexOf(Recommends, action) >= 0 && FinalOutcome != Recommendation.Outcome
                ? new("grievance.no-recommendation")
            : refusal is null or { Code: "case.not-yours" } && action == Resume && FinalOutcome != Suspended ? new("grievance.not-suspended")
            : refusal ?? WhyNotFair(action) ?? WhyNotReturn(action) ?? WhyNotInquire(action) ?? WhyNotRights(action) ?? WhyNotSupplement(action) ?? WhyNotMerge(action) ?? WhyNotWrite(action) ?? WhyNotSpeak(action) ?? WhyNotForNobody(action);
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
