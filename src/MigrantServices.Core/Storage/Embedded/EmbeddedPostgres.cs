using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace MigrantServices.Core.Storage.Embedded;

/// <summary>A private PostgreSQL server that lives exactly as long as the portal does and keeps its data for the next start.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    public const string UserName = "portal";

    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(2);

    private readonly EmbeddedPostgresOptions _options;
    private readonly PostgresPrograms _programs;
    private readonly ClusterFolder _folder;
    private readonly string? _socketFolder;
    private readonly int _port;
    private Watchdog? _server;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, PostgresPrograms programs, ClusterFolder folder)
    {
        _options = options;
        _programs = programs;
        _folder = folder;

        // the path of a socket may have 107 bytes, so it lies in a short folder of its own
        _socketFolder = options.UsesTcp ? null : Directory.CreateTempSubdirectory("pg-").FullName;
        _port = options.UsesTcp ? FreePort() : 5432;
    }

    public int MajorVersion => _programs.Major;

    public string BinDirectory => _programs.Folder;

    /// <summary>Starts the server and returns when it answers; what is missing is said by a <see cref="DatabaseMissingException"/>.</summary>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancel = default)
    {
        var programs = await PostgresPrograms.FindAsync(options, cancel);
        var folder = await ClusterFolder.HoldAsync(options.Folder, cancel);
        var server = new EmbeddedPostgres(options, programs, folder);
        try
        {
            await server.StartAsync(cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _socketFolder ?? "127.0.0.1",
        Port = _port,
        Username = UserName,
        Password = _options.UsesTcp ? _folder.Password : null,
        Database = database,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            if (OperatingSystem.IsWindows())
            {
                await Command.TryRunAsync([_programs.PathOf("pg_ctl"), "stop", "-D", _folder.Cluster, "-m", "fast", "-w"], CancellationToken.None);
            }

            server.Stop();
            server.Dispose();
        }

        _folder.Dispose();
        RemoveIfThere(_socketFolder);
        RemoveIfThere(_options.IsEphemeral ? _options.Folder : null);
    }

    private async Task StartAsync(CancellationToken cancel)
    {
        var runAs = await RunAs.ChooseAsync(_options.Folder, cancel);
        await _folder.PrepareAsync(_programs, runAs, _options.IsEphemeral, cancel);
        await runAs.HandOverAsync(_options.Folder, cancel);
        if (_socketFolder is not null)
        {
            await runAs.HandOverAsync(_socketFolder, cancel);
        }

        string[] settings = ServerSettings.For(_socketFolder, _port, _options.IsEphemeral);
        _server = Watchdog.Start(
            _socketFolder,
            _options.IsEphemeral ? Path.GetFullPath(_options.Folder) : null,
            [.. runAs.Prefix, _programs.PathOf("postgres"), "-D", _folder.Cluster, .. settings]);
        await WaitAsync(_server, cancel);
    }

    private async Task WaitAsync(Watchdog server, CancellationToken cancel)
    {
        var question = ConnectionString("postgres") + ";Pooling=false;Timeout=5";
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                await using var connection = new NpgsqlConnection(question);
                await connection.OpenAsync(cancel);
                return;
            }
            catch (NpgsqlException notYet)
            {
                if (server.HasExited || waited.Elapsed > LongestRecovery)
                {
                    throw new DatabaseMissingException($"PostgreSQL {MajorVersion} in {_options.Folder} did not start: {server.Said}", notYet);
                }

                await Task.Delay(20, cancel);
            }
        }
    }

    private static void RemoveIfThere(string? folder)
    {
        if (folder is not null && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
