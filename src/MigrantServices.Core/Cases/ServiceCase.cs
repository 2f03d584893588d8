using MigrantServices.Core.Notices;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>What every service's case has: a reference, a place in its life, a clock, a handler and a history.</summary>
public abstract partial class ServiceCase
{
    public const int ReferenceMaxLength = 20;
    public const int LanguageMaxLength = 20;
    public const int MostClosedTo = 60;

    /// <summary>The public holidays have changed, and with them the due day.</summary>
    public static readonly CaseAction Recount = new("recount");

    /// <summary>The person's last day for what is missing has become a rest day.</summary>
    public static readonly CaseAction PutOffSupplement = new("put-off-supplement");

    /// <summary>The office takes more time, for a lawful reason and with a letter.</summary>
    public static readonly CaseAction Extend = new("extend");

    /// <summary>The person asks to be told by mail that the office wrote, or not any more.</summary>
    public static readonly CaseAction ChooseNotices = new("choose-notices");

    public static readonly CaseAction AddTask = new("add-task");
    public static readonly CaseAction FinishTask = new("finish-task");

    /// <summary>The information system had failed; those days do not count.</summary>
    public static readonly CaseAction LeaveOut = new("leave-out");

    private string? _municipality;
    private string _language = "";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Reference { get; init; }

    public CaseStatus Status { get; protected set; }

    /// <summary>The five-digit code; null when the place is unknown or online.</summary>
    public string? Municipality
    {
        get => _municipality;
        init => _municipality = value;
    }

    /// <summary>The entrusted centre whose case it is; null for one of the office's own. Those of the city see it all the same.</summary>
    public string? Centre { get; private set; }

    /// <summary>The language in which the person wants to be answered.</summary>
    public required string Language
    {
        get => _language;
        init => _language = value;
    }

    public required Channel Channel { get; init; }

    /// <summary>When it reached the office.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>From when its clock counts: receipt, or the day on which a tip became a petition.</summary>
    public DateTimeOffset ClockFrom { get; private set; }

    /// <summary>The day by which the office answers; null while no clock runs. One that had passed before the clock was stopped stays.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The very moment, where the period runs by the hour; null where it runs by the day.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The due day before it was last moved by something other than a pause; null when it never was.</summary>
    public DateOnly? DueMovedFrom { get; private set; }

    /// <summary>The deed that moved it.</summary>
    public string? DueMovedBy { get; private set; }

    /// <summary>Working days that extensions have added to the period.</summary>
    public int ExtendedBy { get; private set; }

    /// <summary>How often the running period was extended.</summary>
    public int Extensions { get; private set; }

    /// <summary>Of how many steps of its progress the person was told by letter.</summary>
    public int ProgressTold { get; protected set; }

    /// <summary>Since when the clock stands still; null while it runs.</summary>
    public DateOnly? PausedOn { get; protected set; }

    /// <summary>The last day that the person was given for what is missing; null when nothing is.</summary>
    public DateOnly? SupplementUntil { get; private set; }

    /// <summary>That day before it became a rest day; null when it never did.</summary>
    public DateOnly? SupplementMovedFrom { get; private set; }

    public Guid? HandlerId { get; protected set; }

    /// <summary>When it was handed to the colleague who has it; null once they have opened it or taken it on themselves.</summary>
    public DateTimeOffset? HandedAt { get; protected set; }

    /// <summary>Who did the step that a second person must confirm.</summary>
    public Guid? ProposedById { get; protected set; }

    public Guid? ApprovedById { get; protected set; }

    /// <summary>The draft it was sent from. Unique, so that sending twice files once.</summary>
    public Guid? SentFrom { get; init; }

    /// <summary>Keyed marks of the words in it, so that sealed text can be searched.</summary>
    public long[] SearchTokens { get; protected set; } = [];

    /// <summary>Colleagues for whom this case is not there: those who declared an interest in it, and those whom it is about with their line.</summary>
    public Guid[] ClosedTo { get; private set; } = [];

    /// <summary>Colleagues to whom the file was opened beside its handler, where a service opens files to those who need to know only.</summary>
    public Guid[] OpenTo { get; private set; } = [];

    /// <summary>About the office itself: only colleagues with the right for such cases see it.</summary>
    public bool IsSetApart { get; protected set; }

    /// <summary>Counts up with every change; two people cannot change the same state.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>True when the person wrote something that nobody in the office has opened.</summary>
    public bool HasUnread { get; protected set; }

    /// <summary>What was added to the history since the case was loaded; the whole history is read by query.</summary>
    public List<CaseEvent> Events { get; } = [];

    public List<CasePause> Pauses { get; } = [];

    public List<CasePerson> People { get; } = [];

    public List<CaseMessage> Messages { get; } = [];

    /// <summary>Where to and when the person wants a mail; null when they want none.</summary>
    public NoticeWish? NoticeWish { get; internal set; }

    public abstract CaseKind Kind { get; }

    public bool IsOpen => CaseKind.IsOpen(Status);

    /// <summary>Why this person may not do this now; null when they may.</summary>
    public virtual Refusal? WhyNot(CaseAction action, Actor actor)
    {
        if (Kind.Line(Status, action) is not { } line)
        {
            return new("case.wrong-state");
        }

        if ((RolesFor(action, actor) & line.Who) == Role.None)
        {
            return new("case.wrong-role");
        }

        if (line.Needs.HasFlag(Needs.Handler) && HandlerId != actor.UserId)
        {
            return new("case.not-yours");
        }

        if (action == Extend && ExtensionsSoFar >= MostExtensions)
        {
            return new(MostExtensions == 1 ? "case.extended-once" : "case.extended-twice");
        }

        // a day that stands still is neither moved nor reckoned
        if ((action == Extend || action == Recount) && PausedOn is not null)
        {
            return new("case.paused-already");
        }

        if (line.Needs.HasFlag(Needs.Newcomer) && actor.UserId is { } colleague && HadPart(colleague))
        {
            return new("case.needs-a-newcomer");
        }

        return line.Needs.HasFlag(Needs.SecondPerson) && FirstPersonOf(action) == actor.UserId
            ? new("case.needs-a-second-person")
            : null;
    }

