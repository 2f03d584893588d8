using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Seed;
using Npgsql;
using Xunit;

namespace MigrantServices.Testing;

/// <summary>A database of its own for each test class, copied from a template that is migrated once a run.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private static readonly Lazy<Task<TestServer>> Server = new(StartAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1, 1);
    private static readonly ServiceProvider Services = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    private static int _count;

    /// <summary>Makes the template's tables.</summary>
    public static Func<PortalDb, Task> TemplateMigration { get; set; } = db => db.Database.MigrateAsync();

    /// <summary>Fills the template with what every test may count on; set before the first database is asked for.</summary>
    public static Func<PortalDb, Task> TemplateSeed { get; set; } = _ => Task.CompletedTask;

    public string Name { get; private set; } = "";

    public string ConnectionString { get; private set; } = "";

    public NpgsqlDataSource Source { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var server = await Server.Value;
        Name = $"{server.Prefix}_{Interlocked.Increment(ref _count)}";
        await OneCopyAtATime.WaitAsync();
        try
        {
            await server.RunAsync($"create database {Name} template {server.Template} strategy file_copy");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        ConnectionString = server.ConnectionString(Name);
        Source = NpgsqlDataSource.Create(ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await Source.DisposeAsync();
        var server = await Server.Value;
        await server.RunAsync($"drop database if exists {Name} with (force)");
    }

    /// <summary>A fresh context, so that a test sees what was stored and not what is still remembered.</summary>
    public PortalDb Open() => Open(ConnectionString);

    private static PortalDb Open(string connectionString) => new(new DbContextOptionsBuilder<PortalDb>()
        .UseNpgsql(connectionString)
        .UseApplicationServiceProvider(Services)
        .Options);

    private static async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync();
        await server.RunAsync($"create database {server.Template}");

        // without a pool, because a template with open connections cannot be copied
        await using var db = Open(server.ConnectionString(server.Template) + ";Pooling=false");
        await TemplateMigration(db);
        await LifecycleSeed.SowAsync(db, CancellationToken.None);
        await TemplateSeed(db);
        return server;
    }
}
