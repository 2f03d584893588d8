using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace MigrantServices.Core.Storage;

/// <summary>Gives the migration tools the model; they need no server.</summary>
public sealed class PortalDbFactory : IDesignTimeDbContextFactory<PortalDb>
{
    // Identity reads its schema version from the application's services; overriding it in the context changes nothing.
    private static readonly ServiceProvider Services = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public PortalDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PortalDb>()
        .UseNpgsql("Host=unused")
        .UseApplicationServiceProvider(Services)
        .Options);
}
