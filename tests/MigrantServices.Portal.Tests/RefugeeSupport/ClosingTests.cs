using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.RefugeeSupport.GivenMoney;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>A year is closed by two people; what runs over goes to the next year with its money, and nothing happens on the closed lines any more.</summary>
[Trait("Category", "Database")]
public sealed class ClosingTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_year_closes_once_it_is_over_nothing_waits_and_what_runs_over_has_a_line()
    {
        var funded = await host.FundedAsync(10_000_000);
        var award = await host.GrantAsync(funded.Ask(3_000_000, months: 3, from: new(2026, 11, 23)));
        var paid = await host.PayAsync(award);
        var waiting = await host.DoAsync<BudgetDesk, Guid>(desk => desk.ProposeAsync(Officer, funded.LineId, new() { Kind = BudgetChangeKind.Increase, Won = "1000", Reason = "The council decided so." }, CancellationToken.None));
        Assert.Equal("budget.year-not-over", await RefusedAsync(ProposeAsync));
        host.Clock.Advance(TimeSpan.FromDays(50));
        var prepared = await host.PrepareAsync(award, part: 2);
        await ProposeAsync();
        Assert.Equal("budget.closing-twice", await RefusedAsync(ProposeAsync));
        var before = await host.MoneyAsync();

        Assert.Equal("budget.needs-a-second-person", await RefusedAsync(() => DecideAsync(Officer)));
        Assert.Equal("payment.under-way", await RefusedAsync(() => DecideAsync(Officer2)));
        Assert.Equal(before, await host.MoneyAsync());
        await host.DoAsync<PaymentDesk>(desk => desk.WithdrawAsync(Officer, prepared, CancellationToken.None));
        Assert.Equal("budget.no-next-line", await RefusedAsync(() => DecideAsync(Officer2)));
        var next = await host.ALineAsync(funded.Terms.ProgrammeCode, 500_000, 2027);
        var preview = Assert.Single((await host.DoAsync<YearReport, YearFigures>(report => report.ReadAsync(2026, CancellationToken.None))).Lines);
        Assert.Equal((1, 2, 2_000_000, 7_000_000, true), (preview.Open, preview.Unpaid, preview.UnpaidWon, preview.UnspentWon, preview.HasNext));
        await DecideAsync(Officer2);

        var (closed, opened) = (await host.LineAsync(funded.LineId), await host.LineAsync(next));
        Assert.Equal((8_000_000, 1_000_000, 1_000_000), (closed.Won, closed.CommittedWon, closed.PaidWon));
        Assert.NotNull(closed.ClosedAt);
        Assert.Equal((2_500_000, 2_000_000, 0), (opened.Won, opened.CommittedWon, opened.PaidWon));
        Assert.Equal(
            [(BudgetChangeKind.CarryOut, -2_000_000L), (BudgetChangeKind.CarryIn, 2_000_000L)],
            (await host.StoredAsync(db => db.Set<BudgetChange>().Where(change => change.ClosingId != null).ToListAsync())).OrderBy(change => change.Won).Select(change => (change.Kind, change.Won)));
        Assert.Equal("", await host.WrongSumsAsync());
        before = await host.MoneyAsync();

        Assert.Equal("support.budget-closed", await RefusedAsync(() => host.GrantAsync(funded.Ask(100_000, from: new(2026, 12, 1)))));
        Assert.Equal("support.budget-closed", await RefusedAsync(() => host.ChangeAsync(funded.LineId, 1000)));
        Assert.Equal("budget.decided-already", await RefusedAsync(() => host.DoAsync<BudgetDesk>(desk => desk.DecideAsync(Officer2, waiting, true, CancellationToken.None))));
        Assert.Equal(before, await host.MoneyAsync());

        // what comes back now belongs to the year that was closed, whose account stays as it was
        await host.DoAsync<PaymentDesk>(desk => desk.ReturnAsync(Officer, paid, new() { Won = "1000", Reason = "The clinic needed less." }, CancellationToken.None));
        Assert.Equal("payment.more-than-paid", await RefusedAsync(() => host.DoAsync<PaymentDesk>(desk => desk.ReturnAsync(Officer, paid, new() { Won = "1000000", Reason = "The clinic needed less." }, CancellationToken.None))));
        Assert.Equal((1_000_000, 1_000_000), ((await host.LineAsync(funded.LineId)).CommittedWon, (await host.LineAsync(funded.LineId)).PaidWon));
        Assert.Equal(1_000, Assert.Single((await host.DoAsync<YearReport, YearFigures>(report => report.ReadAsync(2026, CancellationToken.None))).Lines).LateWon);
        Assert.Equal("", await host.WrongSumsAsync());

        await host.PayAsync(award, part: 2);
        Assert.Equal((2_000_000, 1_000_000), ((await host.LineAsync(next)).CommittedWon, (await host.LineAsync(next)).PaidWon));
        Assert.Equal(1_999_000, (await host.AwardAsync(award)).PaidWon);
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Fact]
    public async Task A_payment_of_a_closed_year_that_is_undone_is_paid_from_the_next_year()
    {
        await using var own = new OwnHost();
        await own.StartAsync();
        var funded = await own.Host.FundedAsync(10_000_000);
        var award = await own.Host.GrantAsync(funded.Ask(1_000_000, from: new(2026, 11, 23)));
        var paid = await own.Host.PayAsync(award);
        own.Host.Clock.Advance(TimeSpan.FromDays(50));
        await own.Host.DoAsync<BudgetDesk>(desk => desk.ProposeClosingAsync(Officer, 2026, CancellationToken.None));
        await own.Host.DoAsync<BudgetDesk>(desk => desk.DecideClosingAsync(Officer2, 2026, true, CancellationToken.None));
        var closed = await own.Host.LineAsync(funded.LineId);
        var reversal = await own.Host.DoAsync<PaymentDesk, Guid>(desk => desk.PrepareReversalAsync(Officer, paid, new() { Reason = "The bank sent it back." }, CancellationToken.None));

        Assert.Equal("budget.no-next-line", await RefusedAsync(() => own.Host.DoAsync<PaymentDesk>(desk => desk.DecideReversalAsync(Officer2, reversal, true, CancellationToken.None))));
        var next = await own.Host.ALineAsync(funded.Terms.ProgrammeCode, 0, 2027);
        await own.Host.DoAsync<PaymentDesk>(desk => desk.DecideReversalAsync(Officer2, reversal, true, CancellationToken.None));

        Assert.Equal((closed.Won, closed.CommittedWon, closed.PaidWon), (await own.Host.LineAsync(funded.LineId) is var after ? (after.Won, after.CommittedWon, after.PaidWon) : default));
        Assert.Equal((1_000_000, 1_000_000, 0), (await own.Host.LineAsync(next) is var opened ? (opened.Won, opened.CommittedWon, opened.PaidWon) : default));
        Assert.Equal([(LateEntryKind.Undone, 1_000_000L)], await own.Host.StoredAsync(async db => (await db.Set<LateEntry>().ToListAsync()).Select(entry => (entry.Kind, entry.Won)).ToList()));
        Assert.Equal("", await own.Host.WrongSumsAsync());
        await own.Host.PayAsync(award);
        Assert.Equal(1_000_000, (await own.Host.LineAsync(next)).PaidWon);
        Assert.Equal("", await own.Host.WrongSumsAsync());
        await using var db = own.Host.Database.Open();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"update late_entries set won = 1"));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"delete from late_entries"));
    }

    /// <summary>A year closes once for everybody: this test has one of its own.</summary>
    private sealed class OwnHost : IAsyncDisposable
    {
        public PortalHost Host { get; } = new();

        public Task StartAsync() => ((IAsyncLifetime)Host).InitializeAsync();

        public async ValueTask DisposeAsync() => await ((IAsyncLifetime)Host).DisposeAsync();
    }

    private Task ProposeAsync() => host.DoAsync<BudgetDesk>(desk => desk.ProposeClosingAsync(Officer, 2026, CancellationToken.None));

    private Task DecideAsync(Core.People.Actor officer) => host.DoAsync<BudgetDesk>(desk => desk.DecideClosingAsync(officer, 2026, true, CancellationToken.None));
}
