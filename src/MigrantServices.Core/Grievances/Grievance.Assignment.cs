using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>To whom a supervisor may give it.</content>
public sealed partial class Grievance
{
    /// <summary>An objection goes to nobody who had a part in the answer.</summary>
    public override Refusal? WhyNotAssign(Actor supervisor, Guid colleagueId) =>
        base.WhyNotAssign(supervisor, colleagueId)
        ?? (IsObjection && HadPart(colleagueId) ? new("assignment.colleague-is-no-newcomer") : null);
}
