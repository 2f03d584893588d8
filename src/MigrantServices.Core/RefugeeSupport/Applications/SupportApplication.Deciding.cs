using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <content>What is proposed for each programme, the decision by two people, and the objection, which others decide.</content>
public sealed partial class SupportApplication
{
    /// <summary>When it was decided; null until then.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public bool? DecidedInTime { get; private set; }

    /// <summary>The last day on which the person may object; null while nothing is decided.</summary>
    public DateOnly? ObjectionUntil { get; private set; }

    /// <summary>When the objection came that is looked at now.</summary>
    public DateTimeOffset? ObjectedAt { get; private set; }

    public Guid? ObjectionProposedById { get; private set; }

    public Guid? ObjectionApprovedById { get; private set; }

    public bool IsObjection => Status is CaseStatus.Objected or CaseStatus.ObjectionReview or CaseStatus.ObjectionProposed or CaseStatus.ObjectionAnswered;

    /// <summary>The lines on which something is to be decided now: on an objection those that were refused, or granted in part.</summary>
    public IEnumerable<SupportLine> OpenLines => Lines.Where(line => line.State is LineState.Asked or LineState.Prepared).OrderBy(line => line.Position);

    /// <summary>Puts down what is proposed for one programme. What the rules say has been weighed before, by the line itself.</summary>
    /// <exception cref="RefusedException"><c>application.no-such-line</c>, and what <see cref="SupportLine.WhyNotPrepare"/> says.</exception>
    public void PrepareLineBy(Actor handler, Guid lineId, LineProposal proposal, DateTimeOffset now)
    {
        var line = Lines.Find(l => l.Id == lineId);
        Refuse(WhyNot(PrepareLine, handler)
            ?? (line is null || !line.MayBePrepared(IsObjection) ? new("application.no-such-line") : SupportLine.WhyNotPrepare(proposal)));
        Take(PrepareLine, handler, now, detail: line!.Programme);
        line.Prepare(proposal);
    }

    /// <summary>Puts everything before a second person, to whom the file opens for that.</summary>
    /// <exception cref="RefusedException"><c>application.lines-open</c>.</exception>
    public FileReader? ProposeBy(Actor handler, Guid secondPersonId, DateTimeOffset now)
    {
        Take(IsObjection ? ProposeObjection : Propose, handler, now, secondPersonId);
        if (IsObjection)
        {
            ObjectionProposedById = handler.UserId;
        }
        else
        {
            (ProposedById, ApprovedById) = (handler.UserId, null);
        }

        if (IsOpenTo(secondPersonId))
        {
            return null;
        }

        Open(secondPersonId);
        return new() { CaseId = Id, ColleagueId = secondPersonId, Because = ReaderBecause.SecondPerson, AddedById = handler.UserId!.Value, AddedAt = now };
    }

    public void SendBackBy(Actor supervisor, DateTimeOffset now)
    {
        Take(IsObjection ? SendBackObjection : SendBack, supervisor, now);
        if (IsObjection)
        {
            ObjectionProposedById = null;
        }
        else
        {
            ProposedById = null;
        }
    }

    /// <summary>What was proposed takes effect, and the person has it by the letter.</summary>
    /// <param name="before">What was granted before an objection, by its line.</param>
    /// <returns>A fact for each programme that is granted; money, vouchers and places follow from it.</returns>
    public IReadOnlyList<GrantedLine> ApproveBy(Actor supervisor, CaseMessage letter, DateOnly objectionUntil, IReadOnlyDictionary<Guid, GrantedLine> before, DateTimeOffset now)
    {
        var due = DueOn;
        var proposer = IsObjection ? ObjectionProposedById : ProposedById;
        Take(IsObjection ? ApproveObjection : Approve, supervisor, now);
        Messages.Add(letter);
        if (IsObjection)
        {
            ObjectionApprovedById = supervisor.UserId;
        }
        else
        {
            (ApprovedById, DecidedAt, DecidedInTime, ObjectionUntil) = (supervisor.UserId, now, due is { } last ? Seoul.DateOf(now) <= last : null, objectionUntil);
        }

        return [.. Lines.Where(line => line.State == LineState.Prepared).OrderBy(line => line.Position).Select(line => line.Decide(this, proposer!.Value, supervisor.UserId!.Value, before.GetValueOrDefault(line.Id), now)).OfType<GrantedLine>()];
    }

    /// <summary>The person does not agree; somebody who had no part in the decision looks at it again.</summary>
    /// <exception cref="RefusedException"><c>application.objection-late</c>.</exception>
    public void ObjectBy(Actor person, CaseMessage objection, CaseClock clock, DateTimeOffset now)
    {
        Refuse(WhyNot(FileObjection, person) ?? (Seoul.DateOf(now) > ObjectionUntil ? new("application.objection-late", ObjectionUntil!.Value) : null));
        Take(FileObjection, person, now);
        Messages.Add(objection);
        (HasUnread, HandlerId, HandedAt, ObjectedAt) = (true, null, null, now);
        StartClock(now);
        Reckon(clock);
        foreach (var line in Lines)
        {
            line.LookAtAgain();
        }
    }

    public void TakeOnObjectionBy(Actor handler, DateTimeOffset now)
    {
        Take(TakeOnObjection, handler, now);
        (HandlerId, HandedAt) = (handler.UserId, null);
    }

    protected override Guid? FirstPersonOf(CaseAction action) => IsObjection ? ObjectionProposedById : ProposedById;

    private Refusal? WhyNotDecide(CaseAction action) =>
        (action == Propose || action == ProposeObjection) && Lines.Exists(line => line.State == LineState.Asked) ? new("application.lines-open")
        : action == FileObjection && !Lines.Exists(line => line.MayBeObjectedTo) ? new Refusal("application.nothing-to-object")
        : null;
}
