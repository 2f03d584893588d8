using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>Who has the case when a supervisor shares out the work.</content>
public sealed partial class Grievance
{
    /// <summary>Why this supervisor may not give it to this colleague; null when they may. Whether the colleague has a right to it the desk knows.</summary>
    public Refusal? WhyNotAssign(Actor supervisor, Guid colleagueId) =>
        WhyNot(Assign, supervisor)
        ?? (colleagueId == HandlerId ? new("assignment.has-it-already")
            : IsClosedTo(colleagueId) ? new("assignment.no-right-there")
            : IsObjection && HadPart(colleagueId) ? new("assignment.colleague-is-no-newcomer")
            : null);

    /// <summary>A supervisor gives it to a colleague. It stays where it stands: who gets a new case still takes it on.</summary>
    /// <exception cref="RefusedException"><c>assignment.has-it-already</c>, <c>assignment.colleague-is-no-newcomer</c>.</exception>
    public void AssignBy(Actor supervisor, Guid colleagueId, DateTimeOffset now)
    {
        Refuse(WhyNotAssign(supervisor, colleagueId));
        Take(Assign, supervisor, now, colleagueId);
        (HandlerId, HandedAt) = (colleagueId, now);
    }

    /// <summary>It goes back to whoever had it before, or to nobody.</summary>
    public void UndoAssignmentBy(Actor supervisor, Guid? formerId, DateTimeOffset now)
    {
        var back = IsClosedTo(formerId) ? null : formerId;
        Take(UndoAssignment, supervisor, now, back);
        (HandlerId, HandedAt) = (back, back is null ? null : now);
    }
}
