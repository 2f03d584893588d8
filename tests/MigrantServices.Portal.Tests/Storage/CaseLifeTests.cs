using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Storage;

/// <summary>Even with plain SQL as the portal's own user no case goes where the table does not lead, no history is lost, and nobody approves what they proposed.</summary>
[Trait("Category", "Database")]
public sealed class CaseLifeTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int Tries = 10_000;
    private const int AtOnce = 50;

    private static readonly CaseStatus[] Decided = [CaseStatus.Answered, CaseStatus.Objected, CaseStatus.ObjectionReview, CaseStatus.ObjectionProposed, CaseStatus.ObjectionAnswered];
    private static readonly string[] Statuses = [.. Grievance.Service.Statuses.Select(status => status.ToString())];
    private static readonly string[] Actions = [.. Grievance.Service.Actions.Select(action => action.Code)];

    [Fact]
    public async Task Ten_thousand_random_statements_lead_no_case_astray()
    {
        var cases = new List<Guid>();
        foreach (var status in new[] { CaseStatus.Tip, CaseStatus.UnderReview, CaseStatus.Investigating, CaseStatus.Mediating, CaseStatus.Proposed, CaseStatus.Answered, CaseStatus.ObjectionProposed })
        {
            cases.Add((await host.Given.AGrievanceAsync(status)).Id);
        }

        var people = new[] { Colleagues.Caseworker, Colleagues.Caseworker2, Colleagues.Supervisor, Colleagues.Supervisor2 }.Select(c => c.Id).ToArray();
        var before = await HistoryAsync(cases);
        var dice = new Random(7);
        await using var source = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
        await using var connection = await source.OpenConnectionAsync();
        var (done, refused) = (0, 0);
        for (var n = 0; n < Tries; n += AtOnce)
        {
            for (var i = 0; i < AtOnce; i++)
            {
                if (await RunsAsync(connection, Statement(dice, cases[dice.Next(cases.Count)], people)))
                {
                    done++;
                }
                else
                {
                    refused++;
                }
            }

            await AssertSoundAsync(cases);
        }

        Assert.True(done > 0 && refused > Tries / 2, $"{done} done, {refused} refused");
        var after = await HistoryAsync(cases);
        Assert.Empty(before.Except(after));
    }

    [Theory]
    [InlineData("delete from case_events where case_id = @case")]
    [InlineData("update case_events set action = 'note' where case_id = @case")]
    [InlineData("truncate case_events cascade")]
    [InlineData("update cases set status = 'Closed' where id = @case")]
    [InlineData("update cases set status = 'Answered' where id = @case")]
    [InlineData("update cases set status = 'Nonsense' where id = @case")]
    [InlineData("update cases set approved_by_id = proposed_by_id where id = @case")]
    [InlineData("insert into case_events (id, case_id, at, action, from_status, to_status, by_role, article) values (gen_random_uuid(), @case, '2026-11-23T03:00:00Z', 'approve', 'Proposed', 'Answered', 'Supervisor', 'petitions:27'); update cases set status = 'Answered', changed_at = '2026-11-23T03:00:00Z', due_on = null where id = @case")]
    public async Task What_the_table_does_not_hold_the_database_refuses(string statement)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Proposed);
        var before = await HistoryAsync([filed.Id]);
        await using var source = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
        await using var connection = await source.OpenConnectionAsync();

        Assert.False(await RunsAsync(connection, statement.Replace("@case", $"'{filed.Id}'", StringComparison.Ordinal)));

        Assert.Equal(CaseStatus.Proposed, await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Status).SingleAsync()));
        Assert.Equal(before, await HistoryAsync([filed.Id]));
    }

    [Fact]
    public async Task The_database_knows_the_lives_of_the_services_and_nothing_beside()
    {
        var known = await host.StoredAsync(db => db.Set<LifecycleLine>().ToListAsync());

        Assert.Equal(
            ServiceCatalog.All.SelectMany(service => service.Lifecycle.Select(l => new LifecycleLine(service.Prefix, l.From, l.Action.Code, l.To))).ToHashSet(),
            known.Where(l => l.Action != Grievance.File.Code).ToHashSet());
    }

    private static string Statement(Random dice, Guid one, Guid[] people)
    {
        var (from, to, action) = (Pick(Statuses), Pick(Statuses), Pick(Actions));
        return dice.Next(6) switch
        {
            0 => $"update cases set status = '{to}' where id = '{one}'",
            1 => $"update cases set proposed_by_id = '{Pick(people)}', approved_by_id = '{Pick(people)}' where id = '{one}'",
            2 => $"update cases set objection_proposed_by_id = '{Pick(people)}', objection_approved_by_id = '{Pick(people)}' where id = '{one}'",
            3 => $"delete from case_events where case_id = '{one}'",
            4 => $"{Event(from, action, to)}; update cases set status = '{to}', changed_at = '2026-11-23T03:00:00Z', due_on = null where id = '{one}'",
            _ => Event(from, action, to),
        };

        string Event(string was, string deed, string becomes) =>
            $"insert into case_events (id, case_id, at, action, from_status, to_status, by_role, article) values (gen_random_uuid(), '{one}', '2026-11-23T03:00:00Z', '{deed}', '{was}', '{becomes}', 'Caseworker', 'race:4')";

        T Pick<T>(T[] of) => of[dice.Next(of.Length)];
    }

    private static async Task<bool> RunsAsync(NpgsqlConnection connection, string statement)
    {
        await using var all = await connection.BeginTransactionAsync();
        try
        {
            await using var command = new NpgsqlCommand(statement, connection, all);
            await command.ExecuteNonQueryAsync();
            await all.CommitAsync();
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    private async Task AssertSoundAsync(List<Guid> cases)
    {
        var now = await host.StoredAsync(db => db.Grievances.AsNoTracking().Where(g => cases.Contains(g.Id))
            .Select(g => new { g.Id, g.Status, g.ProposedById, g.ApprovedById, g.ObjectionProposedById, g.ObjectionApprovedById }).ToListAsync());
        foreach (var one in now)
        {
            Assert.Contains(one.Status.ToString(), Statuses);
            Assert.True(one.ApprovedById is null || one.ApprovedById != one.ProposedById);
            Assert.True(one.ObjectionApprovedById is null || one.ObjectionApprovedById != one.ObjectionProposedById);
            Assert.True(!Decided.Contains(one.Status) || (one.ProposedById is not null && one.ApprovedById is not null), one.Status.ToString());
            Assert.True(one.Status != CaseStatus.ObjectionAnswered || (one.ObjectionProposedById is not null && one.ObjectionApprovedById is not null));
        }
    }

    private Task<List<string>> HistoryAsync(IReadOnlyCollection<Guid> cases) => host.StoredAsync(db => db.Events.Where(e => cases.Contains(e.CaseId))
        .OrderBy(e => e.Id).Select(e => e.Id + e.Action + e.From + e.To).ToListAsync());
}
