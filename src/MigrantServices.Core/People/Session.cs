namespace MigrantServices.Core.People;

/// <summary>A signed-in colleague, or a resident who came back with a code. It ends here, on the server, whatever a cookie says.</summary>
public sealed class Session
{
    public static readonly TimeSpan ColleagueIdle = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan VisitorIdle = TimeSpan.FromMinutes(20);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the random key in the cookie.</summary>
    public required byte[] KeyHash { get; init; }

    public Guid? UserId { get; init; }

    public Guid? CodeId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>The latest end, whatever the person does.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}
