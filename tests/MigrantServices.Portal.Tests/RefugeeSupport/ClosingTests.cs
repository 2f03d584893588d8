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
        Assert.Equal("support.budget-closed", await RefusedAsync(() => host.DoAsync<PaymentDesk>(desk => desk.ReturnAsync(Officer, paid, new() { Won = "1000", Reason = "The clinic needed less." }, CancellationToken.None))));
        Assert.Equal(before, await host.MoneyAsync());

        await host.PayAsync(award, part: 2);
        Assert.Equal((2_000_000, 1_000_000), ((await host.LineAsync(next)).CommittedWon, (await host.LineAsync(next)).PaidWon));
        Assert.Equal(2_000_000, (await host.AwardAsync(award)).PaidWon);
        Assert.Equal("", await host.WrongSumsAsync());
    }

    private Task ProposeAsync() => host.DoAsync<BudgetDesk>(desk => desk.ProposeClosingAsync(Officer, 2026, CancellationToken.None));

    private Task DecideAsync(Core.People.Actor officer) => host.DoAsync<BudgetDesk>(desk => desk.DecideClosingAsync(officer, 2026, true, CancellationToken.None));
}
