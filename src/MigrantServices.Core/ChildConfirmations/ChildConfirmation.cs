using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using static MigrantServices.Core.Cases.CaseStatus;
using static MigrantServices.Core.People.Role;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>The confirmation of a child who was born in Korea to foreign parents and whose birth nobody registered. Who the child is stands in the identity vault and nowhere here.</summary>
public sealed partial class ChildConfirmation : ServiceCase
{
    public const string Prefix = "CC";
    public const int InitialsMaxLength = 12;
    public const int ReasonsMaxLength = 8000;
    public const int CodeMaxLength = 40;

    public static readonly CaseAction File = new("file");
    public static readonly CaseAction JoinCity = new("join-city");
    public static readonly CaseAction TakeOn = new("take-on");
    public static readonly CaseAction HandOver = new("hand-over");
    public static readonly CaseAction Write = new("write");
    public static readonly CaseAction Reply = new("reply");
    public static readonly CaseAction Note = new("note");
    public static readonly CaseAction AskSupplement = new("ask-supplement");
    public static readonly CaseAction AnswerSupplement = new("answer-supplement");
    public static readonly CaseAction GoOnWithout = new("go-on-without");
    public static readonly CaseAction RecordConsent = new("record-consent");
    public static readonly CaseAction SeeConsent = new("see-consent");
    public static readonly CaseAction AddProof = new("add-proof");

    /// <summary>A piece of evidence that was recorded by mistake counts no more.</summary>
    public static readonly CaseAction StrikeProof = new("strike-proof");
    public static readonly CaseAction RecordHomeVisit = new("record-home-visit");
    public static readonly CaseAction FindFact = new("find-fact");
    public static readonly CaseAction CorrectIdentity = new("correct-identity");
    public static readonly CaseAction CorrectParent = new("correct-parent");
    public static readonly CaseAction AddParent = new("add-parent");
    public static readonly CaseAction UnlinkParent = new("unlink-parent");
    public static readonly CaseAction RaiseAlarm = new("raise-alarm");
    public static readonly CaseAction EndAlarm = new("end-alarm");
    public static readonly CaseAction ProposeConfirmation = new("propose-confirmation");
    public static readonly CaseAction ProposeRefusal = new("propose-refusal");
    public static readonly CaseAction SendBack = new("send-back");
    public static readonly CaseAction ApproveConfirmation = new("approve-confirmation");
    public static readonly CaseAction ApproveRefusal = new("approve-refusal");
    public static readonly CaseAction Issue = new("issue");
    public static readonly CaseAction ReportLost = new("report-lost");
    public static readonly CaseAction AskReissue = new("ask-reissue");
    public static readonly CaseAction DeclineReissue = new("decline-reissue");
    public static readonly CaseAction ProposeReissue = new("propose-reissue");
    public static readonly CaseAction SendBackReissue = new("send-back-reissue");
    public static readonly CaseAction ApproveReissue = new("approve-reissue");
    public static readonly CaseAction RecordReturn = new("record-return");
    public static readonly CaseAction ReportOldLost = new("report-old-lost");
    public static readonly CaseAction ProposeRevocation = new("propose-revocation");
    public static readonly CaseAction SendBackRevocation = new("send-back-revocation");
    public static readonly CaseAction ApproveRevocation = new("approve-revocation");
    public static readonly CaseAction PutPhotograph = new("put-photograph");
    public static readonly CaseAction HandOutPapers = new("hand-out-papers");
    public static readonly CaseAction RecordCheck = new("record-check");
    public static readonly CaseAction TellComingOfAge = new("tell-coming-of-age");
    public static readonly CaseAction AgeOut = new("age-out");
    public static readonly CaseAction OfferTransfer = new("offer-transfer");
    public static readonly CaseAction TakeBackTransfer = new("take-back-transfer");
    public static readonly CaseAction AcceptTransfer = new("accept-transfer");
    public static readonly CaseAction DeclineTransfer = new("decline-transfer");
    public static readonly CaseAction TakeParentIn = new("take-parent-in");
    public static readonly CaseAction Withdraw = new("withdraw");
    public static readonly CaseAction RecordServiceConsent = new("record-service-consent");
    public static readonly CaseAction WithdrawServiceConsent = new("withdraw-service-consent");
    public static readonly CaseAction PrepareReferral = new("prepare-referral");
    public static readonly CaseAction SendReferral = new("send-referral");
    public static readonly CaseAction RecallReferral = new("recall-referral");
    public static readonly CaseAction AnswerReferral = new("answer-referral");
    public static readonly CaseAction TellReceiver = new("tell-receiver");
    public static readonly CaseAction ProposeChildcare = new("propose-childcare");
    public static readonly CaseAction ApproveChildcare = new("approve-childcare");
    public static readonly CaseAction DeclineChildcare = new("decline-childcare");
    public static readonly CaseAction RecordChildcareMonth = new("record-childcare-month");
    public static readonly CaseAction StopChildcare = new("stop-childcare");
    public static readonly CaseAction ProposeMonthVoid = new("propose-month-void");
    public static readonly CaseAction ApproveMonthVoid = new("approve-month-void");
    public static readonly CaseAction DeclineMonthVoid = new("decline-month-void");
    public static readonly CaseAction RecordFormerMonth = new("record-former-month");
    public static readonly CaseAction ShowChild = new("show-child");
    public static readonly CaseAction AskDestruction = new("ask-destruction");
    public static readonly CaseAction DeclineDestruction = new("decline-destruction");
    public static readonly CaseAction DestroyIdentity = new("destroy-identity");

