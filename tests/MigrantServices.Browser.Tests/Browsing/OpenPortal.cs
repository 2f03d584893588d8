using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Browser.Tests.Browsing;

/// <summary>The whole portal on a real socket with the demonstration's people and cases, one for the run, so that pages are as full as in earnest.</summary>
public sealed class OpenPortal : PortalHost
{
    private static readonly Lazy<Task<OpenPortal>> Running = new(StartAsync);

    private OpenPortal() => UseKestrel(0);

    public static Task<OpenPortal> Current => Running.Value;

    /// <summary>Another one for a test that moves the clock by months; whoever asks ends it.</summary>
    public static Task<OpenPortal> AloneAsync() => StartAsync();

    /// <summary>By name, because browsers trust cookies marked secure on localhost but not on a bare address.</summary>
    public Uri Home => field ??= new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;

    public string Text(string language, string key, params object[] details) =>
        Services.GetRequiredService<TextCatalog>().In(language, key, details);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Demo", "true");
    }

    protected override Task SowAsync(PortalDb db) => Task.CompletedTask;

    private static async Task<OpenPortal> StartAsync()
    {
        var portal = new OpenPortal();
        await ((IAsyncLifetime)portal).InitializeAsync();
        return portal;
    }
}
