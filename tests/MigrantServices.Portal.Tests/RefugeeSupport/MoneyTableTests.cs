using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.RefugeeSupport.GivenMoney;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>Even with plain SQL as the portal's own user no sum is altered, nothing is paid that was not granted, and nobody does the work of two.</summary>
[Trait("Category", "Database")]
public sealed class MoneyTableTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string NewAward =
        "insert into awards (id, number, case_id, line_id, programme_code, terms_id, members, need, from_day, to_day, won, proposed_by_id, approved_by_id, granted_at, state, released_won, paid_won) select gen_random_uuid(), 'SA-2026-99999-99999', case_id, line_id, programme_code, terms_id, ";

    private const string NewInstalment = "insert into instalments (id, award_id, line_id, number, due_on, won, state, returned_won) ";

    private const string NewPayment = "insert into payments (id, instalment_id, won, method, payee, prepared_by_id, prepared_at, state, released_by_id, released_at, paid_on, withdrawn_by_id) select gen_random_uuid(), id, ";

    [Theory]
    [InlineData("update budget_lines set won = won + 1 where id = @line")]
    [InlineData("update budget_lines set committed_won = 0, paid_won = 0 where id = @line")]
    [InlineData("update budget_lines set closed_at = now() where id = @line")]
    [InlineData("delete from budget_lines where id = @line")]
    [InlineData("truncate budget_lines cascade")]
    [InlineData("insert into budget_lines (id, code, year, opened_by_id, opened_at, won, committed_won, paid_won) select gen_random_uuid(), code, 2030, opened_by_id, now(), 1000000, 0, 0 from budget_lines where id = @line")]
    [InlineData("insert into budget_changes (id, line_id, kind, won, reason, proposed_by_id, proposed_at, state, decided_by_id, decided_at) select gen_random_uuid(), line_id, kind, won, reason, proposed_by_id, now(), 'Approved', decided_by_id, now() from budget_changes where line_id = @line and state = 'Approved'")]
    [InlineData("update budget_changes set state = 'Approved', decided_by_id = proposed_by_id, decided_at = now() where line_id = @line and state = 'Proposed'")]
    [InlineData("update budget_changes set won = 99000000 where line_id = @line and state = 'Proposed'")]
    [InlineData("update budget_changes set state = 'Proposed', decided_by_id = null, decided_at = null where line_id = @line and state = 'Approved'")]
    [InlineData("insert into budget_closings (id, year, proposed_by_id, proposed_at, state, decided_by_id, decided_at) select gen_random_uuid(), 2026, proposed_by_id, now(), 'Approved', decided_by_id, now() from budget_changes where line_id = @line and state = 'Approved'")]
    [InlineData("update awards set won = won + 1 where id = @award")]
    [InlineData("update awards set paid_won = 0 where id = @award")]
    [InlineData("update awards set released_won = won where id = @award")]
    [InlineData("update awards set to_day = to_day + 100 where id = @award")]
    [InlineData("delete from awards where id = @award")]
    [InlineData(NewAward + "array[gen_random_uuid()], need, from_day, to_day, 1, proposed_by_id, approved_by_id, now(), 'Running', 0, 0 from awards where id = @award")]
    [InlineData(NewAward + "members, need, to_day, to_day, 0, proposed_by_id, approved_by_id, now(), 'Running', 0, 0 from awards where id = @award")]
    [InlineData(NewAward + "array[gen_random_uuid()], need, from_day, to_day, 0, proposed_by_id, proposed_by_id, now(), 'Running', 0, 0 from awards where id = @award")]
    [InlineData(NewAward + "array[gen_random_uuid()], need, from_day, to_day + 365, 0, proposed_by_id, approved_by_id, now(), 'Running', 0, 0 from awards where id = @award")]
    [InlineData(NewAward + "array[gen_random_uuid()], need, from_day, to_day, 6000001, proposed_by_id, approved_by_id, now(), 'Running', 0, 0 from awards where id = @award")]
    [InlineData(NewAward + "array[gen_random_uuid()], 'another need', from_day, to_day, 0, proposed_by_id, approved_by_id, now(), 'Running', 0, 0 from awards where id = @award")]
    [InlineData(NewAward + "array[gen_random_uuid()], need, from_day, to_day, 100, proposed_by_id, approved_by_id, now(), 'Running', 0, 50 from awards where id = @award")]
    [InlineData("insert into award_members (award_id, member, need, from_day, to_day) select id, gen_random_uuid(), need, from_day, to_day from awards where id = @award")]
    [InlineData("delete from award_members where award_id = @award")]
    [InlineData("update award_members set to_day = from_day where award_id = @award")]
    [InlineData("update instalments set won = won * 2 where award_id = @award")]
    [InlineData("update instalments set state = 'Due' where award_id = @award")]
    [InlineData("update instalments set due_on = '2026-01-01' where award_id = @award")]
    [InlineData(NewInstalment + "select gen_random_uuid(), id, line_id, 9, from_day, 1, 'Due', 0 from awards where id = @award")]
    [InlineData(NewInstalment + "select gen_random_uuid(), id, line_id, 9, from_day, 1, 'Cancelled', 0 from awards where id = @award")]
    [InlineData(NewInstalment + "select gen_random_uuid(), id, line_id, 9, from_day, 99000000, 'Due', 0 from awards where id = @award")]
    [InlineData(NewPayment + "won, 'Voucher', '\\x01', @one, now(), 'Released', @two, now(), due_on, null from instalments where award_id = @award and state = 'Due'")]
    [InlineData(NewPayment + "won + 1, 'Voucher', '\\x01', @one, now(), 'Prepared', null, null, null, null from instalments where award_id = @award and state = 'Due'")]
    [InlineData(NewPayment + "won, 'Voucher', '\\x01', @one, now(), 'Prepared', null, null, null, null from instalments where award_id = @award and state = 'Paid'")]
    [InlineData("with p as (" + NewPayment + "won, 'Voucher', '\\x01', @one, now(), 'Prepared', null, null, null, null from instalments where award_id = @award and state = 'Due' returning id) select count(*) from p; update payments set state = 'Released', released_by_id = @one, released_at = now(), paid_on = '2027-01-01' where state = 'Prepared'")]
    [InlineData("with p as (" + NewPayment + "won, 'Voucher', '\\x01', @one, now(), 'Prepared', null, null, null, null from instalments where award_id = @award and state = 'Due' returning id) select count(*) from p; update payments set state = 'Released', released_by_id = @two, released_at = now(), paid_on = '2026-11-23' where state = 'Prepared'")]
    [InlineData("update payments set won = 1 where id = @payment")]
    [InlineData("update payments set state = 'Reversed' where id = @payment")]
    [InlineData("update payments set state = 'Prepared', released_by_id = null, released_at = null, paid_on = null where id = @payment")]
    [InlineData("update payments set paid_on = paid_on - 10 where id = @payment")]
    [InlineData("update payments set payee = '\\x02' where id = @payment")]
    [InlineData("delete from payments where id = @payment")]
    [InlineData("insert into payment_reversals (id, payment_id, reason, prepared_by_id, prepared_at, state, released_by_id, released_at) values (gen_random_uuid(), @payment, '\\x01', @one, now(), 'Released', @two, now())")]
    [InlineData("insert into payment_returns (id, payment_id, won, reason, returned_on, recorded_by_id, recorded_at) values (gen_random_uuid(), @payment, 1000001, '\\x01', '2026-12-01', @one, now())")]
    [InlineData("insert into payment_returns (id, payment_id, won, reason, returned_on, recorded_by_id, recorded_at) values (gen_random_uuid(), @payment, -1, '\\x01', '2026-12-01', @one, now())")]
    [InlineData("insert into award_endings (id, award_id, kind, last_day, reason, by_id, at, released_won) values (gen_random_uuid(), @award, 'Stopped', '2030-01-01', '\\x01', @one, now(), 0)")]
    public async Task What_may_not_become_of_the_money_the_database_refuses(string statement)
    {
        var funded = await host.FundedAsync(5_000_000);
        var award = await host.GrantAsync(funded.Ask(2_000_000, months: 2, from: new(2026, 11, 23)));
        var payment = await host.PayAsync(award);
        await host.DoAsync<BudgetDesk, Guid>(desk => desk.ProposeAsync(Officer, funded.LineId, new() { Kind = BudgetChangeKind.Increase, Won = "1000", Reason = "The council decided so." }, CancellationToken.None));
        var before = await host.MoneyAsync();
        var sql = statement.Replace("@line", $"'{funded.LineId}'", StringComparison.Ordinal).Replace("@award", $"'{award.Id}'", StringComparison.Ordinal)
            .Replace("@payment", $"'{payment}'", StringComparison.Ordinal).Replace("@one", $"'{Officer.UserId}'", StringComparison.Ordinal).Replace("@two", $"'{Officer2.UserId}'", StringComparison.Ordinal);
        await using var source = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
        await using var command = source.CreateCommand(sql);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.True(
            refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.UniqueViolation,
            refused.Message);
        Assert.Equal(before, await host.MoneyAsync());
    }

    [Fact]
    public async Task Nobody_goes_around_the_guards_by_a_trigger_of_their_own()
    {
        var funded = await host.FundedAsync(5_000_000);
        var before = await host.MoneyAsync();
        await using var source = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
        await using var command = source.CreateCommand(
            $"""
            create temp table lever (n int);
            create function pg_temp.pull() returns trigger language plpgsql as $$ begin
                insert into budget_changes (id, line_id, kind, won, reason, proposed_by_id, proposed_at, state, decided_by_id, decided_at)
                values (gen_random_uuid(), '{funded.LineId}', 'Increase', 1000000, 'more', '{Officer.UserId}', now(), 'Approved', '{Officer2.UserId}', now());
                return new; end $$;
            create trigger pull before insert on lever for each row execute function pg_temp.pull();
            insert into lever values (1);
            """);

        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);

        Assert.Equal(before, await host.MoneyAsync());
    }
}