    /// <summary>Who did the step that this deed confirms.</summary>
    protected virtual Guid? FirstPersonOf(CaseAction action) => ProposedById;

    public bool May(CaseAction action, Actor actor) => WhyNot(action, actor) is null;

    /// <summary>The roles of this person on this very case; a code counts only on its own.</summary>
    public Role RolesOf(Actor actor) =>
        actor.CodeId is not null ? (actor.CaseId == Id ? actor.Roles : Role.None)
        : actor.UserId is { } colleague && IsClosedTo(colleague) ? Role.None
        : actor.IsColleague && actor.HandlesSetApart(Kind.Prefix) != IsSetApart ? actor.RolesOn(Kind.Prefix, Municipality) & ~Role.CaseHandlers
        : actor.RolesOn(Kind.Prefix, Municipality) & ~(Centre is not null && actor.CentresOf(Kind.Prefix).Contains(Centre, StringComparer.Ordinal) ? Role.None : Role.CentreWorker);

    /// <summary>The roles that count for one deed; a case that is offered to another city may be taken over from there.</summary>
    protected virtual Role RolesFor(CaseAction action, Actor actor) => RolesOf(actor);

    /// <summary>From now on the case belongs to another city or county, and to no centre of the old one.</summary>
    protected void MoveTo(string municipality) => (_municipality, Centre) = (municipality, null);

    /// <summary>A case that begins at the counter of a centre is that centre's.</summary>
    public void BelongTo(string? centre) => Centre = Events.Count == 0 ? centre : throw new InvalidOperationException("A case that has begun stays whose it is.");

    /// <summary>Somebody else is answered from now on, in their language.</summary>
    protected void AnswerIn(string language) => _language = language;

    public bool IsClosedTo(Guid? colleague) => colleague is { } id && ClosedTo.Contains(id);

    /// <summary>From now on the case is not there for this colleague, and not theirs.</summary>
    protected void CloseTo(Guid colleague)
    {
        ClosedTo = [.. ClosedTo.Append(colleague).Distinct()];
        HandlerId = HandlerId == colleague ? null : HandlerId;
    }

    protected void Open(Guid colleague) => OpenTo = [.. OpenTo.Append(colleague).Distinct()];

    protected void Shut(Guid colleague) => OpenTo = [.. OpenTo.Where(id => id != colleague)];

    protected void OpenAgainTo(Guid colleague) => ClosedTo = [.. ClosedTo.Where(id => id != colleague)];

    /// <summary>The period whose clock runs, and the moment whose laws it follows: a case keeps the procedure that it began under.</summary>
    public virtual (string Period, DateTimeOffset LaidDownAt) RunningClock => (Clocks.Petition + Kind.Prefix, ClockFrom);

    /// <summary>How often the running clock was extended.</summary>
    public virtual int ExtensionsSoFar => Extensions;

    /// <summary>How often the running clock may be extended.</summary>
    public virtual int MostExtensions => CaseExtension.Most;

    /// <summary>Somebody in the office has before them what the person wrote.</summary>
    public void SeenByOffice() => HasUnread = false;

    /// <summary>The first change: guard first, then the status, then the first line of history.</summary>
    protected void Begin(CaseAction action, CaseStatus status, Actor actor, DateTimeOffset now)
    {
        // a code begins its own case and no other
        var refusal = RolesOf(actor) == Role.None && actor.CodeId is not null
            ? new Refusal("case.wrong-role")
            : Kind.WhyNotBegin(status, Channel, Municipality, actor);
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        var line = Kind.BeginningAs(status, Channel)!;
        Status = status;
        Record(new Transition(status, action, status, line.Who, line.Article), actor, now);
    }

    /// <summary>Every change goes through here: guard first, then the table's new status, then a line of history.</summary>
    /// <param name="to">Where a deed leads that can lead to several statuses.</param>
    protected Transition Take(CaseAction action, Actor actor, DateTimeOffset now, Guid? colleagueId = null, string? detail = null, CaseStatus? to = null)
    {
        if (WhyNot(action, actor) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var line = to is { } status ? Kind.Line(Status, action, status) ?? throw new RefusedException(new("case.wrong-state")) : Kind.Line(Status, action)!;
        Status = line.To;
        if (!IsOpen)
        {
            EndClock();
            PausedOn = null;
        }

        if (Status == CaseStatus.Withdrawn)
        {
            NoticeWish = null;
        }

        Record(line, actor, now, colleagueId, detail);
        Remember(line, actor, colleagueId);
        return line;
    }

    private void Record(Transition line, Actor actor, DateTimeOffset now, Guid? colleagueId = null, string? detail = null)
    {
        Revision++;
        ChangedAt = now;
        Events.Add(new()
        {
            CaseId = Id,
            At = now,
            Action = line.Action.Code,
            From = line.From,
            To = line.To,
            By = (RolesFor(line.Action, actor) & line.Who).Each().FirstOrDefault(),
            UserId = actor.UserId,
            Article = line.Article,
            ColleagueId = colleagueId,
            Detail = detail,
        });
    }
}
