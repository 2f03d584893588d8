using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Patterns;
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

    /// <summary>The entry of a code list whose end somebody proposed.</summary>
    private const string Proposed = "proposed-end";

    private static readonly CaseStatus[] Decided = [CaseStatus.Answered, CaseStatus.Objected, CaseStatus.ObjectionReview, CaseStatus.ObjectionProposed, CaseStatus.ObjectionAnswered];
    private static readonly string[] Statuses = [.. Grievance.Service.Statuses.Select(status => status.ToString())];
    private static readonly string[] MergeStates = ["Proposed", "Declined", "Merged", "UndoProposed", "Undone"];
    private static readonly string[] PatternDeeds = Enum.GetNames<PatternDeed>();
    private static readonly string[] Actions = [.. Grievance.Service.Actions.Select(action => action.Code)];

    [Fact]
    public async Task Ten_thousand_random_statements_lead_no_case_astray()
    {
        var cases = new List<Guid>();
        foreach (var status in new[] { CaseStatus.Tip, CaseStatus.UnderReview, CaseStatus.Investigating, CaseStatus.Mediating, CaseStatus.Proposed, CaseStatus.Answered, CaseStatus.ObjectionProposed })
        {
            cases.Add((await host.Given.AGrievanceAsync(status)).Id);
        }

        // what two people must agree on: a recommendation, a merge, a return, a translation
        cases.Add((await host.Given.ARecommendationAsync()).Filed.Id);
        cases.Add((await host.Given.ATranslationAsync()).Filed.Id);
        await host.StoredAsync(db => APatternAsync(db, host.Clock.GetUtcNow()));
        cases.Add((await host.Given.ADeclarationAsync()).Filed.Id);
        await ProposeAChangeAsync();
        var people = new[] { Colleagues.Caseworker, Colleagues.Caseworker2, Colleagues.Supervisor, Colleagues.Supervisor2 }.Select(c => c.Id).ToArray();
        var before = await HistoryAsync(cases);
        var steps = await StepsAsync();
        var dice = new Random(7);
        await using var source = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
        await using var connection = await source.OpenConnectionAsync();
        var (done, refused) = (0, 0);
        for (var n = 0; n < Tries; n += AtOnce)
        {
            for (var i = 0; i < AtOnce; i++)
            {
                if (await RunsAsync(connection, Statement(dice, cases[dice.Next(cases.Count)], cases[dice.Next(cases.Count)], people)))
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
        Assert.Empty(steps.Except(await StepsAsync()));
    }

    [Theory]
    [InlineData("delete from case_events where case_id = @case")]
    [InlineData("update case_events set action = 'note' where case_id = @case")]
    [InlineData("truncate case_events cascade")]
    [InlineData("delete from cases where id = @case")]
    [InlineData("update case_extensions set length = 100; delete from case_extensions")]
    [InlineData("insert into recommendations (id, case_id, text, addressee, addressee_kind, addressee_sector, article, sent_on, period, due_on, sent_by_id) select gen_random_uuid(), @case, '\\x01', '\\x01', 'employer', 'Private', 'race:8', current_date, 'Centre', current_date + 60, proposed_by_id from cases where id = @case")]
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

    [Theory]
    [InlineData("update cases set took_part = '{}' where id = @case")]
    [InlineData("update cases set took_part = null where id = @case")]
    [InlineData("update cases set objection_proposed_by_id = took_part[1], proposed_by_id = (select id from users where id <> all (cases.took_part) limit 1) where id = @case")]
    [InlineData("update cases set objection_approved_by_id = took_part[1], proposed_by_id = (select id from users where id <> all (cases.took_part) limit 1) where id = @case")]
    public async Task Whoever_had_a_part_in_an_answer_decides_no_objection_to_it_and_is_not_forgotten(string statement)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.ObjectionReview);
        await using var source = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
        await using var connection = await source.OpenConnectionAsync();

        Assert.False(await RunsAsync(connection, statement.Replace("@case", $"'{filed.Id}'", StringComparison.Ordinal)));

        var kept = await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.TookPart).SingleAsync());
        Assert.Equal(new[] { Colleagues.Caseworker.Id, Colleagues.Supervisor.Id }.Order(), kept.Order());
    }

    // by the first of those who then try to approve it
    private async Task ProposeAChangeAsync()
    {
        await using var command = host.Database.Source.CreateCommand(
            "insert into reference_changes (id, kind, list, code, effective_on, source, proposed_by_id, proposed_at) values (gen_random_uuid(), 'End', 'sectors', $1, '2027-01-01', '시험', $2, now())");
        command.Parameters.Add(new() { Value = Proposed });
        command.Parameters.Add(new() { Value = Colleagues.Caseworker.Id });
        await command.ExecuteNonQueryAsync();
    }

    private static string Statement(Random dice, Guid one, Guid other, Guid[] people)
    {
        var (from, to, action) = (Pick(Statuses), Pick(Statuses), Pick(Actions));
        return dice.Next(21) switch
        {
            0 => $"update cases set status = '{to}' where id = '{one}'",
            1 => $"update cases set proposed_by_id = '{Pick(people)}', approved_by_id = '{Pick(people)}' where id = '{one}'",
            2 => $"update cases set objection_proposed_by_id = '{Pick(people)}', objection_approved_by_id = '{Pick(people)}' where id = '{one}'",
            3 => $"delete from case_events where case_id = '{one}'",
            5 => $"delete from cases where id = '{one}'",
            6 => $"update recommendation_drafts set read_by_id = '{Pick(people)}', read_at = now(), was_sent = true where case_id = '{one}'",
            7 => $"{Draft()}; {Recommended("d.read_by_id")}",
            8 => $"update recommendation_drafts set read_by_id = '{Pick(people)}', read_at = now(), was_sent = {(dice.Next(2) == 0 ? "true" : "false")} where case_id = '{one}' and read_at is null; {Recommended($"'{Pick(people)}'")}",
            9 => $"insert into case_merges (id, merged_id, surviving_id, ground, words, proposed_by_id, proposed_at, state, decided_by_id, decided_at, status_before) values (gen_random_uuid(), '{one}', '{other}', 'TheySaid', '\\x01', '{Pick(people)}', now(), '{Pick(MergeStates)}', '{Pick(people)}', now(), '{from}')",
            10 => $"insert into apart_returns (id, case_id, words, proposed_by_id, proposed_at, state, decided_by_id, decided_at) values (gen_random_uuid(), '{one}', '\\x01', '{Pick(people)}', now(), 'Agreed', '{Pick(people)}', now())",
            11 => $"update cases set is_set_apart = {(dice.Next(2) == 0 ? "true" : "false")} where id = '{one}'",
            12 => $"update translations set state = 'Checked', checked_by_id = '{Pick(people)}', checked_at = now() where case_id = '{one}'",
            13 => $"update translations set added_by_id = '{Pick(people)}' where case_id = '{one}'",
            14 => $"update patterns set asked_by_id = '{Pick(people)}', purpose = 'OwnMotion', agreed_by_id = '{Pick(people)}', open_until = now() + interval '1 day'",
            15 => $"{Step("Agreed", $"'{Pick(people)}'")}; update patterns set agreed_by_id = '{Pick(people)}', open_until = now() + interval '1 day'",
            16 => Step(Pick(PatternDeeds), dice.Next(2) == 0 ? "null" : $"'{Pick(people)}'"),
            17 => dice.Next(2) == 0 ? "delete from pattern_steps" : $"update pattern_steps set by_id = '{Pick(people)}'",
            18 => "delete from patterns",
            19 => $"update interest_declarations set lifted_by_id = '{Pick(people)}', lifted_at = now(), lifted_words = '\\x01' where case_id = '{one}'",
            20 => $"update reference_changes set approved_by_id = '{Pick(people)}', approved_at = now() where code = '{Proposed}'",
            4 => $"{Event(from, action, to)}; update cases set status = '{to}', changed_at = '2026-11-23T03:00:00Z', due_on = null where id = '{one}'",
            _ => Event(from, action, to),
        };

        string Step(string deed, string askedBy) =>
            $"insert into pattern_steps (id, pattern_id, deed, at, by_id, asked_by_id) select gen_random_uuid(), id, '{deed}', now(), '{Pick(people)}', {askedBy} from patterns";

        string Draft() =>
            $"insert into recommendation_drafts (id, case_id, text, addressee, addressee_kind, addressee_sector, article, period, written_by_id, written_at) values (gen_random_uuid(), '{one}', '\\x01', '\\x01', 'employer', 'Private', 'race:8', 'Centre', '{Pick(people)}', now())";

        string Recommended(string sender) =>
            "insert into recommendations (id, case_id, text, addressee, addressee_kind, addressee_sector, article, sent_on, period, due_on, sent_by_id) "
            + $"select d.id, d.case_id, d.text, d.addressee, d.addressee_kind, d.addressee_sector, d.article, current_date, d.period, current_date + 60, coalesce({sender}, d.written_by_id) from recommendation_drafts d where d.case_id = '{one}'";

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

        Assert.Equal(cases.Count, now.Count);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0], await host.StoredAsync(db => db.Database.SqlQueryRaw<int>(ByOne).ToListAsync()));
    }

    // what stands there although one person alone did both halves of it, table by table
    private const string ByOne =
        """
        select count(*)::int as "Value" from recommendations r where not exists (
            select from recommendation_drafts d where d.id = r.id and d.was_sent and d.read_by_id = r.sent_by_id and d.read_by_id <> d.written_by_id)
        union all select count(*)::int from recommendation_drafts where read_by_id = written_by_id
        union all select count(*)::int from case_merges where state not in ('Proposed', 'Declined') and decided_by_id = proposed_by_id or undone_by_id = undo_proposed_by_id
        union all select count(*)::int from apart_returns where state = 'Agreed' and decided_by_id = proposed_by_id
        union all select count(*)::int from translations where checked_by_id = added_by_id
        union all select count(*)::int from patterns p where p.agreed_by_id is not null and not exists (
            select from pattern_steps s where s.pattern_id = p.id and s.deed = 'Agreed' and s.by_id = p.agreed_by_id and s.asked_by_id = p.asked_by_id and s.by_id <> s.asked_by_id)
        union all select count(*)::int from pattern_steps s where s.asked_by_id is not null and (s.by_id = s.asked_by_id or not exists (
            select from pattern_steps a where a.pattern_id = s.pattern_id and a.deed = 'Asked' and a.by_id = s.asked_by_id))
        union all select count(*)::int from interest_declarations where lifted_by_id = colleague_id
        union all select count(*)::int from reference_changes where approved_by_id = proposed_by_id
        """;

    // one that a supervisor asks to open
    private static async Task<int> APatternAsync(PortalDb db, DateTimeOffset now)
    {
        var pattern = Pattern.Raise("P-2020-000001", Guid.NewGuid(), new(5, now, "employer", RespondentSector.Private), now);
        pattern.AskBy(Colleagues.Supervisor.Actor, PatternPurpose.OwnMotion, new(Guid.CreateVersion7(), new([1])), now);
        db.Add(pattern);
        return await db.SaveChangesAsync();
    }

    private Task<List<string>> StepsAsync() => host.StoredAsync(db => db.Set<PatternStep>().Select(s => s.Id.ToString() + s.Deed + s.ById + s.AskedById).ToListAsync());

    private Task<List<string>> HistoryAsync(IReadOnlyCollection<Guid> cases) => host.StoredAsync(db => db.Events.Where(e => cases.Contains(e.CaseId))
        .OrderBy(e => e.Id).Select(e => e.Id + e.Action + e.From + e.To).ToListAsync());
}
