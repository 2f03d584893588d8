using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Grievances in any status, and the people around them.</summary>
internal static partial class Life
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
                grievance.TakeOnBy(Kim, affirms: true, Noon);
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

    public static DateOnly Today => Seoul.DateOf(Noon);

    /// <summary>Somebody whose only cases are those about the office itself.</summary>
    public static Actor Inspector(Role role) => new(Guid.CreateVersion7(), "Inspector", [new(role, null, null) { ForSetApart = true }]);

    /// <summary>A petition that came some days before or after everything else.</summary>
    public static Grievance Received(int days, DateTimeOffset? from = null)
    {
        var grievance = Unbegun(named: true, Channel.Web, receivedAt: (from ?? Noon).AddDays(days));
        grievance.FileBy(FilerOf(grievance), Clock, Noon);
        return grievance;
    }

    public static Grievance New(bool named, Channel channel = Channel.Web, DateTimeOffset? at = null)
    {
        var grievance = Unbegun(named, channel, receivedAt: at);
        grievance.FileBy(channel == Channel.Web ? FilerOf(grievance) : Kim, Clock, at ?? Noon);
        return grievance;
    }

    /// <summary>A grievance in Suwon as it is before it is filed.</summary>
    public static Grievance Unbegun(bool named, Channel channel = Channel.Web, DateOnly? happenedOn = null, DateTimeOffset? receivedAt = null, Teller teller = Teller.Myself)
    {
        var grievance = new Grievance
        {
            Reference = "DG-2026-00001-00001",
            Language = "vi",
            Channel = channel,
            ReceivedAt = receivedAt ?? Noon,
            Municipality = "41110",
            Teller = teller,
            Account = Words,
            AccountLanguage = "vi",
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
        grievance.TakeOnBy(Kim, affirms: true, Noon);
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

    public static Clocks Clocks(WorkingCalendar? calendar = null)
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
