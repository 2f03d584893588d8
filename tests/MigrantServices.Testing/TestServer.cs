using System.Globalization;
using MigrantServices.Core.Storage.Embedded;
using Npgsql;

namespace MigrantServices.Testing;

/// <summary>The one server of a test run: the one that ConnectionStrings__Portal names, or a private one that leaves nothing behind.</summary>
internal sealed class TestServer
{
    private const string Family = "portal_test_";

    private readonly Func<string, string> _connectionString;
    private readonly NpgsqlConnection _admin;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    private TestServer(Func<string, string> connectionString, string prefix)
    {
        _connectionString = connectionString;
        Prefix = prefix;
        _admin = new(new NpgsqlConnectionStringBuilder(connectionString("postgres")) { ApplicationName = prefix, Pooling = false }.ConnectionString);
    }

    public string Prefix { get; }

    public string Template => Prefix + "_template";

    public static async Task<TestServer> StartAsync()
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{Family}{Environment.ProcessId}_{Random.Shared.Next(0x10000):x}");
        var named = Environment.GetEnvironmentVariable("ConnectionStrings__Portal");
        TestServer server;
        if (string.IsNullOrWhiteSpace(named))
        {
            var embedded = await EmbeddedPostgres.StartAsync(new() { Folder = Path.Combine(TestFolder.Fastest, prefix), IsEphemeral = true });
            server = new(embedded.ConnectionString, prefix);
            await server._admin.OpenAsync();
        }
        else
        {
            server = new(database => new NpgsqlConnectionStringBuilder(named) { Database = database }.ConnectionString, prefix);
            await server._admin.OpenAsync();
            await server.DropLeftoversAsync();
        }

        return server;
    }

    public string ConnectionString(string database) => _connectionString(database);

    public async Task RunAsync(string sql)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await using var command = new NpgsqlCommand(sql, _admin);
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Databases of runs that no longer hold their connection; a test host is ended too abruptly to clean up after itself.</summary>
    private async Task DropLeftoversAsync()
    {
        var leftovers = new List<string>();
        await using (var question = new NpgsqlCommand(
            """
            select datname from pg_database
            where starts_with(datname, $1)
              and not exists (select from pg_stat_activity where starts_with(datname, application_name) and starts_with(application_name, $1))
            """,
            _admin))
        {
            question.Parameters.AddWithValue(Family);
            await using var found = await question.ExecuteReaderAsync();
            while (await found.ReadAsync())
            {
                leftovers.Add(found.GetString(0));
            }
        }

        foreach (var leftover in leftovers)
        {
            await RunAsync($"drop database if exists \"{leftover}\" with (force)");
        }
    }
}
