namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>A kind of help that the office gives, under one of the nine headings of the refugee ordinance. Its terms are dated and kept apart.</summary>
public sealed class SupportProgramme
{
    public const int CodeMaxLength = 60;

    public required string Code { get; init; }

    /// <summary>A code of the list of headings (refugee ordinance, art. 7).</summary>
    public required string Heading { get; init; }

    public required SupportKind Kind { get; init; }

    /// <summary>The article it rests on, by its code.</summary>
    public required string Article { get; init; }

    public required int Position { get; init; }

    /// <summary>Came with the portal as an example: its amounts are made up.</summary>
    public required bool IsExample { get; init; }

    /// <summary>The approved change that brought it; null for what came with the portal.</summary>
    public Guid? ChangeId { get; init; }

    public List<ProgrammeText> Texts { get; init; } = [];
}

/// <summary>In what form a programme helps.</summary>
public enum SupportKind
{
    Money,
    Voucher,
    InKind,

    /// <summary>A place to stay.</summary>
    Place,
    Counselling,
    Interpretation,
    Course,

    /// <summary>A job, or training for one.</summary>
    Work,
    StartUp,
    Legal,
}
