using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using static MigrantServices.Core.Cases.CaseStatus;
using static MigrantServices.Core.People.Role;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>An application of a household for one or several programmes of the refugee ordinance. Who they are is sealed, and only those who need to know open it (Refugee Act, art. 17).</summary>
public sealed partial class SupportApplication : ServiceCase
{
    public const string Prefix = "RS";
    public const int CodeMaxLength = 60;
    public const int WordsMaxLength = 4000;

    public static readonly CaseAction File = new("file");
    public static readonly CaseAction TakeOn = new("take-on");
    public static readonly CaseAction HandOver = new("hand-over");
    public static readonly CaseAction OpenFileTo = new("open-file-to");
    public static readonly CaseAction CloseFileTo = new("close-file-to");
    public static readonly CaseAction Write = new("write");
    public static readonly CaseAction Reply = new("reply");
    public static readonly CaseAction Note = new("note");
    public static readonly CaseAction SeePapers = new("see-papers");
    public static readonly CaseAction RecordReadBack = new("record-read-back");
    public static readonly CaseAction RenewCode = new("renew-code");
    public static readonly CaseAction BookAppointment = new("book-appointment");
    public static readonly CaseAction CloseAppointment = new("close-appointment");
    public static readonly CaseAction RecordConflict = new("record-conflict");
    public static readonly CaseAction RateAppointment = new("rate-appointment");
    public static readonly CaseAction ExcludeInterpreter = new("exclude-interpreter");
    public static readonly CaseAction WritePlan = new("write-plan");
    public static readonly CaseAction ReportMilestone = new("report-milestone");
    public static readonly CaseAction AcceptMilestone = new("accept-milestone");
    public static readonly CaseAction SendBackMilestone = new("send-back-milestone");
    public static readonly CaseAction EndAward = new("end-award");
    public static readonly CaseAction RecordOutcome = new("record-outcome");
    public static readonly CaseAction SetGoal = new("set-goal");
    public static readonly CaseAction AgreeGoal = new("agree-goal");
    public static readonly CaseAction KeepAgreement = new("keep-agreement");
    public static readonly CaseAction CloseGoal = new("close-goal");
    public static readonly CaseAction AskSupplement = new("ask-supplement");
    public static readonly CaseAction AnswerSupplement = new("answer-supplement");
    public static readonly CaseAction GoOnWithout = new("go-on-without");

    /// <summary>What is proposed for one programme; all of them together go before a second person.</summary>
    public static readonly CaseAction PrepareLine = new("prepare-line");
    public static readonly CaseAction Propose = new("propose");
    public static readonly CaseAction SendBack = new("send-back");
    public static readonly CaseAction Approve = new("approve");
    public static readonly CaseAction FileObjection = new("object");
    public static readonly CaseAction TakeOnObjection = new("take-on-objection");
    public static readonly CaseAction ProposeObjection = new("propose-objection");
    public static readonly CaseAction SendBackObjection = new("send-back-objection");
    public static readonly CaseAction ApproveObjection = new("approve-objection");
    public static readonly CaseAction WithdrawLine = new("withdraw-line");
    public static readonly CaseAction Withdraw = new("withdraw");

    private static readonly CaseStatus[] Deciding = [Submitted, UnderReview, AwaitingSupplement, Proposed];
    private static readonly CaseStatus[] Worked = [UnderReview, AwaitingSupplement, Proposed, Answered, ObjectionReview, ObjectionProposed, ObjectionAnswered];
    private static readonly CaseStatus[] All = [.. Deciding, Answered, Objected, ObjectionReview, ObjectionProposed, ObjectionAnswered, Withdrawn];
    private static readonly CaseStatus[] Granted = [Answered, Objected, ObjectionReview, ObjectionProposed, ObjectionAnswered];
    private static readonly CaseStatus[] Counting = [Submitted, UnderReview, Proposed, Objected, ObjectionReview, ObjectionProposed];

    private static readonly Channel[] Online = [Channel.Web];
    private static readonly Channel[] TakenDown = [Channel.Phone, Channel.Visit, Channel.Letter, Channel.Referral];

