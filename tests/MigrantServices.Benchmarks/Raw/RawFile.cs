using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace MigrantServices.Benchmarks.Raw;

/// <summary>Files what the form holds: the case, then its event, its line of access and a job in one batch, all durable before the answer.</summary>
internal static class RawFile
{
    private const string Case = """
        insert into cases (id, service, reference, status, municipality, language, channel, received_at, clock_from, due_on, search_tokens, revision,
            changed_at, has_unread, teller, account, happened_on, happened_precision, still_happening, place, grounds, sectors, forms, respondent_kind,
            respondent_sector, respondent, hope, contact_way, wants_interpreter, is_anonymous)
        values ($1, 'DG', $2, 'Submitted', $3, $4, 'Web', $5, $5, $6, $7, 1, $5, false, 'Myself', $8, $6, 'Day', false, $9, $10, $11, '{}', $12,
            'Private', $13, $14, 'PortalOnly', false, false)
        returning id
        """;

    private const string Event = """
        insert into case_events (id, case_id, at, action, from_status, to_status, by_role, article)
        values ($1, $2, $3, 'file', 'Submitted', 'Submitted', 'Filer', 'petitions:8')
        """;

    private const string Access = "insert into access_records (id, at, role, deed, case_id, detail) values ($1, $2, 'Filer', 'Change', $3, 'file')";

    // done already, so that the portal's own worker leaves it alone
    private const string Job = "insert into outbox_jobs (id, kind, payload, due_at, attempts, done_at) values ($1, 'raw', '{}', $2, 0, $2)";

    public static async Task AnswerAsync(HttpContext context, NpgsqlDataSource source)
    {
        var form = await context.Request.ReadFormAsync();
        var now = DateTime.UtcNow;
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = new NpgsqlCommand(Case, connection, transaction);
        insert.Parameters.AddRange(CaseValues(form, now));
        var id = (Guid)(await insert.ExecuteScalarAsync())!;
        await using (var batch = new NpgsqlBatch(connection, transaction))
        {
            batch.BatchCommands.Add(Command(Event, Guid.CreateVersion7(), id, now));
            batch.BatchCommands.Add(Command(Access, Guid.CreateVersion7(), now, id));
            batch.BatchCommands.Add(Command(Job, Guid.CreateVersion7(), now));
            await batch.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        await RawPages.WriteAsync(context, "<p>받았습니다</p>");
    }

    private static NpgsqlParameter[] CaseValues(IFormCollection form, DateTime now)
    {
        byte[] Bytes(string name) => Encoding.UTF8.GetBytes(form[name].ToString());
        var reference = string.Create(CultureInfo.InvariantCulture, $"DG-{now.Year}-{RandomNumberGenerator.GetInt32(100_000):00000}-{RandomNumberGenerator.GetInt32(100_000):00000}");
        long[] tokens = [.. form["tokens"].ToString().Split(',').Select(t => long.Parse(t, CultureInfo.InvariantCulture))];
        object[] values =
        [
            Guid.CreateVersion7(), reference, form["municipality"].ToString(), form["language"].ToString(), now, DateOnly.FromDateTime(now), tokens,
            Bytes("account"), Bytes("place"), new[] { form["ground"].ToString() }, new[] { form["sector"].ToString() },
            form["respondent-kind"].ToString(), Bytes("respondent"), Bytes("hope"),
        ];
        return [.. values.Select(Parameter)];
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(values.Select(Parameter).ToArray());
        return command;
    }

    private static NpgsqlParameter Parameter(object value) => value is DateTime moment
        ? new NpgsqlParameter { Value = moment, NpgsqlDbType = NpgsqlDbType.TimestampTz }
        : new NpgsqlParameter { Value = value };
}
