using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Looks for words in every column of every public table, as text and as bytes.</summary>
internal static class PublicSchema
{
    public static async Task<IReadOnlyList<string>> HoldingAsync(PortalDb db, string[] words)
    {
        await db.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var columns = new List<(string Table, string Column, bool IsBytes)>();
        await using (var list = new NpgsqlCommand("select table_name, column_name, data_type from information_schema.columns where table_schema = 'public'", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                columns.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2) == "bytea"));
            }
        }

        var found = new List<string>();
        foreach (var (table, column, isBytes) in columns)
        {
            var holds = isBytes ? $"position(convert_to(word, 'UTF8') in \"{column}\") > 0" : $"\"{column}\"::text ilike '%' || word || '%'";
            await using var look = new NpgsqlCommand($"select count(*) from public.\"{table}\", unnest(@words) as word where {holds}", connection);
            look.Parameters.AddWithValue("words", words);
            if ((long)(await look.ExecuteScalarAsync())! > 0)
            {
                found.Add($"{table}.{column}");
            }
        }

        return found;
    }
}