    /// <summary>The same for one parent who was taken out of the file; the child and the others stay.</summary>
    public static readonly CaseAction AskParentDestruction = new("ask-parent-destruction");
    public static readonly CaseAction DeclineParentDestruction = new("decline-parent-destruction");
    public static readonly CaseAction DestroyParent = new("destroy-parent");

    /// <summary>Keeps who the child is from being destroyed, until somebody lifts it.</summary>
    public static readonly CaseAction HoldIdentity = new("hold-identity");
    public static readonly CaseAction LiftHold = new("lift-hold");

    /// <summary>Who told of the child tells more. It is open in every state, so that it tells nothing of any.</summary>
    public static readonly CaseAction AddToRequest = new("add-to-request");
    public static readonly CaseAction RenewCode = new("renew-code");

    /// <summary>Says whether another case is of the same child.</summary>
    public static readonly CaseAction JudgePair = new("judge-pair");

    private static readonly CaseStatus[] Worked = [Submitted, UnderReview, AwaitingSupplement, Proposed, ToIssue];
    // where a city pays for daycare and issues no cards, the help does not wait for a decision
    private static readonly CaseStatus[] Undecided = [UnderReview, AwaitingSupplement, Proposed];
    private static readonly CaseStatus[] WithPapers = [Confirmed, ReissueAsked, ReissueProposed, RevocationProposed];
    private static readonly CaseStatus[] Alive = [Waiting, .. Worked, .. WithPapers];
    private static readonly CaseStatus[] Counting = [Submitted, UnderReview, Proposed, ToIssue, ReissueAsked, ReissueProposed];
    private static readonly CaseStatus[] Over = [Refused, Withdrawn, Revoked, AgedOut];
    private static readonly CaseStatus[] Served = [UnderReview, AwaitingSupplement, Proposed, ToIssue, .. WithPapers];
    private static readonly CaseStatus[] All = [.. Alive, Refused, Revoked, AgedOut, Withdrawn];

    private static readonly Channel[] Online = [Channel.Web];
    public static readonly IReadOnlyList<Channel> TakenDown = [Channel.Phone, Channel.Visit, Channel.Letter, Channel.Referral];

