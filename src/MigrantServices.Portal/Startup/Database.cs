using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Embedded;
using MigrantServices.Core.Storage.Seed;

namespace MigrantServices.Portal.Startup;

/// <summary>Where the portal's data lives: the server that the settings name, or a private one that lives as long as the portal.</summary>
public sealed class Database : IAsyncDisposable
{
    private const string Name = "portal";

    private readonly EmbeddedPostgres? _embedded;

    private Database(string connectionString, EmbeddedPostgres? embedded) => (ConnectionString, _embedded) = (connectionString, embedded);

    public string ConnectionString { get; }

    public bool IsEmbedded => _embedded is not null;

    public static async Task<Database> BringUpAsync(IConfiguration settings, IHostEnvironment environment)
    {
        if (settings.GetConnectionString("Portal") is { Length: > 0 } given)
        {
            return new(given, null);
        }

        if (!environment.IsDevelopment())
        {
            throw new DatabaseMissingException("There is no database: set ConnectionStrings__Portal. A private server is only for Development.");
        }

        var embedded = await EmbeddedPostgres.StartAsync(new()
        {
            Folder = Path.Combine(Home.Folder(environment), "postgres"),
            SearchRoot = environment.ContentRootPath,
        });
        return new(embedded.ConnectionString(Name), embedded);
    }

    /// <summary>Makes or renews the tables, puts in the shipped code lists and the lives of the services: all that the owner of the tables does, and the roles in which the portal works may not.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = AsOwner(scope.ServiceProvider);
        await db.Database.MigrateAsync();
        await ReferenceSeed.SowAsync(db, withExamples: scope.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment(), CancellationToken.None);
        await ProgrammeSeed.SowAsync(db, CancellationToken.None);
        await LifecycleSeed.SowAsync(db, CancellationToken.None);
    }

    /// <summary>Says in one sentence that the tables are older than the program; null when they fit.</summary>
    public static async Task<string?> WhyNotReadyAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        // not in the portal's role, which the first migration makes
        await using var db = AsOwner(scope.ServiceProvider);
        var pending = await db.Database.GetPendingMigrationsAsync();
        return pending.Any() ? "The database's tables are older than this program: run it once with the argument 'migrate'." : null;
    }

    public static async Task OpenReferenceBookAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await services.GetRequiredService<ReferenceBook>().ReadAsync(db, CancellationToken.None);
        await services.GetRequiredService<ProgrammeBook>().ReadAsync(db, CancellationToken.None);
        await services.GetRequiredService<WorkingCalendar>().ReadAsync(db, CancellationToken.None);
    }

    private static PortalDb AsOwner(IServiceProvider services) => new(new DbContextOptionsBuilder<PortalDb>()
        .UseNpgsql(services.GetRequiredService<Database>().ConnectionString)
        .UseApplicationServiceProvider(services)
        .Options);

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
