using MigrantServices.Testing;
using Npgsql;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Many cases at once, made in the database: a third of them open, a few handlers, all municipalities.</summary>
internal static class BulkCases
{
    private const string Sql =
        """
        insert into cases (id, service, reference, status, municipality, language, channel, received_at, clock_from, due_on, handler_id,
            search_tokens, revision, changed_at, has_unread, teller, account, happened_precision, still_happening, grounds, sectors, forms,
            respondent_sector, contact_way, wants_interpreter, is_anonymous)
        select md5('case' || n)::uuid, 'DG', 'DG-2026-' || lpad((n / 100000)::text, 5, '0') || '-' || lpad((n % 100000)::text, 5, '0'),
            case n % 10 when 0 then 'Submitted' when 1 then 'UnderReview' when 2 then 'Tip' when 3 then 'Answered' else 'Closed' end,
            (array['41110', '41270', '41590', '41390', '41190'])[1 + n % 5], (array['ko', 'en', 'vi', 'zh-Hans', 'ar'])[1 + n % 5], 'Web',
            now() - interval '1 day' - (n / $2) * interval '1 minute', now(),
            case when n % 10 < 2 then current_date + (n % 41 - 20) end, case when n % 10 = 1 then $3 end,
            array[n, n % 2000], 1, now(), false, 'Myself', decode(repeat('ab', 600), 'hex'), 'Unknown', false,
            array[(array['race', 'religion', 'nationality'])[1 + n % 3]], array['employment'], '{}',
            'Private', 'PortalOnly', false, n % 10 = 2
        from generate_series($4, $1 - 1) n
        """;

    /// <param name="sameMoments">How many cases share one moment of receipt.</param>
    public static async Task InsertAsync(TestDatabase database, int upTo, Guid handler, int sameMoments = 1, int from = 0)
    {
        await using (var insert = database.Source.CreateCommand(Sql))
        {
            insert.CommandTimeout = 120;
            insert.Parameters.Add(new() { Value = upTo });
            insert.Parameters.Add(new() { Value = sameMoments });
            insert.Parameters.Add(new() { Value = handler });
            insert.Parameters.Add(new() { Value = from });
            await insert.ExecuteNonQueryAsync();
        }

        await RestAsync(database);
    }

    // As a table at rest is: every page known to be visible to all. An older transaction anywhere on the server delays that.
    private static async Task RestAsync(TestDatabase database)
    {
        for (var attempt = 0; attempt < 150; attempt++)
        {
            await using var vacuum = database.Source.CreateCommand("vacuum analyze cases");
            await vacuum.ExecuteNonQueryAsync();
            await using var atRest = database.Source.CreateCommand("select relallvisible > 0.9 * relpages from pg_class where oid = 'cases'::regclass");
            if ((bool)(await atRest.ExecuteScalarAsync())!)
            {
                return;
            }

            await Task.Delay(100);
        }
    }
}
