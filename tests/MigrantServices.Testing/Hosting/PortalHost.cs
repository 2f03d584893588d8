using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Access;
using Xunit;

namespace MigrantServices.Testing.Hosting;

/// <summary>The whole portal on a database of its own, for one test class: with a clock that stands still, and everything it logs and asks its database kept.</summary>
public class PortalHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Noon on a working Monday in Seoul.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<string> KeyFile = new(MakeKeys);

    public TestDatabase Database { get; } = new();

    public ManualClock Clock { get; } = new(Start);

    public LogBook Log { get; } = new();

    public StatementCounter Statements { get; } = new();

    public Given Given => field ??= new(this);

    /// <summary>The network address from which requests seem to come.</summary>
    public IPAddress Address { get; set; } = IPAddress.Parse("192.0.2.7");

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        _ = Services;
        await using var db = Database.Open();
        await SowAsync(db);
    }

    /// <summary>A browser of somebody who has never been here.</summary>
    public Browserless Browser() => new(this);

    /// <summary>A browser in which this colleague has signed in.</summary>
    public async Task<Browserless> SignInAsAsync(Colleague colleague)
    {
        var browser = Browser();
        browser.Cookies[SessionCookie.Office] = await StartAsync(sessions => sessions.StartForColleagueAsync(colleague.Id, CancellationToken.None));
        browser.Cookies["__Host-staff-language"] = "en";
        return browser;
    }

    /// <summary>A browser in which this code was typed.</summary>
    public async Task<Browserless> ComeBackAsync(Guid codeId)
    {
        var browser = Browser();
        browser.Cookies[SessionCookie.Visit] = await StartAsync(sessions => sessions.StartForVisitorAsync(codeId, CancellationToken.None));
        return browser;
    }

    /// <summary>Does something with the portal's own parts.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> deed)
    {
        await using var scope = Services.CreateAsyncScope();
        return await deed(scope.ServiceProvider);
    }

    public Task WithAsync(Func<IServiceProvider, Task> deed) => WithAsync(async services =>
    {
        await deed(services);
        return true;
    });

    /// <summary>Asks the database behind the portal's back.</summary>
    public async Task<T> StoredAsync<T>(Func<PortalDb, Task<T>> question)
    {
        await using var db = Database.Open();
        return await question(db);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Where the portal keeps the keys of people.</summary>
    protected virtual string VaultFolder => TestKeys.VaultFolder;

    /// <summary>How the portal reaches its database.</summary>
    protected virtual string ConnectionString => Database.ConnectionString;

    /// <summary>Who is there when the first test begins.</summary>
    protected virtual Task SowAsync(PortalDb db) => Colleagues.SowAsync(db);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.UseSetting("ConnectionStrings:Portal", ConnectionString);
        builder.UseSetting("Keys:File", KeyFile.Value);
        builder.UseSetting("Keys:VaultFile", TestKeys.VaultFile);
        builder.UseSetting("Keys:VaultFolder", VaultFolder);
        builder.UseSetting("Keys:SigningFile", KeyFile.Value + ".signing");
        builder.UseSetting("Demo", "false");
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(Clock);
            services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(Log);
            services.AddSingleton<IStartupFilter>(new RequestMarks(this));
            services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(Statements, Statements.Transactions));
        });
    }

    private Task<string> StartAsync(Func<Core.People.SessionKeeper, Task<string>> start) =>
        WithAsync(services => start(services.GetRequiredService<Core.People.SessionKeeper>()));

    private static string MakeKeys()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("portal-test-").FullName, "keys.json");
        KeyRing.LoadOrCreate(file);
        return file;
    }
}
