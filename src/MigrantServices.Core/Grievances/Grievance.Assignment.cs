using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>To whom it may be given.</content>
public sealed partial class Grievance
{
    /// <summary>An objection goes to nobody who had a part in the answer.</summary>
    public override Refusal? WhyNotAssign(Actor supervisor, Guid colleagueId) =>
        base.WhyNotAssign(supervisor, colleagueId)
        ?? (IsObjection && HadPart(colleagueId) ? new("assignment.colleague-is-no-newcomer") : null);

    /// <summary>Why it is not handed over to this colleague as it stands now; null when it may be.</summary>
    public Refusal? WhyNotHandTo(Guid colleagueId) => IsObjection && HadPart(colleagueId) ? new("case.needs-a-newcomer") : null;
}
