namespace MigrantServices.Core.Reference;

/// <summary>The sentence of a new entry in one language, as an administrator typed it.</summary>
public sealed class ReferenceText
{
    public const int TextMaxLength = 300;

    /// <summary>The languages in which people read the portal.</summary>
    public static readonly IReadOnlyList<string> EverybodysLanguages = ["ko", "en", "vi", "zh-Hans", "ar"];

    /// <summary>The languages in which colleagues work.</summary>
    public static readonly IReadOnlyList<string> OfficeLanguages = ["ko", "en"];

    public required Guid ChangeId { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }
}