    public static readonly CaseKind Service = new(typeof(SupportApplication), Prefix,
    [
        //  begins as           when it came      brought by                     by article
        new(Submitted,          Online,           Filer,                         "refugee:7"),
        new(Submitted,          TakenDown,        CaseHandlers,                  "refugee:7"),
    ],
    [
        //  from                action            to                  who                                    by article
        new(Submitted,          TakeOn,           UnderReview,        CaseHandlers,                          "refugee:7"),
        .. Transition.Within([UnderReview, AwaitingSupplement, ObjectionReview], SeePapers, CaseHandlers,    "refugee:7", Needs.Handler),
        .. Transition.Within(Worked, RecordReadBack,                  CaseHandlers,                          "refugee-act:8", Needs.Handler),
        new(UnderReview,        AskSupplement,    AwaitingSupplement, CaseHandlers,                          "petitions:22", Needs.Handler),
        new(AwaitingSupplement, AnswerSupplement, UnderReview,        Filer,                                 "petitions:22"),
        new(AwaitingSupplement, GoOnWithout,      UnderReview,        CaseHandlers,                          "petitions:22", Needs.Handler),
        .. Transition.Within([UnderReview], PrepareLine,              CaseHandlers,                          "refugee:7", Needs.Handler),
        new(UnderReview,        Propose,          Proposed,           CaseHandlers,                          "refugee:7", Needs.Handler),
        new(Proposed,           SendBack,         UnderReview,        Supervisor,                            "refugee:7", Needs.SecondPerson),
        new(Proposed,           Approve,          Answered,           Supervisor,                            "petitions:27", Needs.SecondPerson),
        new(Answered,           FileObjection,    Objected,           Filer,                                 "refugee:7"),
        new(Objected,           TakeOnObjection,  ObjectionReview,    CaseHandlers,                          "refugee:7", Needs.Newcomer),
        .. Transition.Within([ObjectionReview], PrepareLine,          CaseHandlers,                          "refugee:7", Needs.Handler | Needs.Newcomer),
        new(ObjectionReview,    ProposeObjection, ObjectionProposed,  CaseHandlers,                          "refugee:7", Needs.Handler | Needs.Newcomer),
        new(ObjectionProposed,  SendBackObjection, ObjectionReview,   Supervisor,                            "refugee:7", Needs.SecondPerson | Needs.Newcomer),
        new(ObjectionProposed,  ApproveObjection, ObjectionAnswered,  Supervisor,                            "petitions:27", Needs.SecondPerson | Needs.Newcomer),
        .. Transition.Within([Submitted, UnderReview, AwaitingSupplement], WithdrawLine, Filer,              "petitions:22"),
        .. Transition.FromAny(Deciding, Withdraw, Withdrawn,          Filer,                                 "petitions:22"),
        .. Transition.Within([UnderReview, Proposed, ObjectionReview, ObjectionProposed], Extend, CaseHandlers, "petitions-decree:21", Needs.Handler),
        .. Transition.Within(Counting, Recount,                       Portal,                                "petitions:19"),
        .. Transition.Within([AwaitingSupplement], PutOffSupplement,  Portal,                                "civil:161"),
        .. Transition.Within([.. Counting, AwaitingSupplement], LeaveOut, Portal,                            "petitions-decree:20"),
        .. Transition.Within([UnderReview, AwaitingSupplement, Proposed, ObjectionReview, ObjectionProposed], HandOver, CaseHandlers, "refugee:7"),
        .. Transition.Within(All, OpenFileTo,                         CaseHandlers,                          "refugee-act:17"),
        .. Transition.Within(All, CloseFileTo,                        CaseHandlers,                          "refugee-act:17"),
        .. Transition.Within(Worked, Write,                           CaseHandlers,                          "refugee:7"),
        .. Transition.Within([.. Deciding, Answered, Objected, ObjectionReview, ObjectionProposed, ObjectionAnswered], Reply, Filer, "refugee:7"),
        .. Transition.Within([Submitted, .. Worked, Objected], RenewCode, CaseHandlers,                      "refugee:7"),
        .. Transition.Within(Worked, BookAppointment,                 CaseHandlers,                          "refugee:7"),
        .. Transition.Within([.. Worked, Objected], CloseAppointment, CaseHandlers,                          "refugee:7"),
        .. Transition.Within([.. Worked, Objected], RecordConflict,   CaseHandlers,                          "refugee:7"),
        .. Transition.Within([.. Worked, Objected], RateAppointment,  CaseHandlers | Filer,                  "refugee:7"),
        .. Transition.Within([.. Worked, Objected], ExcludeInterpreter, Filer,                               "refugee:7"),
        .. Transition.Within([UnderReview, ObjectionReview], WritePlan, CaseHandlers,                        "refugee:7", Needs.Handler),
        .. Transition.Within(Granted, ReportMilestone,                CaseHandlers,                          "refugee:7"),
        .. Transition.Within(Granted, AcceptMilestone,                CaseHandlers,                          "refugee:7"),
        .. Transition.Within(Granted, SendBackMilestone,              CaseHandlers,                          "refugee:7"),
        .. Transition.Within(Granted, EndAward,                       CaseHandlers,                          "refugee:7"),
        .. Transition.Within(Granted, RecordOutcome,                  CaseHandlers,                          "refugee:7"),
        .. Transition.Within(Worked, SetGoal,                         CaseHandlers,                          "refugee:7"),
        .. Transition.Within([.. Worked, Objected], AgreeGoal,        Filer,                                 "refugee:7"),
        .. Transition.Within([.. Worked, Objected], KeepAgreement,    CaseHandlers,                          "refugee:7"),
        .. Transition.Within([.. Worked, Objected], CloseGoal,        CaseHandlers,                          "refugee:7"),
        .. Transition.Within(All, Note,                               CaseHandlers,                          "refugee:7"),
        .. Transition.Within(All, ChooseNotices,                      Filer,                                 "refugee:7"),
    ])
    {
        IsNeedToKnow = true,
    };

