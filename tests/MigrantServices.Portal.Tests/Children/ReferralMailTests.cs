using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Tests.Notices;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>The mails to receivers: that something waits, or holds no longer, and nothing else.</summary>
[Trait("Category", "Database")]
public sealed class ReferralMailTests : IAsyncLifetime
{
    private const string Address = "reception@example.invalid";

    private readonly MailHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task The_mail_says_that_something_waits_and_a_later_one_that_it_holds_no_longer()
    {
        var filed = await _host.AConfirmedChildAsync();
        await _host.AgreedAsync(filed, "city-health-centre");
        await _host.WithAsync(async services =>
        {
            var desk = services.GetRequiredService<ChildReferralDesk>();
            var id = await desk.PrepareAsync(await OneAsync(services, filed), new() { Receiver = "city-health-centre", Service = "health-centre", Items = ["name-latin"], Words = "부탁" }, Colleagues.Caseworker.Actor, default);
            var referral = await services.GetRequiredService<PortalDb>().Set<ServiceReferral>().SingleAsync(r => r.Id == id);
            await desk.SendAsync(await OneAsync(services, filed), referral, new() { Fingerprint = referral.Fingerprint, Email = Address }, key => "https://portal.invalid/ko/referral/" + key, Colleagues.Caseworker.Actor, default);
        });
        await _host.DeliverAsync();

        var first = Assert.Single(_host.Letterbox.Mails, mail => mail.To == Address);
        Assert.Contains("https://portal.invalid/ko/referral/", first.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Salma", first.Subject + first.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(filed.Reference, first.Subject + first.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("아동", first.Subject + first.Body, StringComparison.Ordinal);
        Assert.Null((await ReferralAsync(filed)).Link);
        Assert.All(await _host.StoredAsync(db => db.Set<Core.Storage.Outbox.OutboxJob>().Where(j => j.Kind == ReferralMailHandler.JobKind).Select(j => j.Payload).ToListAsync()), payload => Assert.True(Guid.TryParse(payload.Trim('"'), out var _)));

        await _host.WithAsync(async services =>
        {
            var consent = await services.GetRequiredService<PortalDb>().Set<ServiceConsent>().Where(c => c.CaseId == filed.Id).Select(c => c.Id).SingleAsync();
            await services.GetRequiredService<ServiceConsentDesk>().WithdrawAsync(await OneAsync(services, filed), consent, Actor.Filer(filed.Id, filed.CodeId), default);
        });
        await _host.DeliverAsync();

        Assert.Equal(2, _host.Letterbox.Mails.Count(mail => mail.To == Address));
        var told = await ReferralAsync(filed);
        Assert.Equal((false, null), (told.OwesWord, told.Address));
        Assert.Equal(1, await _host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.TellReceiver.Code && e.By == Role.Portal)));
    }

    private Task<ServiceReferral> ReferralAsync(FiledCase filed) => _host.StoredAsync(db => db.Set<ServiceReferral>().AsNoTracking().SingleAsync(r => r.CaseId == filed.Id));
}
