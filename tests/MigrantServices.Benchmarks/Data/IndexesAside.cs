using Npgsql;

namespace MigrantServices.Benchmarks.Data;

/// <summary>Takes the indexes of the cases away while many are loaded and makes them anew at the end: several times faster than keeping them.</summary>
public sealed class IndexesAside : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly List<string> _definitions = [];

    private IndexesAside(NpgsqlDataSource source) => _source = source;

    public static async Task<IndexesAside> PutAsync(NpgsqlDataSource source)
    {
        var aside = new IndexesAside(source);
        List<string> names = [];
        await using (var command = source.CreateCommand(
            """
            select indexname, indexdef from pg_indexes
            where schemaname = 'public' and tablename in ('cases', 'case_events', 'case_messages', 'case_people', 'case_codes', 'access_records')
              and indexdef not like 'CREATE UNIQUE%'
            """))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
                aside._definitions.Add(reader.GetString(1));
            }
        }

        foreach (var name in names)
        {
            await aside.RunAsync($"drop index {name}");
        }

        return aside;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var definition in _definitions)
        {
            await RunAsync(definition);
        }
    }

    private async Task RunAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
