namespace MigrantServices.Core.Reference;

/// <summary>An entry of a code list, a period, an article of law or a ground, with the days on which it holds and where it comes from.</summary>
public sealed class ReferenceItem
{
    public const int CodeMaxLength = 60;
    public const int SourceMaxLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The list it belongs to, such as "grounds"; its sentence is kept under "list.code".</summary>
    public required string List { get; init; }

    public required string Code { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day on which it holds; null means until further notice.</summary>
    public DateOnly? ValidTo { get; set; }

    public required int Position { get; init; }

    /// <summary>What the code stands for beside its sentence, as JSON: a period's length, an article's title.</summary>
    public required string Details { get; init; }

    /// <summary>The law, the notice or the publication it was taken from.</summary>
    public required string Source { get; init; }

    /// <summary>The approved change that brought it; null for what came with the portal.</summary>
    public Guid? ChangeId { get; init; }

    public string TextKey => $"{List}.{Code}";

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}
