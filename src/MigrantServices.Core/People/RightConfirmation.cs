namespace MigrantServices.Core.People;

/// <summary>A second person's word that a right given by an administrator belongs to the person whom they have spoken with. Rows are kept.</summary>
/// <remarks>It holds for one password only: when somebody sets a new one through a link, the right waits for another confirmation, because whoever
/// made the link could have used it themselves.</remarks>
public sealed class RightConfirmation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid GrantId { get; init; }

    /// <summary>The link through which the colleague had set the password when this was said; null when it was never set through one.</summary>
    public required Guid? PasswordLinkId { get; init; }

    /// <summary>Null when a command on the server said it.</summary>
    public required Guid? ConfirmedById { get; init; }

    public required DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>The word of whoever runs commands on the server, for the password that the colleague has then.</summary>
    public static RightConfirmation ByCommand(RoleGrant grant, PortalUser user) =>
        new() { GrantId = grant.Id, PasswordLinkId = user.PasswordLinkId, ConfirmedById = null, ConfirmedAt = grant.GrantedAt };
}