    public static readonly CaseKind Service = new(typeof(ChildConfirmation), Prefix,
    [
        //  begins as           when it came      brought by                                                 by article
        new(Submitted,          Online,           Filer | Requester,                                         "child:5"),
        new(Waiting,            Online,           Filer | Requester,                                         "child:5"),
        new(Submitted,          TakenDown,        AllHandlers,                                               "child:5"),
        new(Waiting,            TakenDown,        AllHandlers,                                               "child:5"),
    ],
    [
        //  from                action            to                  who                                    by article
        new(Waiting,            JoinCity,         Submitted,          Portal,                                "child:5"),
        .. Transition.Within([Submitted, UnderReview], JoinCity,      Portal,                                "child:5"),
        new(Waiting,            TakeOn,           UnderReview,        AllHandlers,                           "child:5"),
        new(Submitted,          TakeOn,           UnderReview,        AllHandlers,                           "child:6"),
        .. Transition.Within([Submitted, UnderReview, AwaitingSupplement], RecordConsent, AllHandlers,       "child:6"),
        .. Transition.Within([Submitted, UnderReview, AwaitingSupplement], SeeConsent, AllHandlers,          "child:6"),
        .. Transition.Within([UnderReview, AwaitingSupplement, ReissueAsked], AddProof, AllHandlers,         "child:6", Needs.Handler),
        .. Transition.Within([UnderReview, AwaitingSupplement], StrikeProof, AllHandlers,                    "child:6", Needs.Handler),
        .. Transition.Within([UnderReview, AwaitingSupplement], RecordHomeVisit, AllHandlers,                "child:6", Needs.Handler),
        .. Transition.Within([UnderReview, ReissueAsked], FindFact,   AllHandlers,                           "child:3", Needs.Handler),
        .. Transition.Within([UnderReview, AwaitingSupplement, ReissueAsked], CorrectIdentity, AllHandlers, "child:10", Needs.Handler),
        .. Transition.Within([UnderReview, AwaitingSupplement, ReissueAsked], CorrectParent, AllHandlers,   "child:10", Needs.Handler),
        .. Transition.Within([UnderReview, AwaitingSupplement, ReissueAsked], AddParent, AllHandlers,       "child:10", Needs.Handler),
        .. Transition.Within(All, UnlinkParent,                       Supervisor,                            "child:8"),
        .. Transition.Within(All, RaiseAlarm,                         AllHandlers,                           "child-welfare:22"),
        .. Transition.Within(All, EndAlarm,                           AllHandlers,                           "child-welfare:22"),
        .. Transition.Within([Waiting, Submitted, UnderReview, AwaitingSupplement, ReissueAsked], PutPhotograph, Filer | AllHandlers, "child:7"),
        new(UnderReview,        AskSupplement,    AwaitingSupplement, AllHandlers,                           "petitions:22", Needs.Handler),
        new(AwaitingSupplement, AnswerSupplement, UnderReview,        Filer,                                 "petitions:22"),
        new(AwaitingSupplement, GoOnWithout,      UnderReview,        AllHandlers,                           "petitions:22", Needs.Handler),
        .. Transition.FromAny([UnderReview], ProposeConfirmation, Proposed, AllHandlers,                     "child:7", Needs.Handler),
        .. Transition.FromAny([UnderReview], ProposeRefusal, Proposed, AllHandlers,                          "child:7", Needs.Handler),
        new(Proposed,           SendBack,         UnderReview,        Supervisor,                            "child:7", Needs.SecondPerson),
        new(Proposed,           ApproveConfirmation, ToIssue,         Supervisor,                            "child:7", Needs.SecondPerson),
        new(Proposed,           ApproveRefusal,   Refused,            Supervisor,                            "child:7", Needs.SecondPerson),
        new(ToIssue,            SendBack,         UnderReview,        Supervisor,                            "child:7", Needs.SecondPerson),
        new(ToIssue,            Issue,            Confirmed,          CaseHandlers,                          "child:7", Needs.Newcomer),
        .. Transition.Within([.. WithPapers, ToIssue], ReportLost,    Filer | AllHandlers,                   "child:10"),
        .. Transition.Within(WithPapers, HandOutPapers,               AllHandlers,                           "child:7"),
        .. Transition.Within(WithPapers, RecordCheck,                 AllHandlers,                           "child:10", Needs.Handler),
        new(Confirmed,          AskReissue,       ReissueAsked,       Filer | AllHandlers,                   "child:10"),
        new(ReissueAsked,       DeclineReissue,   Confirmed,          AllHandlers,                           "child:10", Needs.Handler),
        new(ReissueAsked,       TakeOn,           ReissueAsked,       AllHandlers,                           "child:10"),
        new(ReissueAsked,       ProposeReissue,   ReissueProposed,    AllHandlers,                           "child:10", Needs.Handler),
        new(ReissueProposed,    SendBackReissue,  ReissueAsked,       Supervisor,                            "child:10", Needs.SecondPerson),
        new(ToIssue,            SendBackReissue,  ReissueAsked,       Supervisor,                            "child:10", Needs.SecondPerson),
        new(ReissueProposed,    ApproveReissue,   ToIssue,            Supervisor,                            "child:10", Needs.SecondPerson),
        .. Transition.Within([.. WithPapers, ToIssue, Revoked, AgedOut], RecordReturn, AllHandlers,          "child:10"),
        .. Transition.Within([.. WithPapers, ToIssue, Revoked, AgedOut], ReportOldLost, Filer | AllHandlers, "child:10"),
        new(Confirmed,          ProposeRevocation, RevocationProposed, CaseHandlers,                         "child:10"),
        new(RevocationProposed, SendBackRevocation, Confirmed,        Supervisor,                            "child:10", Needs.SecondPerson),
        new(RevocationProposed, ApproveRevocation, Revoked,           Supervisor,                            "child:10", Needs.SecondPerson),
        .. Transition.Within(WithPapers, TellComingOfAge,             Portal,                                "child:3"),
        .. Transition.FromAny([.. WithPapers, ToIssue], AgeOut, AgedOut, Portal,                             "child:3"),
        .. Transition.Within([Waiting, Submitted, UnderReview, AwaitingSupplement, Confirmed, ReissueAsked], OfferTransfer, CaseHandlers, "child:11"),
        .. Transition.Within([Waiting, Submitted, UnderReview, AwaitingSupplement, Confirmed, ReissueAsked], TakeBackTransfer, CaseHandlers, "child:11"),
        .. Transition.Within([Waiting, Submitted, UnderReview, AwaitingSupplement, Confirmed, ReissueAsked], AcceptTransfer, CaseHandlers, "child:11"),
        .. Transition.Within([Waiting, Submitted, UnderReview, AwaitingSupplement, Confirmed, ReissueAsked], DeclineTransfer, CaseHandlers, "child:11"),
        .. Transition.Within(Served, RecordServiceConsent,            CaseHandlers,                          "child:9", Needs.Handler),
        .. Transition.Within(All, WithdrawServiceConsent,             Filer | CaseHandlers,                  "child:9"),
        .. Transition.Within(Served, PrepareReferral,                 CaseHandlers,                          "child:9", Needs.Handler),
        .. Transition.Within(Served, SendReferral,                    CaseHandlers,                          "child:9", Needs.Handler),
        .. Transition.Within(All, RecallReferral,                     CaseHandlers,                          "child:9"),
        .. Transition.Within(All, AnswerReferral,                     Receiver,                              "child:9"),
        .. Transition.Within(All, TellReceiver,                       CaseHandlers | Portal,                 "child:9"),
        .. Transition.Within([UnderReview, ToIssue, .. WithPapers], ProposeChildcare, CaseHandlers,                       "child:9", Needs.Handler),
        .. Transition.Within([.. Undecided, ToIssue, .. WithPapers], ApproveChildcare, Supervisor,                         "child:9", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within([.. Undecided, ToIssue, .. WithPapers], DeclineChildcare, Supervisor,                         "child:9", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within([.. Undecided, ToIssue, .. WithPapers, Revoked, AgedOut], RecordChildcareMonth, CaseHandlers, "child:9", Needs.Handler),
        .. Transition.Within([ToIssue, .. WithPapers, Revoked, AgedOut], RecordFormerMonth, CaseHandlers,    "child:9"),
        .. Transition.Within([.. Undecided, ToIssue, .. WithPapers, Revoked, AgedOut], ProposeMonthVoid, CaseHandlers,     "child:9", Needs.Handler),
        .. Transition.Within([.. Undecided, ToIssue, .. WithPapers, Revoked, AgedOut], ApproveMonthVoid, Supervisor,       "child:9", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within([.. Undecided, ToIssue, .. WithPapers, Revoked, AgedOut], DeclineMonthVoid, Supervisor,       "child:9", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within(All, StopChildcare,                      CaseHandlers | Portal,                 "child:9"),
        .. Transition.Within([ToIssue, .. WithPapers], ShowChild,     Filer,                                 "child:9"),
        .. Transition.Within(Over, AskDestruction,                    CaseHandlers,                          "pipa:21"),
        .. Transition.Within(Over, DeclineDestruction,                Supervisor,                            "pipa:21", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within(Over, DestroyIdentity,                   Supervisor,                            "pipa:21", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within(All, AskParentDestruction,               CaseHandlers,                          "pipa:21"),
        .. Transition.Within(All, DeclineParentDestruction,           Supervisor,                            "pipa:21", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within(All, DestroyParent,                      Supervisor,                            "pipa:21", Needs.SecondPerson | Needs.Beside),
        .. Transition.Within(All, HoldIdentity,                       CaseHandlers,                          "pipa:21"),
        .. Transition.Within(All, LiftHold,                           Supervisor,                            "pipa:21"),
        .. Transition.Within([.. Alive, Refused], TakeParentIn,       AllHandlers,                           "child:5"),
        .. Transition.FromAny([Waiting, .. Worked], Withdraw, Withdrawn, Filer,                              "petitions:22"),
        .. Transition.Within([UnderReview, Proposed, ReissueAsked, ReissueProposed], Extend, AllHandlers,    "child:7", Needs.Handler),
        .. Transition.Within(Counting, Recount,                       Portal,                                "petitions:19"),
        .. Transition.Within([AwaitingSupplement], PutOffSupplement,  Portal,                                "civil:161"),
        .. Transition.Within([.. Counting, AwaitingSupplement], LeaveOut, Portal,                            "petitions-decree:20"),
        .. Transition.Within([Waiting, UnderReview, AwaitingSupplement, Proposed, .. WithPapers, ToIssue], HandOver, AllHandlers, "child:6"),
        .. Transition.Within(Alive, Assign,                           Supervisor,                            "child:6"),
        .. Transition.Within(Alive, UndoAssignment,                   Supervisor,                            "child:6"),
        .. Transition.Within([.. Alive, Refused], Write,              AllHandlers,                           "child:6"),
        .. Transition.Within([.. Alive, Refused], Reply,              Filer,                                 "child:6"),
        .. Transition.Within(All, AddToRequest,                       Requester,                             "child:5"),
        .. Transition.Within(All, JudgePair,                          AllHandlers,                           "child:6"),
        .. Transition.Within(All, Note,                               AllHandlers,                           "child:6"),
        .. Transition.Within(All, AddTask,                            AllHandlers,                           "child:6"),
        .. Transition.Within(All, FinishTask,                         AllHandlers,                           "child:6"),
        .. Transition.Within(All, ChooseNotices,                      Filer,                                 "child:6"),
        .. Transition.Within([.. Alive, Refused], RenewCode,          AllHandlers,                           "child:6"),
    ]);

    public override CaseKind Kind => Service;

    /// <summary>By which of the three ways it reached the office (child ordinance, art. 5).</summary>
    public required WayIn Way { get; init; }

    /// <summary>The random number by which the identity vault knows the child.</summary>
    public required Guid ChildId { get; init; }

    /// <summary>Why whoever learned who the child is need not tell immigration, as a code of the list of grounds, with the first day of the entry that held.</summary>
    public required string Ground { get; init; }

    public required DateOnly GroundSince { get; init; }

    /// <summary>The first letters of the child's names: all that a screen shows of who it is.</summary>
    public required string Initials { get; set; }

    /// <summary>The year of birth, from which a screen tells the age; null while nobody knows it.</summary>
    public required int? BornYear { get; set; }

    /// <summary>For a request: what the person who made it is to the child, as a code.</summary>
    public string? RequesterIs { get; init; }

    /// <summary>For a request: why whoever made it need not tell immigration themselves, as a code, with the first day of the entry that held; null for whoever has no such duty.</summary>
    public string? RequesterGround { get; init; }

    public DateOnly? RequesterGroundSince { get; init; }

    public override Refusal? WhyNot(CaseAction action, Actor actor) =>
        base.WhyNot(action, actor) ?? WhyNotFiling(action) ?? WhyNotDecide(action) ?? WhyNotPaper(action) ?? WhyNotTransfer(action, actor) ?? WhyNotDestroy(action);

    protected override Role RolesFor(CaseAction action, Actor actor) =>
        action == RecordFormerMonth && _payingCity is { } paying ? actor.RolesOn(Prefix, paying)
        : TransferTo is { } city && (action == AcceptTransfer || action == DeclineTransfer) ? actor.RolesOn(Prefix, city) : RolesOf(actor);

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
