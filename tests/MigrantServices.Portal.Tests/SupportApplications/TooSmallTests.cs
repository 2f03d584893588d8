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

    private async Task<FiledCase> ObjectedAsync(bool paid)
    {
        await host.FundedAsync("living");
        var filed = await host.ASupportAsync(form => form.Programmes.Chosen = ["living-expense"]);
        await host.TakenOnAsync(filed);
        await host.PreparedAsync(filed, "living-expense", grants: true, Colleagues.Caseworker.Actor, form => form.Won = Small);
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
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor2.Id, Colleagues.Caseworker2.Actor, CancellationToken.None));
        await host.ApprovedAsync(filed, Colleagues.Supervisor2.Actor);
    }

    private Task<List<Award>> AwardsAsync(FiledCase filed) =>
        host.StoredAsync(db => db.Set<Award>().Include(award => award.Instalments).Where(award => award.CaseId == filed.Id).OrderBy(award => award.Id).ToListAsync());
}
