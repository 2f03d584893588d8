using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>The colleagues whose rights reach a case today: none for whom it is not there.</summary>
public static class ColleaguesOf
{
    public static IQueryable<PortalUser> Case(PortalDb db, ServiceCase one, Role inRoles, DateOnly today)
    {
        var (service, municipality, roles) = (one.Kind.Prefix, one.Municipality, inRoles.Each().ToArray());
        var (closedTo, apart, centre) = (one.ClosedTo, one.IsSetApart, one.Centre);
        var open = OpenRights.On(db, today);
        return db.Users.Where(u => u.LeftAt == null && !closedTo.Contains(u.Id) && open.Any(g =>
            g.UserId == u.Id
            && g.ForSetApart == apart
            && roles.Contains(g.Role)
            && (g.Centre == null || g.Centre == centre)
            && (g.Services == null || g.Services.Contains(service))
            && (g.Municipalities == null || (municipality != null && g.Municipalities.Contains(municipality)))));
    }
}
