using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Whether a child may be taken in today: nobody's identity while no ground against notification is on record, and in a city that takes no part yet only whoever agrees to wait.</summary>
public sealed class ChildDoor(TakingPart parts, NotificationGround grounds)
{
    /// <summary>Why the officer who reads it need not tell immigration; null while no such ground is on record.</summary>
    public ReferenceItem? Ground => grounds.For(ChildConfirmation.Prefix);

    /// <summary>The cities and counties that issue cards today, as codes.</summary>
    public IReadOnlyList<string> Cities => parts.Cities;

    public bool TakesPart(string? city) => parts.IssuesCards(city);

    /// <summary>Its city takes part, or the child is in danger and nobody agreed to wait: then it waits for no city.</summary>
    public bool GoesOn(IChildForm form) => TakesPart(form.City) || WaitsForNothing(form);

    public static bool WaitsForNothing(IChildForm form) => form.InDanger && form.Waits != true;

    /// <summary>Why this cannot be taken in now; null when it can.</summary>
    public Refusal? WhyNot(IChildForm form) =>
        Ground is null ? new("child.no-ground")
        : !TakesPart(form.City) && form.Waits != true && !form.InDanger ? new Refusal("child.city-elsewhere")
        : null;
}
