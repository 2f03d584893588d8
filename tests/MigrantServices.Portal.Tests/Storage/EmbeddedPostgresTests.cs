using System.Diagnostics;
using MigrantServices.Core.Storage.Embedded;
using MigrantServices.Testing;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Storage;

/// <summary>The portal's private database, started and ended as people start and end the portal.</summary>
[Trait("Category", "Database")]
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string _folder =
        Directory.CreateDirectory(Path.Combine(TestFolder.Fastest, $"portal-embedded-{Guid.NewGuid():n}")).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_stored_is_there_after_a_restart()
    {
        await using (var first = await StartAsync())
        {
            await AskAsync(first, "create table kept (word text); insert into kept values ('외국인주민')");
        }

        await using var second = await StartAsync();

        Assert.Equal("외국인주민", await AskAsync(second, "select word from kept"));
    }

    [Fact]
    public async Task What_was_stored_is_there_after_the_server_was_killed()
    {
        await using (var first = await StartAsync())
        {
            await AskAsync(first, "create table kept (word text); insert into kept values ('임금체불')");
            using var postmaster = Process.GetProcessById(PostmasterId());
            postmaster.Kill();
            await postmaster.WaitForExitAsync();
        }

        await using var second = await StartAsync();

        Assert.Equal("임금체불", await AskAsync(second, "select word from kept"));
    }

    [Fact]
    public async Task A_number_left_behind_that_now_belongs_to_another_program_does_not_stop_the_start()
    {
        await using (await StartAsync())
        {
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "cluster", "postmaster.pid"), $"{Environment.ProcessId}\n{_folder}/cluster\n1\n5432\n");

        await using var second = await StartAsync();

        Assert.Equal("1", await AskAsync(second, "select 1"));
    }

    [Fact]
    public async Task It_is_durable_discreet_and_reads_every_script()
    {
        await using var server = await StartAsync();

        Assert.Equal("C.UTF-8", await AskAsync(server, "select datctype from pg_database where datname = 'template1'"));
        Assert.Equal("UTF8", await AskAsync(server, "show server_encoding"));
        Assert.Equal("on", await AskAsync(server, "show fsync"));
        Assert.Equal("on", await AskAsync(server, "show synchronous_commit"));
        Assert.Equal("", await AskAsync(server, "show listen_addresses"));
        Assert.Equal("terse", await AskAsync(server, "show log_error_verbosity"));
        Assert.Equal("panic", await AskAsync(server, "show log_min_error_statement"));
    }

    [Fact]
    public async Task Over_the_network_it_answers_on_this_machine_only_and_asks_for_a_password()
    {
        await using var server = await EmbeddedPostgres.StartAsync(new() { Folder = _folder, UsesTcp = true });
        var stranger = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { Password = "guess" };

        Assert.Equal("127.0.0.1", await AskAsync(server, "show listen_addresses"));
        await using var connection = new NpgsqlConnection(stranger.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task A_second_portal_on_the_same_folder_is_told_so()
    {
        await using var first = await StartAsync();

        var said = await Assert.ThrowsAsync<DatabaseMissingException>(StartAsync);

        Assert.Contains("Another portal is running", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_release_is_named_and_left_alone()
    {
        await using (await StartAsync())
        {
        }

        var version = Path.Combine(_folder, "cluster", "PG_VERSION");
        await File.WriteAllTextAsync(version, "9\n");

        var said = await Assert.ThrowsAsync<DatabaseMissingException>(StartAsync);

        Assert.Contains("was made by PostgreSQL 9", said.Message, StringComparison.Ordinal);
        Assert.Contains("PORTAL_POSTGRES_BIN", said.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(version));
    }

    [Fact]
    public async Task Where_there_are_no_programs_one_sentence_says_what_to_do()
    {
        var options = new EmbeddedPostgresOptions { Folder = _folder, BinDirectory = Path.Combine(_folder, "nothing") };

        var said = await Assert.ThrowsAsync<DatabaseMissingException>(() => EmbeddedPostgres.StartAsync(options));

        Assert.Contains("run 'npm ci'", said.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said.Message);
    }

    [Fact]
    public async Task A_cluster_that_was_cut_short_while_it_was_made_is_made_again()
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(_folder, "cluster.unfinished"));
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "PG_VERSION"), "15\n");

        await using var server = await StartAsync();

        Assert.False(Directory.Exists(unfinished.FullName));
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(new() { Folder = _folder });

    private int PostmasterId() =>
        int.Parse(File.ReadLines(Path.Combine(_folder, "cluster", "postmaster.pid")).First());

    private static async Task<string?> AskAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
