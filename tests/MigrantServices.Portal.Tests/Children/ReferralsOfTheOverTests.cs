using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>With a case end the referrals that are under way in it: their links open nothing any more, and who was sent something is to be told.</summary>
[Trait("Category", "Database")]
public sealed class ReferralsOfTheOverTests : IAsyncLifetime
{
    private readonly PortalHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("refused")]
    [InlineData("revoked")]
    [InlineData("aged-out")]
    public async Task What_was_sent_opens_no_more_and_what_was_prepared_is_not_sent(string end)
    {
        var filed = end is "withdrawn" or "refused" ? await _host.ATakenChildAsync() : await _host.AConfirmedChildAsync(form => (form.About.Year, form.About.Month, form.About.Day) = ("2008", "11", "24"));
        await _host.AgreedAsync(filed, "city-health-centre");
        var key = await _host.AReferralOutAsync(filed);
        var prepared = await _host.WithAsync(async services => await services.GetRequiredService<ChildReferralDesk>().PrepareAsync(
            await OneAsync(services, filed), new() { Receiver = "city-health-centre", Service = "vaccination-number", Items = ["name-latin"], Words = "부탁드립니다." }, Colleagues.Caseworker.Actor, default));
        using var receiver = _host.Browser();
        Assert.Equal(HttpStatusCode.OK, (await receiver.GetAsync("/en/referral/" + key)).Status);

        await EndAsync(filed, end);

        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync("/en/referral/" + key)).Status);
        var stored = await _host.StoredAsync(db => db.Set<ServiceReferral>().AsNoTracking().Where(r => r.CaseId == filed.Id).OrderBy(r => r.PreparedAt).ThenBy(r => r.Id).ToListAsync());
        Assert.All(stored, referral => Assert.Equal((ReferralState.Ended, ReferralEnd.CaseOver, null), (referral.State, referral.EndedBecause!.Value, referral.LinkHash)));
        Assert.Equal([true, false], stored.OrderBy(referral => referral.Id == prepared).Select(referral => referral.OwesWord));
        using var office = await _host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("Stopped because the case is over.", (await office.GetAsync(Of(filed, "services"))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_answered_stays_answered()
    {
        var filed = await _host.ATakenChildAsync();
        await _host.AgreedAsync(filed, "city-health-centre");
        var key = await _host.AReferralOutAsync(filed);
        Assert.True(await _host.WithAsync(services => services.GetRequiredService<ReceiverDesk>().AnswerAsync(key, new() { Answer = ReceiverAnswer.Accepted }, default)));

        await EndAsync(filed, "withdrawn");

        Assert.Equal(ReferralState.Answered, await _host.StoredAsync(db => db.Set<ServiceReferral>().Where(r => r.CaseId == filed.Id).Select(r => r.State).SingleAsync()));
    }

    private async Task EndAsync(FiledCase filed, string end)
    {
        switch (end)
        {
            case "withdrawn":
                using (var parent = await _host.ComeBackAsync(filed.CodeId))
                {
                    var withdraw = await parent.GetAsync("/en/my-case/child/withdraw");
                    await withdraw.SendAsync(withdraw.Form("Revision"), null);
                }

                break;
            case "refused":
                await _host.DeedAsync(filed, new() { Deed = ChildConfirmation.AddProof.Code, Code = "court-paper", On = new(2026, 11, 20) }, Colleagues.Caseworker.Actor);
                var proof = await _host.StoredAsync(db => db.Set<ChildProof>().Where(p => p.CaseId == filed.Id).Select(p => p.Id).SingleAsync());
                await _host.DeedAsync(filed, new() { Deed = ChildConfirmation.FindFact.Code, Code = "unregistered", IsMet = false, Proofs = [proof] }, Colleagues.Caseworker.Actor);
                await _host.DeedAsync(filed, new() { Deed = ChildConfirmation.ProposeRefusal.Code, Code = "registered", Words = "확인됨" }, Colleagues.Caseworker.Actor);
                await _host.PressAsync(filed, ChildConfirmation.ApproveRefusal.Code, Colleagues.Supervisor.Actor);
                break;
            case "revoked":
                await _host.DeedAsync(filed, new() { Deed = ChildConfirmation.ProposeRevocation.Code, Code = "registered-since", Words = "등록됨" }, Colleagues.Caseworker.Actor);
                await _host.PressAsync(filed, ChildConfirmation.ApproveRevocation.Code, Colleagues.Supervisor.Actor);
                break;
            default:
                _host.Clock.Advance(TimeSpan.FromDays(1));
                await _host.AgeRoundAsync();
                break;
        }

        Assert.False(CaseKind.IsOpen(await _host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync())), end);
    }
}
