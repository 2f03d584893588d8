using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
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

    public static readonly CaseClock Clock = OpenClock();

    private static readonly SealedText Words = new([1, 2, 3]);

    public static Actor Colleague(Role role, params string[] municipalities) =>
        new(Guid.CreateVersion7(), role.ToString(), [new(role, null, municipalities.Length == 0 ? null : municipalities)]);

    public static Actor FilerOf(Grievance grievance) => Actor.Filer(grievance.Id, Guid.CreateVersion7());

    public static Actor HelperOf(Grievance grievance) => Actor.Helper(grievance.Id, Guid.CreateVersion7());

    /// <summary>A grievance led to a status by Kim, with Lee as second person.</summary>
    public static Grievance In(CaseStatus status, Channel channel = Channel.Web)
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
                Lead(grievance, status);
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

    /// <summary>Does any deed of the table.</summary>
    public static void Do(Grievance grievance, CaseAction action, Actor actor)
    {
        var deeds = new Dictionary<CaseAction, Action>
        {
            [Grievance.TakeOn] = () => grievance.TakeOnBy(actor, Noon),
            [Grievance.HandOver] = () => grievance.HandOverBy(actor, Guid.CreateVersion7(), Noon),
            [Grievance.Write] = () => grievance.WriteBy(actor, Message(grievance, actor), Noon),
            [Grievance.Note] = () => grievance.NoteBy(actor, Noon),
            [Grievance.AskSupplement] = () => grievance.AskSupplementBy(actor, Message(grievance, actor), Noon),
            [Grievance.GoOnWithout] = () => grievance.GoOnWithoutBy(actor, Clock, Noon),
            [Grievance.Propose] = () => grievance.ProposeBy(actor, Words, null, Noon),
            [Grievance.SendBack] = () => grievance.SendBackBy(actor, Noon),
            [Grievance.Approve] = () => grievance.ApproveBy(actor, Noon),
            [Grievance.CloseTip] = () => grievance.CloseTipBy(actor, Noon),
            [Grievance.Close] = () => grievance.CloseBy(actor, Noon),
            [Grievance.Reply] = () => grievance.ReplyBy(actor, Message(grievance, actor), Noon),
            [Grievance.AnswerSupplement] = () => grievance.AnswerSupplementBy(actor, Message(grievance, actor), Clock, Noon),
            [Grievance.GiveName] = () => grievance.GiveNameBy(actor, Person(grievance), Clock, Noon),
            [Grievance.RenewCode] = () => grievance.RenewCodeBy(actor, Noon),
            [Grievance.Withdraw] = () => grievance.WithdrawBy(actor, Noon),
            [Grievance.GiveHelperCode] = () => grievance.GiveHelperCodeBy(actor, Noon),
            [Grievance.EndHelperCode] = () => grievance.EndHelperCodeBy(actor, Noon),
        };
        deeds[action]();
    }

    public static Grievance New(bool named, Channel channel = Channel.Web)
    {
        var grievance = Unbegun(named, channel);
        grievance.FileBy(channel == Channel.Web ? FilerOf(grievance) : Kim, Clock, Noon);
        return grievance;
    }

    /// <summary>A grievance in Suwon as it is before it is filed.</summary>
    public static Grievance Unbegun(bool named, Channel channel = Channel.Web)
    {
        var grievance = new Grievance
        {
            Reference = "DG-2026-00001-00001",
            Language = "vi",
            Channel = channel,
            ReceivedAt = Noon,
            Municipality = "41110",
            Teller = Teller.Myself,
            Account = Words,
            HappenedPrecision = DatePrecision.Unknown,
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

    private static void Lead(Grievance grievance, CaseStatus status)
    {
        grievance.TakeOnBy(Kim, Noon);
        if (status == CaseStatus.AwaitingSupplement)
        {
            Do(grievance, Grievance.AskSupplement, Kim);
        }

        CaseAction[] way = status switch
        {
            CaseStatus.Proposed => [Grievance.Propose],
            CaseStatus.Answered => [Grievance.Propose, Grievance.Approve],
            CaseStatus.Closed => [Grievance.Propose, Grievance.Approve, Grievance.Close],
            _ => [],
        };
        foreach (var step in way)
        {
            Do(grievance, step, step == Grievance.Approve ? Lee : Kim);
        }
    }

    private static CaseClock OpenClock()
    {
        var book = new ReferenceBook();
        book.Fill(ReferenceSeed.Shipped());
        return new Clocks(book, new HolidayCalendar(HolidayRules.Delivered, HolidayRules.DeliveredAdditions)).For(Grievance.Prefix, Noon);
    }
}
