using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>The rights that open something today: in force, in a centre that is entrusted today where they are of one, and, where a second person must confirm them, confirmed for the present password.</summary>
public static class OpenRights
{
    public static IQueryable<RoleGrant> On(PortalDb db, DateOnly today) =>
        db.RoleGrants.Where(RoleGrant.InForceOn(today)).Where(grant => grant.Centre == null || Centres(db, today).Any(centre => centre.Code == grant.Centre)).Where(grant =>
            !Roles.ToConfirm.Contains(grant.Role)
            || db.RightConfirmations.Any(said => said.GrantId == grant.Id
                && db.Users.Any(user => user.Id == grant.UserId && user.PasswordLinkId == said.PasswordLinkId)));

    /// <summary>In force, and closed until a privacy officer confirms them.</summary>
    public static IQueryable<RoleGrant> WaitingOn(PortalDb db, DateOnly today) =>
        db.RoleGrants.Where(RoleGrant.InForceOn(today)).Where(grant =>
            Roles.ToConfirm.Contains(grant.Role)
            && !db.RightConfirmations.Any(said => said.GrantId == grant.Id
                && db.Users.Any(user => user.Id == grant.UserId && user.PasswordLinkId == said.PasswordLinkId)));

    // a right in a centre holds as long as the city entrusts it
    private static IQueryable<ReferenceItem> Centres(PortalDb db, DateOnly today) =>
        db.Set<ReferenceItem>().Where(item => item.List == Lists.EntrustedCentres && item.ValidFrom <= today && (item.ValidTo == null || item.ValidTo >= today));
}
