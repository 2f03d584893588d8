namespace MigrantServices.Core.People;

/// <summary>A link by which a new colleague, or one who forgot, sets a password. It works once and for three days.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(3);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the random token in the link; the link itself is shown once and never kept.</summary>
    public required byte[] TokenHash { get; init; }

    public Guid? InvitedById { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Brought forward when a newer link is made.</summary>
    public required DateTimeOffset EndsAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}
