using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.People;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Tests.Casework;
using MigrantServices.Testing;
using Xunit;
using Xunit.Abstractions;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>A colleague's day costs what the page shows, and the load what is open; history costs neither anything.</summary>
public sealed class DayGrowthTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    // some of the counts look up to a hundred cases up by their key, to know whether one may see them; proposals both of two,
    // and what was sent on
    private const int MostPages = 4_000;
    private const double MostGrowth = 1.3;

    // each section has its cases: some sent back, handed over and unread, some that wait for a signature or object. Questions, proposals,
    // time bars and silence are a queue, which does not grow with the tables
    private const string Spread =
        """
        update cases set handed_at = received_at where status = 'UnderReview' and search_tokens[1] % 20 = 1;
        update cases set answer = '\x01' where status = 'UnderReview' and search_tokens[1] % 20 = 11;
        update cases set recommendation_back_since = received_at where status = 'UnderReview' and search_tokens[1] % 20 = 13;
        update cases set has_unread = true where status = 'UnderReview' and search_tokens[1] % 20 = 6;
        alter table cases disable trigger cases_follow_their_table;
        update cases set status = 'AwaitingSupplement', due_on = null, paused_on = current_date - 20, supplement_asked_on = current_date - 20, supplement_until = current_date - 10
            where status = 'UnderReview' and search_tokens[1] % 100 = 66;
        update cases set status = 'Proposed' where status = 'UnderReview' and search_tokens[1] % 40 = 16;
        update cases set status = 'Objected', objected_at = received_at, handler_id = null, proposed_by_id = (select id from users where display_name not like '김%' order by id limit 1), approved_by_id = (select id from users where display_name not like '김%' order by id desc limit 1) where status = 'UnderReview' and search_tokens[1] % 40 = 36;
        update cases set jurisdiction = 'NotOurs', jurisdiction_checked_at = received_at where status = 'UnderReview' and search_tokens[1] % 100 = 46;
        update cases set status = 'Investigating', respondent_asked_until = current_date - 3 where status = 'UnderReview' and search_tokens[1] % 100 = 26 and search_tokens[1] % 100000 < 5000;
        insert into inquiry_records (id, case_id, deed, "on", words, due_on, made_by_id, made_at)
            select md5('question' || search_tokens[1])::uuid, id, 'ask-respondent', current_date - 20, '\x01', current_date - 3, handler_id, now() from cases where status = 'Investigating'
            on conflict do nothing;
        update cases set status = 'Mediating' where status = 'UnderReview' and search_tokens[1] % 100 = 31 and search_tokens[1] % 100000 < 5000;
        insert into inquiry_records (id, case_id, deed, "on", words, due_on, made_by_id, made_at)
            select md5('proposal' || search_tokens[1])::uuid, id, 'propose-settlement', current_date - 20, '\x01', current_date - 3, handler_id, now() from cases where status = 'Mediating'
            on conflict do nothing;
        update cases set merge_proposed_by_id = (select id from users where display_name = '이감독' limit 1) where status = 'UnderReview' and search_tokens[1] % 100 = 86 and search_tokens[1] % 100000 < 5000;
        insert into case_merges (id, merged_id, surviving_id, ground, words, proposed_by_id, proposed_at, state)
            select md5('merge' || search_tokens[1])::uuid, id, md5('case' || search_tokens[1] - 5)::uuid, 'TheySaid', '\x01', merge_proposed_by_id, now(), 'Proposed'
            from cases where merge_proposed_by_id is not null
            on conflict do nothing;
        update cases set last_happened_on = current_date - (search_tokens[1] / 100 % 200)::int where status = 'UnderReview' and last_happened_on is null;
        update cases set last_happened_on = (current_date - interval '1 year')::date + 3 where status = 'UnderReview' and search_tokens[1] % 100 = 71 and search_tokens[1] % 100000 < 5000;
        update cases set rights_until = current_date + 60 where status = 'UnderReview' and rights_until is null;
        update cases set rights_until = current_date + 3 where status = 'UnderReview' and search_tokens[1] % 100 = 71 and search_tokens[1] % 100000 < 5000;
        update cases set fear_since = received_at where status = 'UnderReview' and search_tokens[1] % 100 = 71 and search_tokens[1] % 100000 < 5000;
        update cases set referred_at = received_at where status = 'UnderReview' and search_tokens[1] % 100 = 91 and search_tokens[1] % 100000 < 5000;
        insert into referrals (id, case_id, body, sent, letter, consent_on, consent_way, sent_at, sent_by_id)
            select md5('referral' || search_tokens[1])::uuid, id, 'nhrck', '{story}', '\x01', current_date - 300, 'Phone', now() - interval '300 days', handler_id from cases where referred_at is not null and handler_id is not null
            on conflict do nothing
        """;

    private const string Recommend =
        """
        insert into recommendations (id, case_id, text, addressee, addressee_kind, addressee_sector, article, sent_on, period, due_on, sent_by_id, reply, replied_on, reasons, reply_recorded_by_id, next_check_on)
        select md5('recommendation' || n)::uuid, md5('case' || n)::uuid, decode(repeat('ab', 300), 'hex'), '\x01', 'employer', 'Private', 'race:8',
            current_date - 100 - n % 300, 'Centre', current_date - 40 + n % 80, $1,
            case when n % 3 = 0 then 'Accepted' end, case when n % 3 = 0 then current_date - n % 90 end, case when n % 3 = 0 then '\x01'::bytea end, case when n % 3 = 0 then $1 end,
            case when n % 9 = 0 then current_date - n % 90 + 30 end
        from generate_series($2, $3 - 1) n
        """;

    [Fact]
    public async Task A_day_touches_as_little_with_ten_times_the_cases()
    {
        await using var office = await Office.OpenAsync(database);
        await GrowAsync(office, 0, 10_000);
        var few = await DayAsync(office);
        await GrowAsync(office, 10_000, 100_000);
        var many = await DayAsync(office);

        foreach (var (name, (pages, plans)) in many)
        {
            output.WriteLine($"{name}: {few[name].Pages} -> {pages}");
            Assert.True(pages <= MostPages, $"{name} touches {pages} pages.{plans}");
            Assert.True(pages <= few[name].Pages * MostGrowth, $"{name} grew from {few[name].Pages} to {pages} pages.{plans}");
        }
    }

    [Fact]
    public async Task The_load_touches_no_more_when_only_history_grows()
    {
        await using var office = await Office.OpenAsync(database);
        await GrowAsync(office, 200_000, 205_000);
        var (few, _) = await LoadAsync(office);
        await BulkCases.InsertAsync(database, 260_000, office.Kim.UserId!.Value, from: 205_000);
        await RunAsync("alter table cases disable trigger cases_follow_their_table; update cases set status = 'Closed', due_on = null where search_tokens[1] >= 205000");
        await BulkCases.InsertAsync(database, 260_000, office.Kim.UserId!.Value, from: 260_000);

        var (many, plans) = await LoadAsync(office);

        output.WriteLine($"load: {few} -> {many}");
        Assert.True(many <= few * MostGrowth, $"The load grew from {few} to {many} pages.{plans}");
    }

    private async Task GrowAsync(Office office, int from, int upTo)
    {
        await BulkCases.InsertAsync(database, upTo, office.Kim.UserId!.Value, from: from);
        foreach (var sql in Spread.Split(';'))
        {
            await RunAsync(sql);
        }

        await using (var insert = database.Source.CreateCommand(Recommend))
        {
            insert.Parameters.Add(new() { Value = office.Kim.UserId!.Value });
            insert.Parameters.Add(new() { Value = from });
            insert.Parameters.Add(new() { Value = upTo });
            await insert.ExecuteNonQueryAsync();
        }

        await RunAsync("vacuum analyze recommendations, inquiry_records, case_merges, referrals");
        // nothing more is inserted: the tables only come to rest
        await BulkCases.InsertAsync(database, upTo, office.Kim.UserId!.Value, from: upTo);
    }

    private async Task<Dictionary<string, (long Pages, string Plans)>> DayAsync(Office office)
    {
        var result = new Dictionary<string, (long, string)>(StringComparer.Ordinal);
        // an officer of one city walks past the overdue recommendations of other cities, as in their list: as many as wait, whatever history holds
        foreach (var actor in new[] { office.Kim, office.Lee })
        {
            office.Sql.Clear();
            var day = await office.AskAsync(s => s.GetRequiredService<MyDayReader>().ReadAsync(actor, CancellationToken.None));
            if (actor == office.Kim)
            {
                Assert.Equal(Enum.GetValues<DaySection>().Except([DaySection.ToApprove, DaySection.Alarms, DaySection.ToIssue, DaySection.Offered, DaySection.AcrossCities, DaySection.ChildChecks, DaySection.ToDestroy, DaySection.ReceiverSilent, DaySection.ReceiverOwed]), day.Parts.Select(part => part.Section));
            }

            result[actor.Name] = await office.Sql.ExplainAsync(database.Source);
        }

        return result;
    }

    private async Task<(long Pages, string Plans)> LoadAsync(Office office)
    {
        office.Sql.Clear();
        var loads = await office.AskAsync(s => s.GetRequiredService<LoadReader>().ReadAsync(office.Lee, CancellationToken.None));
        Assert.NotEmpty(loads);
        return await office.Sql.ExplainAsync(database.Source);
    }

    private async Task RunAsync(string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }
}
