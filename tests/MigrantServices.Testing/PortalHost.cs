using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Portal.Startup;
using Xunit;

namespace MigrantServices.Testing;

/// <summary>The whole portal in memory on a database of its own, with a clock that a test can move.</summary>
public sealed class PortalHost : IAsyncLifetime
{
    private static readonly KeyRing Keys = KeyRing.Parse(
        $$"""{"current":"k1","keys":{"k1":"{{Key(1)}}"},"index":"{{Key(2)}}","codes":"{{Key(3)}}"}""");

    private readonly TestDatabase _database = new();
    private WebApplication _portal = null!;

    public ManualClock Clock { get; } = new(new(2026, 11, 18, 3, 0, 0, TimeSpan.Zero));

    public TestDatabase Database => _database;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ApplicationName = "MigrantServices.Portal" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Portal"] = _database.ConnectionString, ["Keys:SigningFile"] = TestKeys.SigningFile });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer(server => server.BaseAddress = new("https://localhost"));
        builder.AddPortal(await Portal.Startup.Database.BringUpAsync(builder.Configuration, builder.Environment), Keys, TestKeys.Vault);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        _portal = builder.Build();
        _portal.Services.GetRequiredService<ReferenceBook>().Fill(ReferenceSeed.Shipped());
        _portal.UsePortal();
        await _portal.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A browser of its own: it keeps cookies and follows no redirect by itself.</summary>
    public Visitor Browse() => new(_portal.GetTestServer().CreateHandler());

    /// <summary>Does something as a request would: with services and a context of its own.</summary>
    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> deed)
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        return await deed(scope.ServiceProvider);
    }

    private static string Key(byte filled) => Convert.ToBase64String(Enumerable.Repeat(filled, 32).ToArray());
}
