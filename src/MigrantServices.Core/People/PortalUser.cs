using Microsoft.AspNetCore.Identity;

namespace MigrantServices.Core.People;

/// <summary>A colleague who signs in: an officer, a committee member, a partner, an administrator. Residents have no account.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int NameMaxLength = 100;

    /// <summary>The languages that the office's screens speak.</summary>
    public static readonly IReadOnlyList<string> Languages = ["ko", "en"];

    /// <summary>The name that letters and the timeline show.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The language of the person's own screens: ko or en.</summary>
    public string Language { get; set; } = "ko";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set when the person has left; nothing opens for them from then on.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>The link through which the password was last set; rights are confirmed for this one only. Null when none was used.</summary>
    public Guid? PasswordLinkId { get; private set; }

    public int FailedSignIns { get; set; }

    /// <summary>No attempt is looked at before this moment; it grows with failures and never becomes a lasting lock.</summary>
    public DateTimeOffset? NextSignInAt { get; set; }

    public static PortalUser Invite(string email, string name, string language, DateTimeOffset now)
    {
        var address = EmailAddress.Trimmed(email);
        return new()
        {
            Id = Guid.CreateVersion7(),
            UserName = address,
            NormalizedUserName = EmailAddress.Normal(email),
            Email = address,
            NormalizedEmail = EmailAddress.Normal(email),
            DisplayName = name.Trim(),
            Language = language,
            SecurityStamp = Guid.NewGuid().ToString(),
            CreatedAt = now,
        };
    }

    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        SecurityStamp = Guid.NewGuid().ToString();
        ConcurrencyStamp = Guid.NewGuid().ToString();
        (FailedSignIns, NextSignInAt) = (0, null);
    }

    public void SetPasswordThrough(Invitation link, string hash)
    {
        SetPassword(hash);
        PasswordLinkId = link.Id;
    }

    /// <summary>A wrong password: the next attempt waits longer each time from the fifth on.</summary>
    public void CountFailure(DateTimeOffset now)
    {
        FailedSignIns++;
        NextSignInAt = SignInDelay.After(FailedSignIns) is { Ticks: > 0 } delay ? now + delay : null;
    }

    public void Leave(DateTimeOffset now)
    {
        LeftAt = now;
        PasswordHash = null;
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    /// <summary>Somebody who had left works here again; they set a new password and have no right that is not given anew.</summary>
    public void ComeBack(string name, string language)
    {
        LeftAt = null;
        (DisplayName, Language) = (name.Trim(), language);
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
