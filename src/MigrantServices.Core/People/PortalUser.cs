using Microsoft.AspNetCore.Identity;

namespace MigrantServices.Core.People;

/// <summary>A colleague who signs in: an officer, a committee member, a partner, an administrator. Residents have no account.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int NameMaxLength = 100;

    /// <summary>The name that letters and the timeline show.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The language of the person's own screens: ko or en.</summary>
    public string Language { get; set; } = "ko";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set when the person has left; nothing opens for them from then on.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public int FailedSignIns { get; set; }

    /// <summary>No attempt is looked at before this moment; it grows with failures and never becomes a lasting lock.</summary>
    public DateTimeOffset? NextSignInAt { get; set; }
}
