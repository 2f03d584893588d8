using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Whether a child may be taken in today: nobody's identity while no ground against notification is on record for whoever will read it, and in a city that takes no part yet only whoever agrees to wait.</summary>
public sealed class ChildDoor(TakingPart parts, NotificationGround grounds)
{
    /// <summary>Why the officer of the province who reads it need not tell immigration; null while no such ground is on record.</summary>
    public ReferenceItem? Ground => grounds.For(ChildConfirmation.Prefix);

    /// <summary>The cities and counties that issue cards today, as codes.</summary>
    public IReadOnlyList<string> Cities => parts.Cities;

    public bool TakesPart(string? city) => parts.IssuesCards(city);

    /// <summary>The day on which a city begins to take part that does not yet; null while none is laid down.</summary>
    public DateOnly? BeginsOn(string? city) => parts.BeginsOn(city);

    /// <summary>The ground for one reader of a case in one city.</summary>
    public ReferenceItem? GroundFor(string reader, string? city) => grounds.For(ChildConfirmation.Prefix, reader, city);

    /// <summary>Whether officers of the province and of this city both need not tell.</summary>
    public bool HasGroundIn(string? city) => Ground is not null && GroundFor(CaseReaders.City, city) is not null;

    /// <summary>The ground of each reader in turn.</summary>
    public IReadOnlyList<(string Reader, ReferenceItem? Ground)> GroundsIn(string? city) => [.. CaseReaders.All.Select(reader => (reader, GroundFor(reader, city)))];

    /// <summary>Of which office a colleague is who takes down a child there.</summary>
    public static string ReaderOf(Actor colleague, string? city) =>
        colleague.CentreIn(ChildConfirmation.Prefix, city) is not null ? CaseReaders.Centre
        : colleague.MunicipalitiesSeen(ChildConfirmation.Prefix) is null ? CaseReaders.Province
        : CaseReaders.City;

    /// <summary>The ground under which whoever takes this in may learn who the child is: a colleague of the office that wrote it down, and of the city where a family sends it by itself.</summary>
    public ReferenceItem? GroundOf(IChildForm form, Actor? colleague = null) =>
        GroundFor(colleague is null ? CaseReaders.City : ReaderOf(colleague, form.City), form.City);

    /// <summary>Its city takes part, or the child is in danger and nobody agreed to wait: then it waits for no city.</summary>
    public bool GoesOn(IChildForm form) => TakesPart(form.City) || WaitsForNothing(form);

    public static bool WaitsForNothing(IChildForm form) => form.InDanger && form.Waits != true;

    /// <summary>Why this cannot be taken in now; null when it can.</summary>
    public Refusal? WhyNot(IChildForm form, Actor? colleague = null) =>
        !HasGroundIn(form.City) || GroundOf(form, colleague) is null ? new("child.no-ground")
        : !TakesPart(form.City) && form.Waits != true && !form.InDanger ? new Refusal("child.city-elsewhere")
        : null;
}
