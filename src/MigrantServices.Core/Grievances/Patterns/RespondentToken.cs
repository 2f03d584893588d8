namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>A keyed mark of the name of whom a grievance is about. It tells nothing of the name without the keys; two of the same name have the same.</summary>
public sealed class RespondentToken
{
    public required Guid CaseId { get; init; }

    public required RespondentForm Form { get; init; }

    public required Guid Token { get; init; }

    /// <summary>Whether it is the widest that the name has; only those are counted.</summary>
    public required bool Counts { get; init; }
}

/// <summary>Of which form of a name a mark is.</summary>
public enum RespondentForm
{
    /// <summary>As it is written, without its legal form.</summary>
    Written,

    /// <summary>As it sounds, in whichever of the known scripts.</summary>
    Sound,
}
