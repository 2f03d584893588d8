using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.RefugeeSupport.GivenMoney;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>Help is granted within the budget and the terms, whoever asks at once.</summary>
[Trait("Category", "Database")]
public sealed class GrantTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task An_award_is_committed_on_its_line_and_shared_out_over_its_months()
    {
        var funded = await host.FundedAsync(10_000_000);

        var award = await host.AwardAsync(await host.GrantAsync(funded.Ask(2_500_001, months: 3, from: new(2026, 8, 31))));

        Assert.Equal(2_500_001, (await host.LineAsync(funded.LineId)).CommittedWon);
        Assert.Equal(
            [(new DateOnly(2026, 8, 31), 833_333L), (new(2026, 9, 30), 833_333L), (new(2026, 10, 31), 833_335L)],
            award.Instalments.OrderBy(part => part.Number).Select(part => (part.DueOn, part.Won)));
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Theory]
    [InlineData("2026-03-31", "2026-09-30")]
    [InlineData("2026-08-29", "2027-02-28")]
    [InlineData("2026-08-30", "2027-02-28")]
    [InlineData("2026-05-31", "2026-11-30")]
    [InlineData("2026-05-30", "2026-11-29")]
    public async Task Help_for_all_its_months_begins_on_any_day_of_a_month(string from, string lastDay)
    {
        var funded = await host.FundedAsync(10_000_000);

        var award = await host.AwardAsync(await host.GrantAsync(funded.Ask(600_000, months: 6, from: DateOnly.Parse(from, CultureInfo.InvariantCulture))));

        Assert.Equal(DateOnly.Parse(lastDay, CultureInfo.InvariantCulture), award.ToDay);
    }

    [Fact]
    public async Task A_day_more_than_its_months_is_not_granted()
    {
        var funded = await host.FundedAsync(10_000_000);

        Assert.Equal("support.outside-the-period", await TryAsync(funded.Ask(600_000, months: 6, from: new(2026, 3, 31)) with { To = new(2026, 10, 1) }));
    }

    [Fact]
    public async Task Sixty_four_approvals_at_once_never_award_more_than_the_line_has()
    {
        var funded = await host.FundedAsync(10_000_000);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => TryAsync(funded.Ask(300_000 + (number % 3 * 100_000), months: 1 + (number % 2)))));

        var line = await host.LineAsync(funded.LineId);
        Assert.InRange(line.CommittedWon, 10_000_000 - 300_000, 10_000_000);
        Assert.Equal(["support.budget-exhausted"], answers.OfType<string>().Distinct());
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Fact]
    public async Task Of_two_who_award_from_two_lines_crosswise_neither_waits_for_ever()
    {
        var (one, other) = (await host.FundedAsync(50_000_000), await host.FundedAsync(50_000_000));

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
        {
            GrantAward[] both = [one.Ask(500_000), other.Ask(500_000)];
            await host.GrantAllAsync(number % 2 == 0 ? both : [both[1], both[0]]);
            return true;
        }));

        Assert.Equal((40 * 500_000L, 40 * 500_000L, 40), ((await host.LineAsync(one.LineId)).CommittedWon, (await host.LineAsync(other.LineId)).CommittedWon, answers.Length));
    }

    [Fact]
    public async Task Of_sixteen_awards_for_the_same_need_and_person_one_is_made()
    {
        var funded = await host.FundedAsync(50_000_000);
        var member = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => TryAsync(funded.Ask(100_000, months: 1 + (number % 3), member))));

        Assert.Equal((1, 15), (answers.Count(answer => answer is null), answers.Count(answer => answer == "support.same-need-twice")));
        Assert.Equal(100_000, (await host.LineAsync(funded.LineId)).CommittedWon);
    }

    [Fact]
    public async Task What_one_person_has_in_all_is_kept_also_when_two_grant_at_once()
    {
        var funded = await host.FundedAsync(50_000_000, rules => rules with { WonInAll = 1_000_000, MonthsInAll = 4 });
        var member = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => TryAsync(funded.Ask(600_000, 1, member, new DateOnly(2026, 3, 1).AddMonths(number)))));

        Assert.Equal((1, 3), (answers.Count(answer => answer is null), answers.Count(answer => answer == "support.above-the-ceiling")));
        Assert.Equal("support.outside-the-period", await TryAsync(funded.Ask(100_000, 4, member, new(2026, 8, 1))));
        Assert.Null(await TryAsync(funded.Ask(400_000, 3, member, new(2026, 8, 1))));
    }

    [Fact]
    public async Task Of_sixty_four_approvals_at_once_only_as_many_people_are_served_as_there_are_places()
    {
        var funded = await host.FundedAsync(1_000_000_000, rules => rules with { Capacity = 10 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => TryAsync(funded.Ask(100_000, 1, from: new DateOnly(2026, 6, 1).AddDays(number % 20)))));

        Assert.Equal((10, 54), (answers.Count(answer => answer is null), answers.Count(answer => answer == "support.full")));
        Assert.Null(await TryAsync(funded.Ask(100_000, 1, from: new(2026, 8, 1))));
        Assert.Equal("support.full", await TryAsync(funded.Ask(100_000, 6, from: new(2026, 5, 1))));
    }

    [Fact]
    public async Task Of_two_kinds_of_help_that_cannot_be_had_together_one_is_granted_whichever_of_them_says_so()
    {
        var one = await host.FundedAsync(1_000_000_000);
        var other = await host.FundedAsync(1_000_000_000, rules => rules with { ExcludesProgrammes = [one.Terms.ProgrammeCode] });
        Guid[] people = [.. Enumerable.Range(0, 32).Select(_ => Guid.NewGuid())];

        var answers = await Task.WhenAll(people.SelectMany(person => new[] { one, other }.Select(funded => TryAsync(funded.Ask(100_000, 2, person)))));

        Assert.Equal((32, 32), (answers.Count(answer => answer is null), answers.Count(answer => answer == "support.excluded-beside")));
    }

    [Theory]
    [InlineData(6_000_001, 6, "2026-06-01", "support.above-the-ceiling")]
    [InlineData(1_000_001, 1, "2026-06-01", "support.above-the-ceiling")]
    [InlineData(1_000_000, 7, "2026-06-01", "support.outside-the-period")]
    [InlineData(1_000_000, 1, "2025-12-31", "support.outside-the-period")]
    [InlineData(1_000_000, 1, "2026-02-28", "support.outside-the-period")]
    [InlineData(1_000_000, 2, "2026-10-15", "support.outside-the-period")]
    [InlineData(-1, 1, "2026-06-01", "budget.won-not-positive")]
    [InlineData(0, 1, "2026-06-01", "budget.won-not-positive")]
    [InlineData(4_000_000, 6, "2026-05-01", "support.budget-exhausted")]
    public async Task What_the_terms_or_the_line_do_not_give_is_refused_and_nothing_changes(long won, int months, string from, string code)
    {
        var funded = await host.FundedAsync(3_000_000, rules => rules with { OpensOn = new(2026, 3, 1), ClosesOn = new(2026, 11, 30) });
        var before = await host.MoneyAsync();

        Assert.Equal(code, await TryAsync(funded.Ask(won, months, from: DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal(before, await host.MoneyAsync());
    }

    [Fact]
    public async Task A_line_exhausted_between_proposal_and_approval_refuses_the_whole_approval()
    {
        var (rich, poor) = (await host.FundedAsync(5_000_000), await host.FundedAsync(1_000_000));
        GrantAward[] proposed = [rich.Ask(500_000), poor.Ask(500_000)];
        await host.GrantAsync(poor.Ask(600_000));
        var before = await host.MoneyAsync();

        Assert.Equal("support.budget-exhausted", await RefusedAsync(() => host.GrantAllAsync(proposed)));

        Assert.Equal(before, await host.MoneyAsync());
    }

    [Fact]
    public async Task One_person_alone_grants_nothing_and_nothing_is_granted_outside_a_decision()
    {
        var funded = await host.FundedAsync(5_000_000);
        var before = await host.MoneyAsync();

        Assert.Equal("budget.needs-a-second-person", await TryAsync(funded.Ask(100_000) with { ProposedById = Colleagues.Supervisor.Id }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.WithAsync(services => services.GetRequiredService<AwardDesk>().GrantAsync([funded.Ask(100_000)], Approver, CancellationToken.None)));
        Assert.Equal("support.member-twice", await TryAsync(funded.Ask(100_000) with { Members = [Colleagues.Caseworker.Id, Colleagues.Caseworker.Id] }));
        Assert.Equal("budget.not-shared-out", await TryAsync(funded.Ask(100_000) with { Instalments = [new(new(2026, 12, 1), 50_000), new(new(2026, 12, 2), 49_999)] }));
        Assert.Equal("budget.no-line", await TryAsync(funded.Ask(100_000, from: new(2027, 1, 1))));

        Assert.Equal(before, await host.MoneyAsync());
    }

    [Fact]
    public async Task Old_awards_and_what_was_asked_for_under_old_terms_keep_their_amount()
    {
        var funded = await host.FundedAsync(50_000_000);
        var old = await host.GrantAsync(funded.Ask(1_000_000));
        await using (var db = host.Database.Open())
        {
            var terms = await db.FindAsync<ProgrammeTerms>(funded.Terms.Id);
            terms!.ValidTo = new(2026, 12, 14);
            await db.SaveChangesAsync();
            db.Add(new ProgrammeTerms { ProgrammeCode = funded.Terms.ProgrammeCode, ValidFrom = new(2026, 12, 15), Rules = funded.Terms.Rules with { AmountsWon = [400_000] }, Source = "test" });
            await db.SaveChangesAsync();
        }

        Assert.Equal(1_000_000, (await host.AwardAsync(old)).Won);
        Assert.Null(await TryAsync(funded.Ask(1_000_000, from: new(2026, 12, 20))));
        Assert.Equal("support.outside-the-period", await TryAsync(funded.Ask(1_000_000, from: new(2025, 12, 31))));
    }

    /// <summary>Null when it was granted, else the code of the refusal.</summary>
    private async Task<string?> TryAsync(GrantAward grant)
    {
        try
        {
            await host.GrantAsync(grant);
            return null;
        }
        catch (Core.Cases.RefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }
}
