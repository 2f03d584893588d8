namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>What a programme is called in one language, and what it is in a sentence or two.</summary>
public sealed class ProgrammeText
{
    public const int NameMaxLength = 100;
    public const int AboutMaxLength = 400;

    public required string ProgrammeCode { get; init; }

    public required string Language { get; init; }

    public required string Name { get; init; }

    public required string About { get; init; }
}
