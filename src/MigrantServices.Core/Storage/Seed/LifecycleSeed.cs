using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;

namespace MigrantServices.Core.Storage.Seed;

/// <summary>Tells the database the lives of the services as the tables in code lay them down, and nothing beside.</summary>
public static class LifecycleSeed
{
    public static async Task SowAsync(PortalDb db, CancellationToken cancel)
    {
        var known = await db.Set<LifecycleLine>().ToListAsync(cancel);
        var lines = ServiceCatalog.All.SelectMany(LinesOf).ToHashSet();
        db.RemoveRange(known.Where(line => !lines.Contains(line)));
        db.AddRange(lines.Except(known));
        await db.SaveChangesAsync(cancel);
    }

    private static IEnumerable<LifecycleLine> LinesOf(CaseKind service) => service.Lifecycle
        .Select(line => new LifecycleLine(service.Prefix, line.From, line.Action.Code, line.To))
        .Concat(service.Beginnings.Select(line => new LifecycleLine(service.Prefix, line.As, Grievance.File.Code, line.As)));
}
