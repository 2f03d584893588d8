using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>Opens the names of those who speak for people who petition together: one list for both sides and for the letters.</summary>
public sealed class Representatives(Vault vault)
{
    public IReadOnlyList<ShownRepresentative> Of(Grievance grievance) =>
        [.. grievance.Speakers.Select(p => new ShownRepresentative(p.Id, vault.Open(p.Name, p.Id, SealedField.Name), p.Part == PersonPart.Filer))];

    /// <summary>The same list with its names covered, as the office sees names until it asks for them.</summary>
    public IReadOnlyList<ShownRepresentative> CoveredOf(Grievance grievance) =>
        [.. Of(grievance).Select(one => one with { Name = CoveredText.Cover(one.Name) })];
}

/// <summary>Somebody who speaks for people who petition together.</summary>
/// <param name="IsFiler">They filed it themselves, and stay on the list.</param>
public sealed record ShownRepresentative(Guid Id, string Name, bool IsFiler);
