using System.Diagnostics;
using MigrantServices.Benchmarks.Data;
using MigrantServices.Benchmarks.Raw;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage.Embedded;
using Npgsql;

namespace MigrantServices.Benchmarks.Running;

/// <summary>Where the measuring happens: a durable PostgreSQL of its own, databases with cases, and the programs in their processes.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly EmbeddedPostgres _postgres;
    private readonly string _portal;
    private readonly string _keys;
    private readonly string _vaultKeys;
    private readonly string _people;
    private readonly Dictionary<int, Office> _offices = [];

    private Stage(Options options, EmbeddedPostgres postgres, string repository, string portal, string keys) =>
        (Options, _postgres, Repository, _portal, _keys, _vaultKeys, _people) =
            (options, postgres, repository, portal, Path.Combine(keys, "keys.json"), Path.Combine(keys, "vault.json"), Path.Combine(keys, "people"));

    public Options Options { get; }

    public string Repository { get; }

    public int PostgresVersion => _postgres.MajorVersion;

    /// <summary>Those under which the portal signs and checks.</summary>
    public SigningKeys SigningKeys => SigningKeys.LoadOrCreate(SigningFile, DateOnly.FromDateTime(DateTime.UtcNow));

    private string SigningFile => _keys + ".signing";

    public static string Itself => typeof(Stage).Assembly.Location;

    public static async Task<Stage> SetUpAsync(Options options)
    {
        var repository = RepositoryFolder();
        var folder = Path.Combine(repository, ".local", "benchmarks");
        SigningKeys.LoadOrCreate(Path.Combine(folder, "keys.json.signing"), DateOnly.FromDateTime(DateTime.UtcNow));
        var portal = options.Portal ?? await PublishAsync(repository, Path.Combine(folder, "portal"));
        return new(options, await StartPostgresAsync(repository, folder), repository, Path.GetFullPath(portal), folder);
    }

    /// <summary>The database with as many cases as the options say.</summary>
    public Task<Office> OfficeAsync() => OfficeAsync(Options.Cases);

    /// <summary>A database with this many cases; made once and kept for the next run.</summary>
    public async Task<Office> OfficeAsync(int cases)
    {
        if (!_offices.TryGetValue(cases, out var office))
        {
            office = await Office.OpenAsync(_postgres.ConnectionString, KeyRing.LoadOrCreate(_keys), VaultKeys.LoadOrCreate(_vaultKeys, _people), cases);
            _offices[cases] = office;
        }

        return office;
    }

    public Task<Server> StartPortalAsync(Office office, string page = "/health/ready", string? cookie = null) => Server.StartAsync(
        Path.Combine(_portal, "MigrantServices.Portal.dll"),
        url => ["--urls", url],
        page,
        cookie,
        new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Portal"] = office.ConnectionString,
            ["Keys__File"] = _keys,
            ["Keys__VaultFile"] = _vaultKeys,
            ["Keys__VaultFolder"] = _people,
            ["Keys__SigningFile"] = SigningFile,
            // the load comes from one address
            ["Check__Burst"] = "1000000000",
        });

    public static Task<Server> StartRawAsync(Office office) =>
        Server.StartAsync(Itself, url => [RawServer.Name, url, office.ConnectionString], "/raw/ready");

    public async ValueTask DisposeAsync()
    {
        foreach (var office in _offices.Values)
        {
            await office.DisposeAsync();
        }

        await _postgres.DisposeAsync();
    }

    // pages touched and statements sent are read from pg_stat_statements, which the server must load at its start
    private static async Task<EmbeddedPostgres> StartPostgresAsync(string repository, string folder)
    {
        var where = new EmbeddedPostgresOptions { Folder = Path.Combine(folder, "postgres"), SearchRoot = repository };
        var postgres = await EmbeddedPostgres.StartAsync(where);
        await using (var connection = new NpgsqlConnection(postgres.ConnectionString("postgres") + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var loaded = new NpgsqlCommand("show shared_preload_libraries", connection);
            if (((string)(await loaded.ExecuteScalarAsync())!).Contains("pg_stat_statements", StringComparison.Ordinal))
            {
                return postgres;
            }

            await using var load = new NpgsqlCommand("alter system set shared_preload_libraries = pg_stat_statements", connection);
            await load.ExecuteNonQueryAsync();
        }

        await postgres.DisposeAsync();
        return await EmbeddedPostgres.StartAsync(where);
    }

    private static async Task<string> PublishAsync(string repository, string folder)
    {
        Console.WriteLine("-- publishing the portal");
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Path.Combine(repository, "src", "MigrantServices.Portal"), "-c", "Release", "-o", folder, "-v", "quiet", "-nodeReuse:false"]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("The portal could not be published.");
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MigrantServices.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run inside the repository.");
    }
}
