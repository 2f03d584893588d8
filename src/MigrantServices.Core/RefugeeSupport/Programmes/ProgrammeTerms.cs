namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>The terms of a programme from one day to another. They are never rewritten: whoever was given help under them keeps them.</summary>
public sealed class ProgrammeTerms
{
    public const int SourceMaxLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string ProgrammeCode { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day on which they hold for new applications; null means until further notice.</summary>
    public DateOnly? ValidTo { get; set; }

    public required ProgrammeRules Rules { get; init; }

    /// <summary>The decision, the budget or the notice they were taken from.</summary>
    public required string Source { get; init; }

    /// <summary>The approved change that brought them; null for what came with the portal.</summary>
    public Guid? ChangeId { get; init; }

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}
