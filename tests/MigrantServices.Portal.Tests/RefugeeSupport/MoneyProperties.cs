using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.RefugeeSupport.GivenMoney;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>Whatever people do in whatever order, one after the other or at once: payments stay within awards, and awards within the budget.</summary>
[Trait("Category", "Database")]
public sealed class MoneyProperties(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_every_step_of_a_random_sequence_all_sums_are_right(int seed)
    {
        var (random, done) = (new Random(seed), new Dictionary<int, int>());
        Funded[] lines = [await host.FundedAsync(4_000_000), await host.FundedAsync(2_000_000)];
        Guid[] people = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];

        for (var step = 0; step < 200; step++)
        {
            var deed = random.Next(9);
            if (await DoesAsync(() => StepAsync(deed, random, lines, people)))
            {
                done[deed] = done.GetValueOrDefault(deed) + 1;
            }

            Assert.Equal("", await host.WrongSumsAsync());
        }

        Assert.True(done.Count >= 7 && done.Values.Sum() > 40, string.Join(' ', done));
    }

    [Fact]
    public async Task After_many_steps_at_once_all_sums_are_right()
    {
        Funded[] lines = [await host.FundedAsync(4_000_000), await host.FundedAsync(2_000_000)];
        Guid[] people = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())];

        var done = await Task.WhenAll(Enumerable.Range(0, 24).Select(async worker =>
        {
            var (random, count) = (new Random(worker), 0);
            for (var step = 0; step < 12; step++)
            {
                count += await DoesAsync(() => StepAsync(random.Next(9), random, lines, people)) ? 1 : 0;
            }

            return count;
        }));

        Assert.Equal("", await host.WrongSumsAsync());
        Assert.True(done.Sum() > 40, $"{done.Sum()}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task Whatever_is_asked_no_award_lies_outside_its_days_above_its_cap_or_meets_a_need_twice(int atOnce)
    {
        var funded = await host.FundedAsync(1_000_000_000, rules => rules with { OpensOn = new(2026, 2, 1), ClosesOn = new(2026, 11, 30) });
        var (random, refused) = (new Random(atOnce), new List<string>());
        Guid[] people = [.. Enumerable.Range(0, 40).Select(_ => Guid.NewGuid())];

        for (var round = 0; round < 128; round += atOnce)
        {
            var asked = Enumerable.Range(0, atOnce).Select(_ => funded.Ask(
                random.Next(1, 9_000_000), random.Next(1, 9), people[random.Next(people.Length)], new DateOnly(2026, random.Next(1, 13), random.Next(1, 29)))).ToList();
            refused.AddRange((await Task.WhenAll(asked.Select(TryAsync))).OfType<string>());
        }

        Assert.Equal("", await host.WrongSumsAsync());
        Assert.Equal(["support.above-the-ceiling", "support.outside-the-period", "support.same-need-twice"], refused.Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(refused.Count, 40, 120);
    }

    private async Task<string?> TryAsync(GrantAward grant)
    {
        try
        {
            await host.GrantAsync(grant);
            return null;
        }
        catch (RefusedException no)
        {
            return no.Refusal.Code;
        }
    }

    private static async Task<bool> DoesAsync(Func<Task<bool>> step)
    {
        try
        {
            return await step();
        }
        catch (RefusedException)
        {
            return false;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private async Task<bool> StepAsync(int deed, Random random, Funded[] lines, Guid[] people)
    {
        var funded = lines[random.Next(lines.Length)];
        var awards = await host.StoredAsync(db => db.Set<Award>().Include(one => one.Instalments).Where(one => one.TermsId == funded.Terms.Id).OrderBy(one => one.Number).ToListAsync());
        var award = awards.Count == 0 ? null : awards[random.Next(awards.Count)];
        var part = award?.Instalments[random.Next(award.Instalments.Count)];
        var payments = part is null ? [] : await host.StoredAsync(db => db.Set<Payment>().Where(one => one.InstalmentId == part.Id).OrderBy(one => one.PreparedAt).ThenBy(one => one.Id).ToListAsync());
        var (someone, now) = (random.Next(2) == 0 ? Officer : Officer2, CancellationToken.None);
        switch (deed)
        {
            case 0 or 1:
                await host.GrantAsync(funded.Ask(random.Next(1, 1_200_000), random.Next(1, 4), people[random.Next(people.Length)], new DateOnly(2026, 1, 1).AddDays(random.Next(0, 330))));
                return true;
            case 2 when part is not null:
                await host.DoAsync<PaymentDesk, Guid>(desk => desk.PrepareAsync(someone, part.Id, new() { Method = PaymentMethod.Voucher, Payee = "V-1" }, now));
                return true;
            case 3 or 4 when payments.Find(one => one.State == PaymentState.Prepared) is { } prepared:
                await host.DoAsync<PaymentDesk>(desk => desk.ReleaseAsync(someone, prepared.Id, now));
                return true;
            case 5 when payments.Count > 0:
                await host.DoAsync<PaymentDesk, Guid>(desk => desk.PrepareReversalAsync(someone, payments[^1].Id, new() { Reason = "The bank sent it back." }, now));
                return true;
            case 6 when payments.Count > 0:
                var reversals = await host.StoredAsync(db => db.Set<PaymentReversal>().Where(one => one.State == ReversalState.Prepared).OrderBy(one => one.PreparedAt).ToListAsync());
                await host.DoAsync<PaymentDesk>(desk => reversals.Count > 0
                    ? desk.DecideReversalAsync(someone, reversals[0].Id, random.Next(4) > 0, now)
                    : desk.ReturnAsync(someone, payments[^1].Id, new() { Won = $"{random.Next(1, 400_000)}", Reason = "The clinic needed less." }, now));
                return true;
            case 7 when award is not null:
                await host.EndedAsync(award, (AwardEndingKind)random.Next(2), award.FromDay.AddDays(random.Next(-1, 80)));
                return true;
            case 8:
                await host.ChangeAsync(funded.LineId, random.Next(-500_000, 500_000) is var won and not 0 ? won : 1);
                return true;
            default:
                return false;
        }
    }
}
