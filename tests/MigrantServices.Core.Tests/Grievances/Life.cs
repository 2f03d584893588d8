using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Grievances in any status, and the people around them.</summary>
internal static class Life
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    public static readonly Actor Kim = Colleague(Role.Caseworker);
    public static readonly Actor Lee = Colleague(Role.Supervisor);
    public static readonly Actor Park = Colleague(Role.Supervisor);

    /// <summary>Who had no part in the answer.</summary>
    public static readonly Actor Choi = Colleague(Role.Caseworker);

    public static readonly CaseClock Clock = OpenClock();
    public static readonly CaseClock Window = Clocks().Of("objection-window.DG", Noon);
    public static readonly CaseClock ObjectionClock = Clocks().Of(Grievance.ObjectionPeriod, Noon);

    public static readonly CaseClock SiteClock = Clocks().Of(Grievance.SitePeriod, Noon);
    public static readonly CaseClock RightsClock = Clocks().Of(Grievance.RightsPeriod, Noon);
    public static readonly GrievanceClocks AllClocks = new(Clocks(), new NoonTime());

    /// <summary>The outcome with which recommendations are made.</summary>
    public static readonly Outcome Recommended = new("recommendation", "recommendation.practice");

    public static readonly Outcome Suspended = new("suspended", "suspended.untraceable");

    private static readonly Outcome Rejected = new("rejected", "rejected.not-proven");

    private static readonly SealedText Words = new([1, 2, 3]);

    public static Actor Colleague(Role role, params string[] municipalities) =>
        new(Guid.CreateVersion7(), role.ToString(), [new(role, null, municipalities.Length == 0 ? null : municipalities)]);

    public static Actor FilerOf(Grievance grievance) => Actor.Filer(grievance.Id, Guid.CreateVersion7());

    public static Actor HelperOf(Grievance grievance) => Actor.Helper(grievance.Id, Guid.CreateVersion7());

    /// <summary>A grievance led to a status by Kim, with Lee as second person.</summary>
    /// <param name="before">A deed that Kim does once competence is checked.</param>
    public static Grievance In(CaseStatus status, Channel channel = Channel.Web, Outcome? outcome = null, CaseAction? before = null)
    {
        var grievance = New(named: status != CaseStatus.Tip, channel);
        switch (status)
        {
            case CaseStatus.Tip:
                grievance.TakeOnBy(Kim, Noon);
                break;
            case CaseStatus.Submitted:
                break;
            case CaseStatus.Withdrawn:
                grievance.WithdrawBy(FilerOf(grievance), Noon);
                break;
            default:
                Lead(grievance, status, outcome ?? Rejected, before);
                break;
        }

        return grievance;
    }

    public static CaseMessage Message(Grievance grievance, Actor author) => new()
    {
        CaseId = grievance.Id,
        SentAt = Noon,
        FromOffice = author.UserId is not null,
        AuthorId = author.UserId,
        CodeId = author.CodeId,
        Purpose = MessagePurpose.Message,
        Language = "ko",
        Body = Words,
    };

    public static CasePerson Person(Grievance grievance) => new() { CaseId = grievance.Id, Part = PersonPart.Filer, Name = Words };

    /// <summary>A recommendation sent on a day; on the day of everything else when none is given.</summary>
    public static Recommendation Recommendation(Grievance grievance, DateOnly? sentOn = null, MeasuresPeriod period = MeasuresPeriod.Centre)
    {
        var day = sentOn ?? Today;
        return new()
        {
            CaseId = grievance.Id,
            Text = Words,
            Addressee = Words,
            AddresseeKind = "landlord",
            AddresseeSector = RespondentSector.Private,
            Article = "race:8",
            SentOn = day,
            Period = period,
            DueOn = Procedure().MeasuresClock(grievance, period).DueOn(Seoul.StartOf(day), [])!.Value,
            SentById = Kim.UserId!.Value,
        };
    }

    public static JurisdictionCheck Checked(Grievance grievance, Competence finding = Competence.Ours, DateOnly? last = null) => new()
    {
        CaseId = grievance.Id,
        Finding = finding,
        RespondentKind = "landlord",
        RespondentSector = RespondentSector.Private,
        LastHappenedOn = last,
        OtherRelief = OtherRelief.None,
        Words = Words,
        CheckedById = Kim.UserId!.Value,
        CheckedAt = Noon,
    };

    /// <summary>A record of the inquiry of the day of everything, with an answer due a week later where one is asked for.</summary>
    public static InquiryRecord Kept(Grievance grievance, CaseAction deed, DateOnly? on = null, DateOnly? dueOn = null, string? code = null) => new()
    {
        CaseId = grievance.Id,
        Deed = deed.Code,
        On = on ?? Today,
        Code = code ?? (deed == Grievance.RecordStatement ? InquiryRecord.Respondent : null),
        Words = Words,
        DueOn = dueOn ?? (RecordShape.All[deed.Code].HasDueDay ? Today.AddDays(7) : null),
        MadeById = Kim.UserId!.Value,
        MadeAt = Noon,
    };

    public static Referral Referred(Grievance grievance, DateOnly? consentOn = null) => new()
    {
        CaseId = grievance.Id,
        Body = "national-commission",
        Sent = ["facts"],
        Letter = Words,
        ConsentOn = consentOn ?? Today,
        ConsentWay = ConsentWay.Phone,
        SentAt = Noon,
        SentById = Kim.UserId!.Value,
    };

    /// <summary>A translation of the account by a colleague, of the original's version 1.</summary>
    public static Translation Translated(Grievance grievance, Actor? by = null, TextKind text = TextKind.Account) => new()
    {
        CaseId = grievance.Id,
        Text = text,
        TextId = grievance.Id,
        From = "vi",
        To = "ko",
        Number = 1,
        Words = Words,
        Kind = TranslationKind.Human,
        AddedById = by?.UserId ?? Guid.CreateVersion7(),
        AddedAt = Noon,
        OriginalVersion = [1],
    };

    public static RespondentReply Replied(DateOnly? on = null) => new(on ?? Today, Words);

    public static ReferralAnswer TheirAnswer(DateOnly? on = null) => new(ReferralReply.Accepted, on ?? Today, Words);

    public static Measures Measures(DateOnly? on = null, MeasuresReply reply = MeasuresReply.Accepted) => new(reply, on ?? Today, Words);

    /// <summary>A recommendation of which an answer was kept.</summary>
    public static Recommendation Answered(Grievance grievance)
    {
        var sent = Recommendation(grievance);
        In(CaseStatus.Answered, outcome: Recommended).RecordMeasuresBy(Kim, sent, Measures(), Noon);
        return sent;
    }

    public static MeasuresCorrection Replaced() => new()
    {
        RecommendationId = Guid.CreateVersion7(),
        Reply = MeasuresReply.Accepted,
        RepliedOn = Today,
        Reasons = Words,
        RecordedById = Kim.UserId!.Value,
        Why = Words,
        CorrectedById = Kim.UserId!.Value,
        CorrectedAt = Noon,
    };

    public static MeasuresCheck Check(DateOnly? on = null, MeasuresFound found = MeasuresFound.Done) => new()
    {
        RecommendationId = Guid.CreateVersion7(),
        CheckedOn = on ?? Today,
        Found = found,
        Words = Words,
        CheckedById = Kim.UserId!.Value,
    };

    public static CaseTask Task(Grievance grievance) => new()
    {
        CaseId = grievance.Id,
        Text = Words,
        DueOn = Today,
        ForId = Kim.UserId!.Value,
        SetById = Kim.UserId!.Value,
        SetAt = Noon,
    };

    public static DateOnly Today => Seoul.DateOf(Noon);

    /// <summary>Does any deed of the table.</summary>
    public static void Do(Grievance grievance, CaseAction action, Actor actor)
    {
        var deeds = new Dictionary<CaseAction, Action>
        {
            [Grievance.TakeOn] = () => grievance.TakeOnBy(actor, Noon),
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
            [Grievance.TakeOnObjection] = () => grievance.TakeOnObjectionBy(actor, Noon),
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
            [Grievance.EndHelperCode] = () => grievance.EndHelperCodeBy(actor, Noon),
        };
        if (RecordShape.All.ContainsKey(action.Code))
        {
            grievance.KeepBy(actor, Kept(grievance, action), Clock, Noon);
            return;
        }

        deeds[action]();
    }

    public static InterestDeclaration Declared(Grievance grievance, Actor colleague) => new()
    {
        CaseId = grievance.Id,
        ColleagueId = colleague.UserId!.Value,
        Reason = "family",
        Words = Words,
        DeclaredAt = Noon,
    };

    public static CaseLink Linked(Grievance grievance) => new()
    {
        CaseId = grievance.Id,
        OtherId = Guid.CreateVersion7(),
        Kind = LinkKind.Joint,
        LinkedById = Guid.CreateVersion7(),
        LinkedAt = Noon,
    };

    /// <summary>Somebody whose only cases are those about the office itself.</summary>
    public static Actor Inspector(Role role) => new(Guid.CreateVersion7(), "Inspector", [new(role, null, null) { ForSetApart = true }]);

    /// <summary>A petition that came some days before or after everything else.</summary>
    public static Grievance Received(int days)
    {
        var grievance = Unbegun(named: true, Channel.Web, receivedAt: Noon.AddDays(days));
        grievance.FileBy(FilerOf(grievance), Clock, Noon);
        return grievance;
    }

    public static Grievance New(bool named, Channel channel = Channel.Web)
    {
        var grievance = Unbegun(named, channel);
        grievance.FileBy(channel == Channel.Web ? FilerOf(grievance) : Kim, Clock, Noon);
        return grievance;
    }

    /// <summary>A grievance in Suwon as it is before it is filed.</summary>
    public static Grievance Unbegun(bool named, Channel channel = Channel.Web, DateOnly? happenedOn = null, DateTimeOffset? receivedAt = null)
    {
        var grievance = new Grievance
        {
            Reference = "DG-2026-00001-00001",
            Language = "vi",
            Channel = channel,
            ReceivedAt = receivedAt ?? Noon,
            Municipality = "41110",
            Teller = Teller.Myself,
            Account = Words,
            HappenedOn = happenedOn,
            HappenedPrecision = happenedOn is null ? DatePrecision.Unknown : DatePrecision.Day,
            StillHappening = false,
            Grounds = ["race"],
            Sectors = ["employment"],
            Forms = [],
            RespondentSector = RespondentSector.Private,
            ContactWay = ContactWay.PortalOnly,
            WantsInterpreter = false,
        };
        if (named)
        {
            grievance.People.Add(Person(grievance));
        }

        return grievance;
    }

    private static void Lead(Grievance grievance, CaseStatus status, Outcome outcome, CaseAction? before)
    {
        grievance.TakeOnBy(Kim, Noon);
        Do(grievance, Grievance.CheckJurisdiction, Kim);
        if (before is not null)
        {
            Do(grievance, before, Kim);
        }

        if (outcome == Recommended)
        {
            Do(grievance, Grievance.OpenInvestigation, Kim);
            Do(grievance, Grievance.RecordStatement, Kim);
        }

        if (status == CaseStatus.AwaitingSupplement)
        {
            Do(grievance, Grievance.AskSupplement, Kim);
        }

        CaseAction[] decided = [Grievance.Propose, Grievance.Approve];
        CaseAction[] way = status switch
        {
            CaseStatus.Merged => [Grievance.ProposeMerge, Grievance.Merge],
            CaseStatus.Investigating => [Grievance.OpenInvestigation],
            CaseStatus.SiteInvestigation => [Grievance.OpenInvestigation, Grievance.BeginSiteInvestigation],
            CaseStatus.Mediating => [Grievance.OpenMediation],
            CaseStatus.Proposed => [Grievance.Propose],
            CaseStatus.Answered => decided,
            CaseStatus.Closed => [.. decided, Grievance.Close],
            CaseStatus.Objected => [.. decided, Grievance.FileObjection],
            CaseStatus.ObjectionReview => [.. decided, Grievance.FileObjection, Grievance.TakeOnObjection],
            CaseStatus.ObjectionProposed => [.. decided, Grievance.FileObjection, Grievance.TakeOnObjection, Grievance.ProposeObjection],
            CaseStatus.ObjectionAnswered => [.. decided, Grievance.FileObjection, Grievance.TakeOnObjection, Grievance.ProposeObjection, Grievance.ApproveObjection],
            _ => [],
        };
        foreach (var step in way)
        {
            if (step == Grievance.Propose)
            {
                grievance.ProposeBy(Kim, outcome, Words, null, Noon);
                continue;
            }

            Do(grievance, step, step switch
            {
                _ when step == Grievance.Approve || step == Grievance.Merge => Lee,
                _ when step == Grievance.FileObjection => FilerOf(grievance),
                _ when step == Grievance.TakeOnObjection || step == Grievance.ProposeObjection => Choi,
                _ when step == Grievance.ApproveObjection => Park,
                _ => Kim,
            });
        }
    }

    /// <summary>The clock of a grievance by this calendar, or by the one that the portal is delivered with.</summary>
    public static CaseClock OpenClock(WorkingCalendar? calendar = null)
    {
        return Clocks(calendar).For(Grievance.Prefix, Noon);
    }

    private static Procedure Procedure()
    {
        var book = new ReferenceBook();
        book.Fill(ReferenceSeed.Shipped());
        return new(book, Clocks());
    }

    private static Clocks Clocks(WorkingCalendar? calendar = null)
    {
        var book = new ReferenceBook();
        book.Fill(ReferenceSeed.Shipped());
        return new(book, calendar ?? new WorkingCalendar());
    }

    private sealed class NoonTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
