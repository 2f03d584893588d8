using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>The colleagues whose rights reach a case today.</summary>
public static class ColleaguesOf
{
    public static IQueryable<PortalUser> Case(PortalDb db, ServiceCase one, Role inRoles, DateOnly today)
    {
        var (service, municipality, roles) = (one.Kind.Prefix, one.Municipality, inRoles.Each().ToArray());
        var open = OpenRights.On(db, today);
        return db.Users.Where(u => u.LeftAt == null && open.Any(g =>
            g.UserId == u.Id
            && roles.Contains(g.Role)
            && (g.Services == null || g.Services.Contains(service))
            && (g.Municipalities == null || (municipality != null && g.Municipalities.Contains(municipality)))));
    }
}
