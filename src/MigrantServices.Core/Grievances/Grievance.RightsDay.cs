using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Grievances;

/// <content>The last day of the whole procedure as it is found by: reckoned with each deed that moves it.</content>
public sealed partial class Grievance
{
    /// <summary>The last day of the whole procedure, as <see cref="RightsDueOn"/> reckons it; null while it stands still, and where none runs.</summary>
    public DateOnly? RightsUntil { get; private set; }

    /// <summary>True while the months of the whole procedure count.</summary>
    public bool HasRightsDay => IsOpen && !IsObjection && (!IsAnonymous || OwnMotionAt is not null);

    /// <param name="clock">The clock of the months.</param>
    internal void KeepRightsDay(CaseClock clock) => RightsUntil = HasRightsDay ? RightsDueOn(clock) : null;
}
