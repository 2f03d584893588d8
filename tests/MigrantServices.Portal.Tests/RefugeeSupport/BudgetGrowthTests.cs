using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Portal.Tests.Casework;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>The budget costs as much with two hundred thousand awards as with two thousand: no page adds anything up.</summary>
[Trait("Category", "Database")]
public sealed class BudgetGrowthTests
{
    private const int Few = 2_000;
    private const int Many = 200_000;
    private const double MostPages = 1.5;

    private static readonly Guid Line = Guid.Parse("00000000-0000-7000-8000-000000000001");

    [Fact]
    public async Task A_hundred_times_as_many_awards_touch_as_many_pages()
    {
        var (few, many) = (await MeasureAsync(Few), await MeasureAsync(Many));

        Assert.All(many, one => Assert.True(one.Value.Pages <= (few[one.Key].Pages * MostPages) + 8, $"{one.Key}: {few[one.Key].Pages} pages, then {one.Value.Pages}\n{one.Value.Plans}"));
        Assert.All(many, one => Assert.DoesNotContain("Seq Scan on awards", one.Value.Plans, StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, (long Pages, string Plans)>> MeasureAsync(int awards)
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        try
        {
            await using var office = await Office.OpenAsync(database);
            await BulkCases.InsertAsync(database, 200, office.Kim.UserId!.Value);
            await FillAsync(database, awards, office.Kim.UserId.Value);
            var officer = new Core.People.Actor(office.Kim.UserId, office.Kim.Name, [new(Core.People.Role.BudgetOfficer, null, null)]);
            var found = new Dictionary<string, (long, string)>(StringComparer.Ordinal);
            foreach (var (name, read) in new (string, Func<BudgetRegister, Task>)[]
            {
                ("year", register => register.YearAsync(2026, CancellationToken.None)),
                ("line", register => register.LineAsync(Line, CancellationToken.None)),
                ("changes", register => register.ChangesAsync(Line, CancellationToken.None)),
                ("awards", register => register.AwardsAsync(Line, null, officer, CancellationToken.None)),
                ("later awards", async register => await register.AwardsAsync(Line, (await register.AwardsAsync(Line, null, officer, CancellationToken.None)).Next, officer, CancellationToken.None)),
                ("due", register => register.DueAsync(null, officer, CancellationToken.None)),
            })
            {
                office.Sql.Clear();
                await office.AskAsync(async services =>
                {
                    await read(services.GetRequiredService<BudgetRegister>());
                    return true;
                });
                found[name] = await office.Sql.ExplainAsync(database.Source);
            }

            return found;
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>One line with so many awards, one instalment each, nine of ten paid.</summary>
    internal static async Task FillAsync(TestDatabase database, int awards, Guid colleague)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            $$"""
            set session_replication_role = replica;
            insert into support_programmes (code, heading, kind, article, position, is_example) values ('bulk', '1', 'Money', 'refugee:7', 1, true);
            insert into programme_terms (id, programme_code, valid_from, rules, source)
            values ('00000000-0000-7000-8000-000000000002', 'bulk', '2026-01-01', '{"need": "bulk", "covers": "Household", "months": 6, "amountsWon": [100000], "budgetLine": "bulk"}', 'test');
            insert into budget_lines (id, code, year, opened_by_id, opened_at, won, committed_won, paid_won)
            values ('{{Line}}', 'bulk', 2026, '{{colleague}}', now(), {{awards}} * 100000::bigint, {{awards}} * 100000::bigint, {{awards}} * 90000::bigint);
            insert into budget_changes (id, line_id, kind, won, reason, proposed_by_id, proposed_at, state)
            values (gen_random_uuid(), '{{Line}}', 'Increase', {{awards}} * 100000::bigint, 'bulk', '{{colleague}}', now(), 'Proposed');
            insert into awards (id, number, case_id, line_id, programme_code, terms_id, members, need, from_day, to_day, won, proposed_by_id, approved_by_id, granted_at, state, released_won, paid_won)
            select md5('award' || n)::uuid, 'SA-2026-' || n, c.id, '{{Line}}', 'bulk', '00000000-0000-7000-8000-000000000002', array[md5('member' || n)::uuid], 'bulk',
                '2026-01-01', '2026-06-30', 100000, '{{colleague}}', md5('second')::uuid, now(), 'Running', 0, case when n % 10 > 0 then 100000 else 0 end
            from generate_series(1, {{awards}}) n join (select id, row_number() over () as place from cases) c on c.place = 1 + n % 200;
            insert into instalments (id, award_id, line_id, number, due_on, won, state, returned_won)
            select md5('part' || n)::uuid, md5('award' || n)::uuid, '{{Line}}', 1, date '2026-01-01' + n % 300, 100000, case when n % 10 > 0 then 'Paid' else 'Due' end, 0 from generate_series(1, {{awards}}) n;
            set session_replication_role = default;
            analyze awards; analyze instalments; analyze budget_lines; analyze budget_changes;
            """,
            connection)
        { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }
}