    public override CaseKind Kind => Service;

    /// <summary>One for each programme that was asked for.</summary>
    public List<SupportLine> Lines { get; } = [];

    public List<HouseholdPerson> Household { get; } = [];

    public List<GivenPaper> Papers { get; } = [];

    public override Refusal? WhyNot(CaseAction action, Actor actor) => base.WhyNot(action, actor) ?? WhyNotOpen(action, actor) ?? WhyNotDecide(action);

    public void TakeOnBy(Actor handler, DateTimeOffset now)
    {
        Take(TakeOn, handler, now);
        (HandlerId, HandedAt) = (handler.UserId, null);
    }

    public void HandOverBy(Actor handler, Guid colleagueId, DateTimeOffset now)
    {
        Refuse(WhyNot(HandOver, handler) ?? (IsObjection && (colleagueId == ProposedById || colleagueId == ApprovedById) ? new("case.needs-a-newcomer") : null));
        Take(HandOver, handler, now, colleagueId);
        (HandlerId, HandedAt) = (colleagueId, now);
    }

    public void WriteBy(Actor handler, CaseMessage message, DateTimeOffset now)
    {
        Take(Write, handler, now);
        Messages.Add(message);
    }

    /// <summary>The household lost its code; the letter tells them that there is a new one.</summary>
    public void RenewCodeBy(Actor handler, CaseMessage letter, DateTimeOffset now)
    {
        Take(RenewCode, handler, now);
        Messages.Add(letter);
    }

    /// <summary>Something was done about an appointment, which is kept beside the case.</summary>
    public void MeetBy(Actor actor, CaseAction deed, DateTimeOffset now) => Take(deed, actor, now);

    /// <summary>Something was done about what follows a grant, which is kept beside the case.</summary>
    public void FollowBy(Actor actor, CaseAction deed, DateTimeOffset now) => Take(deed, actor, now);

    /// <summary>An award ends before its last day, as two people agreed; the letter says why and what can be done.</summary>
    public void EndAwardBy(Actor another, CaseMessage letter, DateTimeOffset now)
    {
        Take(EndAward, another, now);
        Messages.Add(letter);
    }

    public void NoteBy(Actor handler, DateTimeOffset now) => Take(Note, handler, now);

    public void ReplyBy(Actor person, CaseMessage message, DateTimeOffset now)
    {
        Take(Reply, person, now);
        Messages.Add(message);
        HasUnread = true;
    }

    /// <summary>It was read back to the person in their language, and they agreed.</summary>
    /// <exception cref="RefusedException"><c>application.read-back-in-future</c>.</exception>
    public ReadBack RecordReadBackBy(Actor handler, ReadBack readBack, DateTimeOffset now)
    {
        Refuse(WhyNot(RecordReadBack, handler) ?? (readBack.On > Calendar.Seoul.DateOf(now) ? new("application.read-back-in-future") : null));
        Take(RecordReadBack, handler, now);
        return readBack;
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
