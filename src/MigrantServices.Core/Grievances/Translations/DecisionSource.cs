namespace MigrantServices.Core.Grievances.Translations;

/// <summary>Which version of a text a decision relied on: the original itself or one of its translations. Never changed.</summary>
public sealed class DecisionSource
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The deed by which the decision was proposed.</summary>
    public required string Deed { get; init; }

    public required TextKind Text { get; init; }

    public required Guid TextId { get; init; }

    /// <summary>The language of the original.</summary>
    public required string Language { get; init; }

    /// <summary>The version of the original at that moment.</summary>
    public required byte[] OriginalVersion { get; init; }

    /// <summary>Null when the original itself was read.</summary>
    public Guid? TranslationId { get; init; }

    /// <summary>Nobody had checked the translation, and whoever proposed knew that.</summary>
    public required bool WasUnchecked { get; init; }

    public required Guid NamedById { get; init; }

    /// <summary>The moment of the proposal.</summary>
    public required DateTimeOffset NamedAt { get; init; }
}
