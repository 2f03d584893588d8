using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>Days that move because a last day has become a rest day, or is none any more (Civil Act, art. 161).</content>
public sealed partial class Grievance
{
    /// <summary>The last day for an objection before it became a rest day; null when it never did.</summary>
    public DateOnly? ObjectionMovedFrom { get; private set; }

    /// <summary>The last day of the whole procedure before the public holidays moved it; null when they never did.</summary>
    public DateOnly? RightsRecountedFrom { get; private set; }

    /// <summary>The day to which they moved it.</summary>
    public DateOnly? RightsRecountedTo { get; private set; }

    /// <summary>The person may object until the next working day.</summary>
    /// <exception cref="RefusedException"><c>case.not-put-off</c>.</exception>
    public void PutOffObjectionBy(Actor portal, DateOnly until, DateTimeOffset now)
    {
        Refuse(WhyNot(PutOffObjection, portal) ?? WhyNotLater(ObjectionUntil, until));
        Take(PutOffObjection, portal, now, detail: MovedDays.Detail(ObjectionUntil, until));
        (ObjectionMovedFrom, ObjectionUntil) = (ObjectionUntil, until);
    }

    /// <summary>The other side may answer until the next working day.</summary>
    /// <exception cref="RefusedException"><c>case.not-put-off</c>.</exception>
    public void PutOffReplyBy(Actor portal, InquiryRecord question, DateOnly until, DateTimeOffset now)
    {
        var told = question.DueOn;
        Refuse(WhyNot(PutOffReply, portal) ?? WhyNotLater(told, until));
        Take(PutOffReply, portal, now, detail: MovedDays.Detail(told, until));
        question.PutOffTo(until);
        RespondentAskedUntil = RespondentAskedUntil == told ? until : RespondentAskedUntil;
    }

    /// <summary>The addressee of a recommendation may report measures until the next working day.</summary>
    /// <exception cref="RefusedException"><c>case.not-put-off</c>.</exception>
    public void PutOffMeasuresBy(Actor portal, Recommendation about, DateOnly until, DateTimeOffset now)
    {
        Refuse(WhyNot(PutOffMeasures, portal) ?? WhyNotLater(about.DueOn, until));
        Take(PutOffMeasures, portal, now, detail: MovedDays.Detail(about.DueOn, until));
        about.PutOffTo(until);
    }

    /// <summary>The office looks at measures again on another day; the day is its own and moves both ways.</summary>
    public void RecountCheckBy(Actor portal, Recommendation about, DateOnly day, DateTimeOffset now)
    {
        Take(RecountCheck, portal, now, detail: MovedDays.Detail(about.NextCheckOn, day));
        about.PlanCheck(day);
    }

    /// <summary>True when the whole procedure ends on another day than it did before, and the case does not say so yet.</summary>
    public bool IsRightsMoved(CaseClock before, CaseClock after) =>
        (RightsDueOn(before), RightsDueOn(after)) is ({ } was, { } now) && was != now && (was, now) != (RightsRecountedFrom, RightsRecountedTo);

    /// <summary>The day is reckoned whenever it is read; that it has moved is said here.</summary>
    public void RecountRightsBy(Actor portal, CaseClock before, CaseClock after, DateTimeOffset now)
    {
        var (was, due) = (RightsDueOn(before), RightsDueOn(after));
        Take(RecountRights, portal, now, detail: MovedDays.Detail(was, due));
        (RightsRecountedFrom, RightsRecountedTo) = (was, due);
    }
}
