using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.RefugeeSupport.GivenMoney;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>What cannot be done with money, deliveries and places is refused with its reason, and not one row of the money changes.</summary>
[Trait("Category", "Database")]
public sealed class MoneyRefusalTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task A_line_is_opened_and_changed_only_where_there_is_one()
    {
        await SaysAsync("budget.no-such-code", () => host.DoAsync<BudgetDesk, Guid>(desk => desk.OpenAsync(Officer, new() { Code = "gold", Year = 2026 }, CancellationToken.None)));
        var more = new ChangeBudget { Kind = BudgetChangeKind.Increase, Won = "1000", Reason = "The council decided so." };
        await SaysAsync("budget.not-there", () => host.DoAsync<BudgetDesk, Guid>(desk => desk.ProposeAsync(Officer, Guid.NewGuid(), more, CancellationToken.None)));
    }

    [Fact]
    public async Task Help_is_granted_under_terms_that_there_are()
    {
        var funded = await host.FundedAsync(5_000_000);

        await SaysAsync("budget.other-terms", () => host.GrantAllAsync(funded.Ask(1_000_000) with { TermsId = Guid.NewGuid() }));
    }

    [Fact]
    public async Task Nothing_is_paid_that_is_not_there_or_is_not_the_instalment()
    {
        var funded = await host.FundedAsync(5_000_000);
        var award = await host.GrantAsync(funded.Ask(1_000_000, from: Today));
        var form = new PreparePayment { Method = PaymentMethod.Voucher, Payee = "V-1" };

        await SaysAsync("payment.not-there", () => host.DoAsync<PaymentDesk, Guid>(desk => desk.PrepareAsync(Officer, Guid.NewGuid(), form, CancellationToken.None)));
        var before = await host.MoneyAsync();
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => host.WithAsync(services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            db.Add(new Payment
            {
                InstalmentId = award.Instalments[0].Id,
                Won = 999_999,
                Method = PaymentMethod.Voucher,
                Payee = new([1, 2, 3]),
                PreparedById = Officer.UserId!.Value,
                PreparedAt = host.Clock.GetUtcNow(),
            });
            return db.SaveChangesAsync();
        }));
        Assert.Equal("payment.not-the-instalment", MoneyRefusals.Of((PostgresException)failure.InnerException!)!.Code);
        Assert.Equal(before, await host.MoneyAsync());
    }

    [Fact]
    public async Task Nothing_comes_back_of_what_was_not_paid()
    {
        var funded = await host.FundedAsync(5_000_000);
        var payment = await host.PrepareAsync(await host.GrantAsync(funded.Ask(1_000_000, from: Today)));
        var form = new ReturnUnspent { Won = "1000", Reason = "The clinic needed less." };

        await SaysAsync("payment.not-to-return", () => host.DoAsync<PaymentDesk>(desk => desk.ReturnAsync(Officer, payment, form, CancellationToken.None)));
    }

    [Fact]
    public async Task A_provider_has_no_fewer_places_than_none_and_nobody_has_two()
    {
        var funded = await host.FundedAsync(0, rules => rules with { AmountsWon = [], CeilingWon = null, BudgetLine = null });
        await SaysAsync("budget.places", () => host.DoAsync<PlaceDesk, Guid>(desk => desk.SetAsync(Officer, funded.Terms.ProgrammeCode, "shelter", -1, CancellationToken.None)));
        var room = await host.DoAsync<PlaceDesk, Guid>(desk => desk.SetAsync(Officer, funded.Terms.ProgrammeCode, "shelter", 5, CancellationToken.None));
        var award = await host.GrantAsync(funded.Ask(0, from: Today));
        await GiveAsync();

        await SaysAsync("payment.has-a-place", GiveAsync);

        Task GiveAsync() => host.DoAsync<PlaceDesk, PlaceStay>(desk => desk.GiveAsync(Colleagues.Caseworker.Actor, room, award.Number, award.Members[0], award.FromDay, award.ToDay, CancellationToken.None));
    }

    [Fact]
    public void Nobody_has_help_before_it_was_handed_over()
    {
        var delivery = new Delivery { AwardId = Guid.NewGuid(), What = new([1]), Count = 1, HandedOn = Today, HandedById = Guid.NewGuid(), RecordedAt = host.Clock.GetUtcNow() };

        var refused = Assert.Throws<Core.Cases.RefusedException>(() => delivery.AcknowledgeBy(Guid.NewGuid(), Acknowledgement.Word, Today.AddDays(-1)));

        Assert.Equal("payment.before-handing-over", refused.Refusal.Code);
        Assert.Null(delivery.Acknowledged);
    }

    private async Task SaysAsync(string code, Func<Task> deed)
    {
        var before = await host.MoneyAsync();
        Assert.Equal(code, await RefusedAsync(deed));
        Assert.Equal(before, await host.MoneyAsync());
    }
}
