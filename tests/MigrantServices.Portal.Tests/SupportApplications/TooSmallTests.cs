using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Portal.Tests.RefugeeSupport;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>Who was granted less than the rules give can object; what is granted more takes the place of what was too small.</summary>
[Trait("Category", "Database")]
public sealed class TooSmallTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Small = "600000";
    private const long Whole = 2_460_000;

    [Fact]
    public async Task More_is_granted_by_others_and_no_need_is_met_twice()
    {
        var filed = await ObjectedAsync(paid: false);

        await AnswerAsync(filed, grants: true);

        var awards = await AwardsAsync(filed);
        Assert.Equal([(AwardState.Stopped, 600_000L, 600_000L), (AwardState.Running, Whole, 0L)], awards.Select(award => (award.State, award.Won, award.ReleasedWon)));
        Assert.Equal((Colleagues.Caseworker2.Id, Colleagues.Supervisor2.Id), (awards[1].ProposedById, awards[1].ApprovedById));
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Fact]
    public async Task What_was_paid_before_counts()
    {
        var filed = await ObjectedAsync(paid: true);

        await AnswerAsync(filed, grants: true);

        var awards = await AwardsAsync(filed);
        Assert.Equal([200_000L, Whole - 200_000], awards.Select(award => award.Won - award.ReleasedWon));
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Fact]
    public async Task An_objection_that_is_refused_leaves_what_was_granted()
    {
        var filed = await ObjectedAsync(paid: false);

        await AnswerAsync(filed, grants: false);

        var line = await host.StoredAsync(db => db.Set<SupportLine>().SingleAsync(one => one.CaseId == filed.Id));
        Assert.Equal((LineState.Granted, 600_000L), (line.State, line.Won!.Value));
        var award = Assert.Single(await AwardsAsync(filed));
        Assert.Equal((AwardState.Running, 0L), (award.State, award.ReleasedWon));
        var letter = await host.WithAsync(async services =>
        {
            var message = await services.GetRequiredService<Core.Storage.PortalDb>().Messages.AsNoTracking().SingleAsync(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.ObjectionDecision);
            return services.GetRequiredService<Vault>().Open(message.InKorean!.Value, message.Id, SealedField.MessageInKorean);
        });
        Assert.Contains("앞서 승인한 그대로 합니다", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_that_waits_keeps_the_earlier_grant_and_nothing_takes_effect()
    {
        var filed = await ObjectedAsync(paid: false);
        await host.PrepareAsync((await AwardsAsync(filed))[0]);
        var before = await host.MoneyAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => AnswerAsync(filed, grants: true));

        Assert.Equal("payment.under-way", refused.Refusal.Code);
        Assert.Equal(before, await host.MoneyAsync());
        Assert.Equal(CaseStatus.ObjectionProposed, await host.StoredAsync(db => db.SupportApplications.Where(one => one.Id == filed.Id).Select(one => one.Status).SingleAsync()));
    }

    [Fact]
    public async Task What_is_paid_between_preparing_and_approving_is_not_given_twice()
    {
        var filed = await ObjectedAsync(paid: false);
        await host.PreparedAsync(filed, "living-expense", grants: true, Colleagues.Caseworker2.Actor);
        await host.PayAsync((await AwardsAsync(filed))[0]);
        await ProposeAsync(filed);
        var before = await host.MoneyAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.ApprovedAsync(filed, Colleagues.Supervisor2.Actor));

        Assert.Equal(("support.granted-meanwhile", before), (refused.Refusal.Code, await host.MoneyAsync()));
        Assert.Equal(CaseStatus.ObjectionProposed, await host.StoredAsync(db => db.SupportApplications.Where(one => one.Id == filed.Id).Select(one => one.Status).SingleAsync()));
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().SendBackAsync(one, Colleagues.Supervisor2.Actor, CancellationToken.None));
        await AnswerAsync(filed, grants: true);
        Assert.Equal([200_000L, Whole - 200_000], (await AwardsAsync(filed)).Select(award => award.Won - award.ReleasedWon));
    }

    [Fact]
    public async Task What_falls_due_before_the_new_start_counts_though_nobody_has_paid_it()
    {
        var filed = await ObjectedAsync(paid: false);
        var start = (await AwardsAsync(filed))[0].FromDay.AddDays(40);
        if (!await host.StoredAsync(db => db.Set<BudgetLine>().AnyAsync(line => line.Code == "living" && line.Year == start.Year)))
        {
            await host.ALineAsync("living", 100_000_000, start.Year);
        }

        void Later(PrepareLine form, long won) => (form.From, form.Won, form.Departure, form.Words) = (start, won.ToString(System.Globalization.CultureInfo.InvariantCulture), "hardship", "늦게 시작합니다.");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.PreparedAsync(filed, "living-expense", true, Colleagues.Caseworker2.Actor, form => Later(form, (2 * 820_000) - 400_000 + 1)));
        await host.PreparedAsync(filed, "living-expense", true, Colleagues.Caseworker2.Actor, form => Later(form, (2 * 820_000) - 400_000));
        await ProposeAsync(filed);
        await host.ApprovedAsync(filed, Colleagues.Supervisor2.Actor);

        Assert.Equal("application.above-the-ceiling", refused.Refusal.Code);
        Assert.Equal([400_000L, 1_240_000], (await AwardsAsync(filed)).Select(award => award.Won - award.ReleasedWon));
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_is_paid_and_granted_in_whatever_order_both_grants_are_never_more_than_the_rules_give(int seed)
    {
        var (random, seen) = (new Random(seed), new HashSet<string>());
        for (var round = 0; round < 6; round++)
        {
            var small = random.Next(3, 2_400_000);
            var filed = await ObjectedAsync(paid: random.Next(3) == 0, small.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var start = random.Next(0, 60);
            await TryAsync(() => host.PreparedAsync(filed, "living-expense", true, Colleagues.Caseworker2.Actor, form => form.From = form.From!.Value.AddDays(start)));
            await TryAsync(() => host.PreparedAsync(filed, "living-expense", true, Colleagues.Caseworker2.Actor, form => form.Won = Math.Max(1, long.Parse(form.Won!, System.Globalization.CultureInfo.InvariantCulture) - random.Next(0, 2) * random.Next(1, 300_000)).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (random.Next(2) == 0)
            {
                await TryAsync(async () => await host.PayAsync((await AwardsAsync(filed))[0]));
            }

            await TryAsync(() => ProposeAsync(filed));
            await TryAsync(() => host.ApprovedAsync(filed, Colleagues.Supervisor2.Actor));
            Assert.InRange((await AwardsAsync(filed)).Sum(award => award.Won - award.ReleasedWon), 1, Whole);
            Assert.Equal("", await host.WrongSumsAsync());
        }

        Assert.Contains("", seen);

        async Task TryAsync(Func<Task> step)
        {
            try
            {
                await step();
                seen.Add("");
            }
            catch (RefusedException no)
            {
                seen.Add(no.Refusal.Code);
            }
        }
    }

    private async Task<FiledCase> ObjectedAsync(bool paid, string small = Small)
    {
        await host.FundedAsync("living");
        var filed = await host.ASupportAsync(form => form.Programmes.Chosen = ["living-expense"]);
        await host.TakenOnAsync(filed);
        await host.PreparedAsync(filed, "living-expense", grants: true, Colleagues.Caseworker.Actor, form => form.Won = small);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Colleagues.Caseworker.Actor, CancellationToken.None));
        await host.ApprovedAsync(filed, Colleagues.Supervisor.Actor);
        if (paid)
        {
            await host.PayAsync((await AwardsAsync(filed))[0]);
        }

        using var person = await host.ComeBackAsync(filed.CodeId);
        Assert.Equal("/en/my-case/support", (await (await person.GetAsync("/en/my-case/support/object")).SubmitAsync(("Form.Body", "المبلغ لا يكفي"))).Path);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDesk>().TakeOnAsync(one, Colleagues.Caseworker2.Actor, CancellationToken.None));
        return filed;
    }

    private async Task AnswerAsync(FiledCase filed, bool grants)
    {
        await host.PreparedAsync(filed, "living-expense", grants, Colleagues.Caseworker2.Actor);
        await ProposeAsync(filed);
        await host.ApprovedAsync(filed, Colleagues.Supervisor2.Actor);
    }

    private Task ProposeAsync(FiledCase filed) => host.DoAsync(filed, (services, one) =>
        services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor2.Id, Colleagues.Caseworker2.Actor, CancellationToken.None));

    private Task<List<Award>> AwardsAsync(FiledCase filed) =>
        host.StoredAsync(db => db.Set<Award>().Include(award => award.Instalments).Where(award => award.CaseId == filed.Id).OrderBy(award => award.Id).ToListAsync());
}
