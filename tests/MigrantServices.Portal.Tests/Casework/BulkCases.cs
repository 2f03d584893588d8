using MigrantServices.Testing;
using Npgsql;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Many cases at once, made in the database. Half of them are open, and already among ten thousand each tab holds more than is counted:
/// so what is measured is the growth of the tables and not that of a queue.</summary>
internal static class BulkCases
{
    private const int MostAttempts = 150;

    private const string Sql =
        """
        insert into cases (id, service, reference, status, municipality, language, channel, received_at, clock_from, due_on, handler_id,
            search_tokens, revision, changed_at, has_unread, teller, account, happened_precision, still_happening, grounds, sectors, forms,
            respondent_sector, contact_way, wants_interpreter, is_anonymous, proposed_by_id, approved_by_id)
        select md5('case' || n)::uuid, 'DG', 'DG-2026-' || lpad((n / 100000)::text, 5, '0') || '-' || lpad((n % 100000)::text, 5, '0'),
            case when n % 10 in (0, 3, 8) then 'Submitted' when n % 10 in (1, 6) then 'UnderReview' when n % 10 = 2 then 'Tip' when n % 10 = 4 then 'Answered' else 'Closed' end,
            (array['41110', '41270', '41590', '41270', '41190'])[1 + n % 5], (array['ko', 'en', 'vi', 'zh-Hans', 'ar'])[1 + n % 5], 'Web',
            now() - interval '1 day' - (n / $2) * interval '1 minute', now(),
            case when n % 10 in (0, 1, 3, 6, 8) then current_date + (array[-1 - n % 5, n % 2, 5 + n % 15])[1 + n / 10 % 3] end, case when n % 10 in (1, 6) then $3 end,
            array[n, n % 2000], 1, now(), false, 'Myself', decode(repeat('ab', 600), 'hex'), 'Unknown', false,
            array[(array['race', 'religion', 'nationality'])[1 + n % 3]], array['employment'], '{}',
            'Private', 'PortalOnly', false, n % 10 = 2,
            case when n % 10 = 4 then $3 end, case when n % 10 = 4 then (select id from users where id <> $3 order by id limit 1) end
        from generate_series($4, $1 - 1) n
        """;

    // what stands around each of them: deeds, the person, a letter, a code, a line of access
    private const string AroundSql =
        """
        insert into case_events (id, case_id, at, action, from_status, to_status, by_role, article)
        select md5('event' || n || '.' || e)::uuid, md5('case' || n)::uuid, now() - interval '1 day', 'take-on', 'Submitted', 'UnderReview', 'Caseworker', 'petitions:8'
        from generate_series($1, $2 - 1) n, generate_series(1, 2) e;
        insert into case_people (id, case_id, part, name)
        select md5('person' || n)::uuid, md5('case' || n)::uuid, 'Filer', '\x01' from generate_series($1, $2 - 1) n;
        insert into case_messages (id, case_id, purpose, body, language, from_office, sent_at)
        select md5('message' || n)::uuid, md5('case' || n)::uuid, 'Message', '\x01', 'ko', false, now() - interval '1 day' from generate_series($1, $2 - 1) n;
        insert into case_codes (id, hash, holder, case_id, created_at)
        select md5('code' || n)::uuid, decode(md5('code' || n), 'hex'), 'Filer', md5('case' || n)::uuid, now() from generate_series($1, $2 - 1) n;
        insert into access_records (id, at, role, deed, case_id, detail)
        select md5('access' || n)::uuid, now() - interval '1 day', 'Filer', 'Change', md5('case' || n)::uuid, 'file' from generate_series($1, $2 - 1) n
        """;

    private static readonly string[] Tables = ["cases", "case_events", "case_people", "case_messages", "case_codes", "case_drafts", "access_records"];

    /// <param name="sameMoments">How many cases share one moment of receipt.</param>
    public static async Task InsertAsync(TestDatabase database, int upTo, Guid handler, int sameMoments = 1, int from = 0)
    {
        await using (var insert = database.Source.CreateCommand(Sql))
        {
            insert.CommandTimeout = 300;
            insert.Parameters.Add(new() { Value = upTo });
            insert.Parameters.Add(new() { Value = sameMoments });
            insert.Parameters.Add(new() { Value = handler });
            insert.Parameters.Add(new() { Value = from });
            await insert.ExecuteNonQueryAsync();
        }

        await RestAsync(database);
    }

    /// <summary>Gives the cases of these numbers what a case has around it.</summary>
    public static async Task SurroundAsync(TestDatabase database, int from, int upTo)
    {
        // one by one, since several statements at once take no values
        foreach (var sql in AroundSql.Split(';'))
        {
            await RunAsync(database, sql, from, upTo);
        }

        await RestAsync(database);
    }

    // As tables at rest are: every page known to be visible to all, and statistics that fit. The server's own cleaner is kept away from
    // them, because while it looks at one of them no page of the others can be known to be visible.
    private static async Task RestAsync(TestDatabase database)
    {
        foreach (var table in Tables)
        {
            await RunAsync(database, $"alter table {table} set (autovacuum_enabled = off)");
        }

        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            await RunAsync(database, "vacuum analyze " + string.Join(", ", Tables));
            await using var question = database.Source.CreateCommand(
                "select coalesce(string_agg(relname, ', '), '') from pg_class where relname = any ($1) and relallvisible < 0.9 * relpages");
            question.Parameters.Add(new() { Value = Tables });
            if (await question.ExecuteScalarAsync() is "")
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The tables do not come to rest: an open transaction somewhere in this database keeps them from it.");
    }

    private static async Task RunAsync(TestDatabase database, string sql, params int[] values)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.CommandTimeout = 300;
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }
}
