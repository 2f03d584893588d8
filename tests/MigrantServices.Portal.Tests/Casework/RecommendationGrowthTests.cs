using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>The list of recommendations walks an index in its order, however many there are.</summary>
public sealed class RecommendationGrowthTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Sql =
        """
        insert into recommendations (id, case_id, text, addressee, addressee_kind, addressee_sector, article, sent_on, period, due_on, sent_by_id, reply, replied_on, reasons, reply_recorded_by_id)
        select md5('recommendation' || n)::uuid, md5('case' || n)::uuid, decode(repeat('ab', 300), 'hex'), '\x01', 'employer', 'Private', 'race:8',
            current_date - 100 - n % 300, 'Centre', current_date - 40 + n % 80, $1,
            case when n % 3 = 0 then 'Accepted' end, case when n % 3 = 0 then current_date - n % 90 end, case when n % 3 = 0 then '\x01'::bytea end, case when n % 3 = 0 then $1 end
        from generate_series(0, 9999) n
        """;

    [Fact]
    public async Task Each_tab_is_read_from_its_index_and_nothing_is_sorted()
    {
        await using var office = await Office.OpenAsync(database);
        await BulkCases.InsertAsync(database, 10_000, office.Kim.UserId!.Value);
        await using (var insert = database.Source.CreateCommand(Sql))
        {
            insert.Parameters.Add(new() { Value = office.Kim.UserId!.Value });
            await insert.ExecuteNonQueryAsync();
        }

        await using (var analyze = database.Source.CreateCommand("analyze recommendations"))
        {
            await analyze.ExecuteNonQueryAsync();
        }

        foreach (var (tab, index) in new[]
        {
            (RecommendationTab.Waiting, "recommendations_waiting"), (RecommendationTab.Overdue, "recommendations_waiting"),
            (RecommendationTab.Answered, "recommendations_replied"), (RecommendationTab.All, "recommendations_newest"),
        })
        {
            foreach (var actor in new[] { office.Kim, office.AnsanOfficer })
            {
                var first = await ReadAsync(office, tab, null, actor);
                office.Sql.Clear();
                var second = await ReadAsync(office, tab, first.Next, actor);

                Assert.Equal(RecommendationPage.Size, second.Rows.Count);
                Assert.Empty(first.Rows.IntersectBy(second.Rows.Select(r => r.Id), r => r.Id));
                Assert.All(second.Counts.Values, count => Assert.InRange(count, 1, TabCounts.Most + 1));
                var plan = (await office.Sql.ExplainAsync(database.Source)).Plans.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)[0];
                Assert.True(plan.Contains(index, StringComparison.Ordinal) && !plan.Contains("Seq Scan", StringComparison.Ordinal), $"{tab} {actor.Name}: {plan}");
            }
        }
    }

    private static Task<RecommendationPage> ReadAsync(Office office, RecommendationTab tab, string? after, Actor actor) =>
        office.AskAsync(s => s.GetRequiredService<RecommendationRegister>().ReadAsync(tab, after, actor, CancellationToken.None));
}
