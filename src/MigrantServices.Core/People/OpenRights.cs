using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>The rights that open something today: in force and, where a second person must confirm them, confirmed for the present password.</summary>
public static class OpenRights
{
    public static IQueryable<RoleGrant> On(PortalDb db, DateOnly today) =>
        db.RoleGrants.Where(RoleGrant.InForceOn(today)).Where(grant =>
            !Roles.ToConfirm.Contains(grant.Role)
            || db.RightConfirmations.Any(said => said.GrantId == grant.Id
                && db.Users.Any(user => user.Id == grant.UserId && user.PasswordLinkId == said.PasswordLinkId)));

    /// <summary>In force, and closed until a privacy officer confirms them.</summary>
    public static IQueryable<RoleGrant> WaitingOn(PortalDb db, DateOnly today) =>
        db.RoleGrants.Where(RoleGrant.InForceOn(today)).Where(grant =>
            Roles.ToConfirm.Contains(grant.Role)
            && !db.RightConfirmations.Any(said => said.GrantId == grant.Id
                && db.Users.Any(user => user.Id == grant.UserId && user.PasswordLinkId == said.PasswordLinkId)));
}
