using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <content>Who has the case when a supervisor shares out the work.</content>
public abstract partial class ServiceCase
{
    public static readonly CaseAction Assign = new("assign");
    public static readonly CaseAction UndoAssignment = new("undo-assignment");

    /// <summary>Why this supervisor may not give it to this colleague; null when they may. Whether the colleague has a right to it the desk knows.</summary>
    public virtual Refusal? WhyNotAssign(Actor supervisor, Guid colleagueId) =>
        WhyNot(Assign, supervisor)
        ?? (colleagueId == HandlerId ? new("assignment.has-it-already")
            : IsClosedTo(colleagueId) ? new Refusal("assignment.no-right-there")
            : null);

    /// <summary>A supervisor gives it to a colleague. It stays where it stands: who gets a new case still takes it on.</summary>
    /// <exception cref="RefusedException"><c>assignment.has-it-already</c>, <c>assignment.no-right-there</c>, and what the case itself refuses.</exception>
    public void AssignBy(Actor supervisor, Guid colleagueId, DateTimeOffset now)
    {
        if (WhyNotAssign(supervisor, colleagueId) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

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
