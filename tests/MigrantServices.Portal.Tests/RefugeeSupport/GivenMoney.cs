using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>A programme of its own with a line of its own, in a case.</summary>
internal sealed record Funded(Guid CaseId, ProgrammeTerms Terms, Guid LineId)
{
    /// <summary>For one new person from the first of December.</summary>
    public GrantAward Ask(long won, int months = 1, Guid? member = null, DateOnly? from = null)
    {
        var first = from ?? new(2026, 12, 1);
        return new(CaseId, Terms.Id, [member ?? Guid.NewGuid()], first, SupportPeriod.OfMonths(first, months).To, won, Colleagues.Caseworker.Id);
    }
}

/// <summary>Programmes, lines and awards for tests, made by the same desks as in earnest.</summary>
internal static class GivenMoney
{
    public static readonly Actor Officer = Colleagues.BudgetOfficer.Actor, Officer2 = Colleagues.BudgetOfficer2.Actor, Approver = Colleagues.Supervisor.Actor;

    private static int _count;

    public static async Task<Funded> FundedAsync(this PortalHost host, long won, Func<ProgrammeRules, ProgrammeRules>? but = null, int year = 2026)
    {
        var code = $"test-{Interlocked.Increment(ref _count)}";
        var rules = new ProgrammeRules
        {
            Need = "need-" + code,
            Covers = SupportCover.Household,
            AmountsWon = [1_000_000],
            IsMonthly = true,
            Months = 6,
            CeilingWon = 6_000_000,
            BudgetLine = code,
        };
        var terms = new ProgrammeTerms { ProgrammeCode = code, ValidFrom = new(2026, 1, 1), Rules = but?.Invoke(rules) ?? rules, Source = "test" };
        await using var db = host.Database.Open();
        db.Add(new SupportProgramme { Code = code, Heading = "1", Kind = SupportKind.Money, Article = "refugee:7", Position = 1000, IsExample = true });
        db.Add(terms);
        await db.SaveChangesAsync();
        return new((await host.Given.AGrievanceAsync()).Id, terms, await host.ALineAsync(code, won, year));
    }

    /// <summary>A line with money that two people put into it.</summary>
    public static async Task<Guid> ALineAsync(this PortalHost host, string code, long won, int year = 2026)
    {
        await using var db = host.Database.Open();
        var line = new BudgetLine { Code = code, Year = year, OpenedById = Officer.UserId!.Value, OpenedAt = host.Clock.GetUtcNow() };
        db.Add(line);
        await db.SaveChangesAsync();
        if (won > 0)
        {
            await host.ChangeAsync(line.Id, won);
        }

        return line.Id;
    }

    public static async Task ChangeAsync(this PortalHost host, Guid line, long won)
    {
        var form = new ChangeBudget { Kind = won > 0 ? BudgetChangeKind.Increase : BudgetChangeKind.Decrease, Won = Math.Abs(won).ToString(System.Globalization.CultureInfo.InvariantCulture), Reason = "The council decided so." };
        var change = await host.DoAsync<BudgetDesk, Guid>(desk => desk.ProposeAsync(Officer, line, form, CancellationToken.None));
        await host.DoAsync<BudgetDesk>(desk => desk.DecideAsync(Officer2, change, agrees: true, CancellationToken.None));
    }

    public static async Task<Award> GrantAsync(this PortalHost host, GrantAward grant) => Assert.Single(await host.GrantAllAsync(grant));

    /// <summary>As an approval does it: within its transaction.</summary>
    public static Task<IReadOnlyList<Award>> GrantAllAsync(this PortalHost host, params GrantAward[] grants) => host.WithAsync(async services =>
    {
        await using var approval = await services.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        var awards = await services.GetRequiredService<AwardDesk>().GrantAsync(grants, Approver, CancellationToken.None);
        await approval.CommitAsync();
        return awards;
    });

    public static Task<Guid> PrepareAsync(this PortalHost host, Award award, int part = 1) => host.DoAsync<PaymentDesk, Guid>(desk => desk.PrepareAsync(
        Officer, award.Instalments.Single(one => one.Number == part).Id, new() { Method = PaymentMethod.BankTransfer, Payee = "Bank 123-456" }, CancellationToken.None));

    public static async Task<Guid> PayAsync(this PortalHost host, Award award, int part = 1)
    {
        var payment = await host.PrepareAsync(award, part);
        await host.DoAsync<PaymentDesk>(desk => desk.ReleaseAsync(Officer2, payment, CancellationToken.None));
        return payment;
    }

    /// <summary>As two people end it: what the database says no to, it says here.</summary>
    public static Task EndedAsync(this PortalHost host, Award award, AwardEndingKind kind, DateOnly lastDay, Guid? by = null) => host.WithAsync(async services =>
    {
        var (db, id) = (services.GetRequiredService<PortalDb>(), Guid.CreateVersion7());
        db.Add(new AwardEnding
        {
            Id = id,
            AwardId = award.Id,
            Kind = kind,
            LastDay = lastDay,
            Reason = services.GetRequiredService<CaseWords>().Seal("They moved to another province.", id, Core.Privacy.SealedField.MoneyReason),
            ProposedById = Officer.UserId,
            ById = by ?? Approver.UserId!.Value,
            At = host.Clock.GetUtcNow(),
        });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException no && MoneyRefusals.Of(no) is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    });

