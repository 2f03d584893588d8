using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.RefugeeSupport.GivenMoney;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>An instalment is paid once, by two people and on its day; what comes back is the line's again.</summary>
[Trait("Category", "Database")]
public sealed class PaymentTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Emergency_help_is_granted_and_paid_on_the_same_day()
    {
        var funded = await host.FundedAsync(5_000_000, rules => rules with { IsMonthly = false, IsUrgent = true, Months = 1 });
        var award = await host.GrantAsync(funded.Ask(700_000, from: Today));

        await host.PayAsync(award);

        var (line, stored) = (await host.LineAsync(funded.LineId), await host.AwardAsync(award));
        Assert.Equal((700_000, 700_000, 700_000), (line.CommittedWon, line.PaidWon, stored.PaidWon));
        Assert.Equal(InstalmentState.Paid, Assert.Single(stored.Instalments).State);
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Fact]
    public async Task A_payment_twice_too_early_or_by_one_person_is_refused_and_nothing_changes()
    {
        var funded = await host.FundedAsync(5_000_000);
        var award = await host.GrantAsync(funded.Ask(2_000_000, months: 2, from: Today));
        await host.PayAsync(award);
        var early = await host.PrepareAsync(award, part: 2);
        var before = await host.MoneyAsync();

        Assert.Equal("payment.twice", await RefusedAsync(() => host.PrepareAsync(award)));
        Assert.Equal("payment.twice", await RefusedAsync(() => host.PrepareAsync(award, part: 2)));
        Assert.Equal("payment.not-due", await RefusedAsync(() => host.DoAsync<PaymentDesk>(desk => desk.ReleaseAsync(Officer2, early, CancellationToken.None))));
        host.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal("payment.needs-a-second-person", await RefusedAsync(() => host.DoAsync<PaymentDesk>(desk => desk.ReleaseAsync(Officer, early, CancellationToken.None))));
        Assert.Equal("payment.officers-only", await RefusedAsync(() => host.DoAsync<PaymentDesk>(desk => desk.ReleaseAsync(Colleagues.Caseworker.Actor, early, CancellationToken.None))));
        host.Clock.Advance(-TimeSpan.FromDays(40));

        Assert.Equal(before, await host.MoneyAsync());
    }

    [Fact]
    public async Task Of_eight_who_prepare_one_payment_at_once_one_does()
    {
        var funded = await host.FundedAsync(5_000_000);
        var award = await host.GrantAsync(funded.Ask(500_000, from: Today));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await host.PrepareAsync(award);
                return "";
            }
            catch (Core.Cases.RefusedException refused)
            {
                return refused.Refusal.Code;
            }
        }));

        Assert.Equal(7, answers.Count(answer => answer == "payment.twice"));
    }

    [Fact]
    public async Task A_payment_is_undone_by_two_people_and_its_instalment_can_be_paid_again()
    {
        var funded = await host.FundedAsync(5_000_000);
        var award = await host.GrantAsync(funded.Ask(500_000, from: Today));
        var payment = await host.PayAsync(award);
        var reversal = await host.DoAsync<PaymentDesk, Guid>(desk => desk.PrepareReversalAsync(Officer, payment, new() { Reason = "The bank sent it back." }, CancellationToken.None));

        Assert.Equal("payment.needs-a-second-person", await RefusedAsync(() => host.DoAsync<PaymentDesk>(desk => desk.DecideReversalAsync(Officer, reversal, true, CancellationToken.None))));
        await host.DoAsync<PaymentDesk>(desk => desk.DecideReversalAsync(Officer2, reversal, true, CancellationToken.None));

        Assert.Equal((500_000, 0), ((await host.LineAsync(funded.LineId)).CommittedWon, (await host.LineAsync(funded.LineId)).PaidWon));
        Assert.Equal("payment.decided-already", await RefusedAsync(() => host.DoAsync<PaymentDesk>(desk => desk.DecideReversalAsync(Officer2, reversal, true, CancellationToken.None))));
        await host.PayAsync(award);
        Assert.Equal(500_000, (await host.LineAsync(funded.LineId)).PaidWon);
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Fact]
    public async Task What_comes_back_unspent_can_be_awarded_again_and_never_more_than_was_paid()
    {
        var funded = await host.FundedAsync(500_000);
        var payment = await host.PayAsync(await host.GrantAsync(funded.Ask(500_000, from: Today)));
        Assert.Equal("support.budget-exhausted", await RefusedAsync(() => host.GrantAsync(funded.Ask(200_000, from: Today))));

        await ReturnAsync(payment, "200,000");
        Assert.Equal("payment.more-than-paid", await RefusedAsync(() => ReturnAsync(payment, "300001")));
        Assert.Equal("payment.not-to-reverse", await RefusedAsync(() => host.DoAsync<PaymentDesk, Guid>(desk => desk.PrepareReversalAsync(Officer, payment, new() { Reason = "The bank sent it back." }, CancellationToken.None))));

        await host.GrantAsync(funded.Ask(200_000, from: Today));
        Assert.Equal((500_000, 300_000), ((await host.LineAsync(funded.LineId)).CommittedWon, (await host.LineAsync(funded.LineId)).PaidWon));
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Fact]
    public async Task A_stopped_award_gives_back_what_was_not_paid_and_leaves_the_need_to_another()
    {
        var funded = await host.FundedAsync(3_000_000);
        var member = Guid.NewGuid();
        var award = await host.GrantAsync(funded.Ask(3_000_000, months: 3, member, Today));
        await host.PayAsync(award);
        var waiting = await host.PrepareAsync(award, part: 3);
        Assert.Equal("payment.under-way", await RefusedAsync(() => EndAsync(award, new(2026, 12, 31))));
        await host.DoAsync<PaymentDesk>(desk => desk.WithdrawAsync(Officer2, waiting, CancellationToken.None));

        await EndAsync(award, new(2026, 12, 31));

        var stored = await host.AwardAsync(award);
        Assert.Equal((AwardState.Stopped, 1_000_000, 1_000_000), (stored.State, stored.ReleasedWon, stored.PaidWon));
        Assert.Equal([InstalmentState.Paid, InstalmentState.Due, InstalmentState.Cancelled], stored.Instalments.OrderBy(part => part.Number).Select(part => part.State));
        Assert.Equal("payment.not-due", await RefusedAsync(() => host.PrepareAsync(award, part: 3)));
        Assert.Equal("payment.not-to-end", await RefusedAsync(() => EndAsync(award, new(2026, 12, 1))));
        Assert.Equal("support.same-need-twice", await RefusedAsync(() => host.GrantAsync(funded.Ask(100_000, 1, member, new(2026, 12, 31)))));
        await host.ALineAsync(funded.Terms.ProgrammeCode, 1_000_000, 2027);
        await host.GrantAsync(funded.Ask(100_000, 1, member, new(2027, 1, 1)));
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("0.5")]
    [InlineData("1000.00")]
    [InlineData("")]
    [InlineData("ten")]
    [InlineData("99999999999999999999")]
    public void Only_whole_won_above_nought_is_money(string typed) => Assert.Null(WonText.Read(typed));

    [Fact]
    public async Task A_line_never_falls_below_what_is_committed_and_never_changes_by_one_person()
    {
        var funded = await host.FundedAsync(1_000_000);
        await host.GrantAsync(funded.Ask(700_000));
        var before = await host.MoneyAsync();
        Assert.Equal("budget.below-committed", await RefusedAsync(() => host.ChangeAsync(funded.LineId, -300_001)));
        Assert.Equal(before, await host.MoneyAsync());

        var waiting = await host.DoAsync<BudgetDesk, Guid>(desk => desk.ProposeAsync(Officer, funded.LineId, new() { Kind = BudgetChangeKind.Decrease, Won = "300000", Reason = "Needed for housing." }, CancellationToken.None));
        Assert.Equal("budget.needs-a-second-person", await RefusedAsync(() => host.DoAsync<BudgetDesk>(desk => desk.DecideAsync(Officer, waiting, true, CancellationToken.None))));
        Assert.Equal("budget.officers-only", await RefusedAsync(() => host.DoAsync<BudgetDesk>(desk => desk.DecideAsync(Colleagues.Supervisor.Actor, waiting, true, CancellationToken.None))));
        await host.GrantAsync(funded.Ask(1));
        before = await host.MoneyAsync();

        Assert.Equal("budget.below-committed", await RefusedAsync(() => host.DoAsync<BudgetDesk>(desk => desk.DecideAsync(Officer2, waiting, true, CancellationToken.None))));

        Assert.Equal(before, await host.MoneyAsync());
    }

    [Fact]
    public async Task Places_are_never_given_to_more_people_than_there_are()
    {
        var funded = await host.FundedAsync(0, rules => rules with { AmountsWon = [], CeilingWon = null, BudgetLine = null });
        var room = await host.DoAsync<PlaceDesk, Guid>(desk => desk.SetAsync(Officer, funded.Terms.ProgrammeCode, "shelter", 5, CancellationToken.None));
        var asks = Enumerable.Range(0, 20).Select(_ => funded.Ask(0, from: Today)).ToList();
        var awards = await host.GrantAllAsync([.. asks]);

        var answers = await Task.WhenAll(awards.Select(async award =>
        {
            try
            {
                return (await host.DoAsync<PlaceDesk, PlaceStay>(desk => desk.GiveAsync(Colleagues.Caseworker.Actor, room, award.Number, award.Members[0], award.FromDay, award.ToDay, CancellationToken.None))).Number;
            }
            catch (Core.Cases.RefusedException refused) when (refused.Refusal.Code == "payment.no-place")
            {
                return 0;
            }
        }));

        Assert.Equal([1, 2, 3, 4, 5], answers.Where(number => number > 0).Order());
        Assert.Equal("payment.no-place", await RefusedAsync(() => host.DoAsync<PlaceDesk, Guid>(desk => desk.SetAsync(Officer, funded.Terms.ProgrammeCode, "shelter", 4, CancellationToken.None))));
    }

    [Fact]
    public async Task What_is_handed_over_is_kept_with_who_and_when_and_acknowledged_once()
    {
        var funded = await host.FundedAsync(0, rules => rules with { AmountsWon = [], CeilingWon = null, BudgetLine = null });
        var award = await host.GrantAsync(funded.Ask(0, from: Today));
        Assert.Equal("support.outside-the-period", await RefusedAsync(() => HandOverAsync(award, Today.AddDays(-1))));
        Assert.Equal("payment.not-come-yet", await RefusedAsync(() => HandOverAsync(award, Today.AddDays(1))));

        var delivery = await HandOverAsync(award, Today);
        await host.DoAsync<DeliveryDesk>(desk => desk.AcknowledgeAsync(Colleagues.Caseworker.Actor, delivery, Acknowledgement.Signature, CancellationToken.None));

        Assert.Equal("payment.acknowledged-already", await RefusedAsync(() => host.DoAsync<DeliveryDesk>(desk => desk.AcknowledgeAsync(Colleagues.Caseworker.Actor, delivery, Acknowledgement.Word, CancellationToken.None))));
        var shown = (await host.DoAsync<AwardReader, AwardView?>(reader => reader.OneAsync(award.Number, CancellationToken.None)))!;
        Assert.Equal((3, Acknowledgement.Signature), (Assert.Single(shown.Deliveries).Count, shown.Deliveries[0].Acknowledged));
    }

    private Task<Guid> HandOverAsync(Award award, DateOnly on) => host.DoAsync<DeliveryDesk, Guid>(desk =>
        desk.HandOverAsync(Colleagues.Caseworker.Actor, award.Number, new() { What = "Blankets", Count = 3, On = on }, CancellationToken.None));

    private Task ReturnAsync(Guid payment, string won) => host.DoAsync<PaymentDesk>(desk =>
        desk.ReturnAsync(Officer, payment, new() { Won = won, Reason = "The clinic needed less." }, CancellationToken.None));

    private Task EndAsync(Award award, DateOnly lastDay) => host.EndedAsync(award, AwardEndingKind.Stopped, lastDay);
}
