namespace MigrantServices.Core.ChildConfirmations.Showing;

/// <summary>Two things of a child that its family shows to a nursery or a clinic: for a quarter of an hour, and once.</summary>
public sealed class OneTimeView
{
    public const int MostFields = 2;

    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(15);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>What is shown, as codes of <see cref="ShownFields"/>.</summary>
    public required string[] Fields { get; init; }

    /// <summary>Of the secret in the link.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Of the short code that can be typed; keyed, because it is short.</summary>
    public required byte[] CodeHash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Brought forward when the family makes another.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }
}