    public static Task<T> DoAsync<TDesk, T>(this PortalHost host, Func<TDesk, Task<T>> deed)
        where TDesk : notnull => host.WithAsync(services => deed(services.GetRequiredService<TDesk>()));

    public static Task DoAsync<TDesk>(this PortalHost host, Func<TDesk, Task> deed)
        where TDesk : notnull => host.WithAsync(services => deed(services.GetRequiredService<TDesk>()));

    public static async Task<string> RefusedAsync(Func<Task> deed) => (await Assert.ThrowsAsync<RefusedException>(deed)).Refusal.Code;

    public static Task<BudgetLine> LineAsync(this PortalHost host, Guid id) => host.StoredAsync(db => db.Set<BudgetLine>().SingleAsync(line => line.Id == id));

    public static Task<Award> AwardAsync(this PortalHost host, Award award) => host.StoredAsync(db => db.Set<Award>().Include(one => one.Instalments).SingleAsync(one => one.Id == award.Id));

    /// <summary>Every row of the money as text: the same before and after means that nothing changed.</summary>
    public static async Task<string> MoneyAsync(this PortalHost host)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.ConnectionString);
        await using var command = source.CreateCommand(
            """
            select concat((select jsonb_agg(t order by t.id) from budget_lines t), (select jsonb_agg(t order by t.id) from budget_changes t), (select jsonb_agg(t order by t.id) from budget_closings t),
                (select jsonb_agg(t order by t.id) from awards t), (select jsonb_agg(t order by t.award_id, t.member) from award_members t), (select jsonb_agg(t order by t.id) from instalments t),
                (select jsonb_agg(t order by t.id) from award_endings t), (select jsonb_agg(t order by t.id) from payments t), (select jsonb_agg(t order by t.id) from payment_reversals t),
                (select jsonb_agg(t order by t.id) from payment_returns t), (select jsonb_agg(t order by t.id) from deliveries t), (select jsonb_agg(t order by t.id) from place_stays t),
                (select jsonb_agg(t order by t.id) from provider_places t), (select jsonb_agg(t order by t.id) from late_entries t), (select jsonb_agg(t order by t.id) from award_ending_proposals t))
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What of the money does not add up, counted by the rows themselves; none ever may.</summary>
    public static async Task<string> WrongSumsAsync(this PortalHost host)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.ConnectionString);
        await using var command = source.CreateCommand(
            """
            with parts as (
                select i.*, coalesce((select sum(p.won) from payments p where p.instalment_id = i.id and p.state = 'Released'), 0) as paid,
                    (select count(*) from payments p where p.instalment_id = i.id and p.state = 'Released') as times
                from instalments i)
            select concat_ws('; ',
                (select 'lines ' || string_agg(l.code, ',') from budget_lines l where l.won < l.committed_won or l.committed_won < l.paid_won or l.paid_won < 0
                    or l.won <> (select coalesce(sum(c.won), 0) from budget_changes c where c.line_id = l.id and c.state = 'Approved')
                    or l.committed_won - (select coalesce(sum(e.won), 0) from late_entries e where e.line_id = l.id) <> (select coalesce(sum(p.won - p.returned_won), 0) from parts p where p.line_id = l.id and p.state <> 'Cancelled')
                    or l.paid_won - (select coalesce(sum(e.won), 0) from late_entries e where e.line_id = l.id) <> (select coalesce(sum(p.paid - p.returned_won), 0) from parts p where p.line_id = l.id)),
                (select 'awards ' || string_agg(a.number, ',') from awards a where a.paid_won + a.released_won > a.won
                    or a.won <> (select coalesce(sum(p.won), 0) from parts p where p.award_id = a.id)
                    or a.paid_won <> (select coalesce(sum(p.paid - p.returned_won), 0) from parts p where p.award_id = a.id)
                    or a.released_won <> (select coalesce(sum(case p.state when 'Cancelled' then p.won else p.returned_won end), 0) from parts p where p.award_id = a.id)),
                (select 'paid twice ' || string_agg(p.id::text, ',') from parts p where p.times > 1 or (p.state = 'Paid') <> (p.times = 1)),
                (select 'early ' || string_agg(p.id::text, ',') from payments p join instalments i on i.id = p.instalment_id where p.paid_on < i.due_on),
                (select 'outside ' || string_agg(concat_ws(' ', a.from_day, a.to_day, t.rules ->> 'months'), ',') from awards a join programme_terms t on t.id = a.terms_id
                    cross join lateral (select (a.from_day + make_interval(months => (t.rules ->> 'months')::int))::date as same_day) d
                    where a.from_day < t.valid_from or a.from_day < (t.rules ->> 'opensOn')::date or a.to_day > (t.rules ->> 'closesOn')::date
                    or a.to_day > d.same_day - (extract(day from d.same_day) = extract(day from a.from_day))::int),
                (select 'above ' || string_agg(a.number, ',') from awards a join programme_terms t on t.id = a.terms_id
                    where a.won > (t.rules ->> 'ceilingWon')::bigint * case t.rules ->> 'covers' when 'Member' then cardinality(a.members) else 1 end),
                (select 'need twice ' || string_agg(m.award_id::text, ',') from award_members m join award_members o
                    on o.member = m.member and o.need = m.need and o.award_id <> m.award_id and o.from_day <= m.to_day and o.to_day >= m.from_day))
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
