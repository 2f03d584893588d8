using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Writes down every statement that reaches the database, so that a test can count them or ask for their plans.</summary>
internal sealed class SqlRecorder : DbCommandInterceptor
{
    private readonly List<NpgsqlCommand> _commands = [];

    public int Count => _commands.Count;

    public IEnumerable<string> Texts => _commands.Select(c => c.CommandText);

    public void Clear() => _commands.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _commands.Add(((NpgsqlCommand)command).Clone());
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _commands.Add(((NpgsqlCommand)command).Clone());
        return ValueTask.FromResult(result);
    }

    /// <summary>The pages that the recorded questions touch, and their plans; changes are left out.</summary>
    public Task<(long Pages, string Plans)> ExplainAsync(NpgsqlDataSource source) => ExplainAsync(source, text => text.StartsWith("SELECT", StringComparison.Ordinal));

    /// <summary>With the changes, which must not have been kept: they are made once more, in their order, and undone.</summary>
    public Task<(long Pages, string Plans)> ExplainWithChangesAsync(NpgsqlDataSource source) => ExplainAsync(source, _ => true);

    private async Task<(long Pages, string Plans)> ExplainAsync(NpgsqlDataSource source, Func<string, bool> wanted)
    {
        var (pages, plans) = (0L, "");
        await using var connection = await source.OpenConnectionAsync();
        await using var undone = await connection.BeginTransactionAsync();
        foreach (var (text, command) in _commands.SelectMany(c => Statements(c.CommandText).Where(wanted).Select(text => (text, c))))
        {
            await using var explain = new NpgsqlCommand("explain (analyze, buffers, format json) " + text, connection, undone);
            foreach (NpgsqlParameter parameter in command.Parameters)
            {
                explain.Parameters.Add(parameter.Clone());
            }

            var plan = (string)(await explain.ExecuteScalarAsync())!;
            var top = JsonDocument.Parse(plan).RootElement[0].GetProperty("Plan");
            pages += top.GetProperty("Shared Hit Blocks").GetInt64() + top.GetProperty("Shared Read Blocks").GetInt64();
            plans += Environment.NewLine + Short(top);
        }

        return (pages, plans);
    }

    // what is saved together goes in one command
    private static IEnumerable<string> Statements(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Short(JsonElement node)
    {
        var index = node.TryGetProperty("Index Name", out var name) ? " " + name.GetString() : "";
        var below = node.TryGetProperty("Plans", out var plans) ? string.Join(", ", plans.EnumerateArray().Select(Short)) : "";
        return $"{node.GetProperty("Node Type").GetString()}{index} {node.GetProperty("Shared Hit Blocks").GetInt64()}[{below}]";
    }
}
