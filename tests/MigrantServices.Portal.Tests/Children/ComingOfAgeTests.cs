using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Portal.Tests.Notices;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>The notice before the eighteenth birthday goes out whenever it is due and has not gone, exactly once; and the confirmation ends on the day, however many days the round missed.</summary>
[Trait("Category", "Database")]
public sealed class ComingOfAgeTests : IAsyncLifetime
{
    private readonly PortalHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Theory]
    [InlineData("2008-11-24", true)]
    [InlineData("2008-12-12", true)]
    [InlineData("2009-02-08", true)]
    [InlineData("2009-02-23", true)]
    [InlineData("2009-02-24", false)]
    [InlineData("2020-03-05", false)]
    public async Task A_card_that_is_issued_late_is_followed_by_the_notice_and_one_before_its_time_by_none(string born, bool isTold)
    {
        var filed = await _host.AConfirmedChildAsync(form => Born(form, born));

        await _host.AgeRoundAsync();
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _host.AgeRoundAsync();

        Assert.Equal((CaseStatus.Confirmed, isTold ? 1 : 0), (await StatusAsync(filed), await ToldAsync(filed)));
    }

    [Fact]
    public async Task A_day_that_was_put_right_is_told_once_and_a_name_that_was_is_not()
    {
        var filed = await _host.AConfirmedChildAsync();
        await _host.AgeRoundAsync();
        await _host.WithAsync(async services => await services.GetRequiredService<ReissueDesk>().AskAsync(await OneAsync(services, filed), IssueReason.Changed, Colleagues.Caseworker.Actor, default));
        Assert.Equal(0, await ToldAsync(filed));

        await CorrectAsync(filed, "Salma Almurjana", new(2008, 12, 20));
        await _host.AgeRoundAsync();
        await _host.AgeRoundAsync();
        Assert.Equal(1, await ToldAsync(filed));
        await CorrectAsync(filed, "Salma Al-Murjana", new(2008, 12, 20));
        await _host.AgeRoundAsync();
        Assert.Equal(1, await ToldAsync(filed));

        await CorrectAsync(filed, "Salma Al-Murjana", new(2009, 1, 20));
        await _host.AgeRoundAsync();
        await _host.AgeRoundAsync();
        Assert.Equal(2, await ToldAsync(filed));
        using var parent = await _host.ComeBackAsync(filed.CodeId);
        Assert.Contains("2027", (await parent.GetAsync("/en/my-case/child")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_was_missed_for_two_months_is_made_up_for()
    {
        var (soon, over) = (await _host.AConfirmedChildAsync(form => Born(form, "2009-06-01")), await _host.AConfirmedChildAsync(form => Born(form, "2009-03-01")));
        await _host.AgeRoundAsync();
        Assert.Equal((0, 0), (await ToldAsync(soon), await ToldAsync(over)));

        _host.Clock.Advance(new DateTimeOffset(2027, 5, 3, 3, 0, 0, TimeSpan.Zero) - _host.Clock.GetUtcNow());
        await _host.AgeRoundAsync();
        await _host.AgeRoundAsync();

        Assert.Equal((CaseStatus.Confirmed, 1), (await StatusAsync(soon), await ToldAsync(soon)));
        Assert.Equal((CaseStatus.AgedOut, 0), (await StatusAsync(over), await ToldAsync(over)));
        Assert.Equal(1, await _host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == over.Id && e.Action == ChildConfirmation.AgeOut.Code)));
    }

    [Fact]
    public async Task At_five_past_twelve_in_Seoul_the_card_ends_and_the_check_says_so_from_that_minute()
    {
        var night = new MailHost();
        await ((IAsyncLifetime)night).InitializeAsync();
        try
        {
            var filed = await night.AConfirmedChildAsync(form => Born(form, "2008-12-01"));
            var token = await night.TokenAsync(filed.Reference);
            var fivePast = new DateTimeOffset(2026, 11, 30, 15, 5, 0, TimeSpan.Zero);
            // the portal looks every hour: what is due just after midnight lies there before the day begins
            night.Clock.Advance(fivePast.AddMinutes(-40) - night.Clock.GetUtcNow());
            await night.Services.GetServices<IHostedService>().OfType<AgeRound>().Single().LookAsync(default);
            Assert.Equal(1, await night.StoredAsync(db => db.Set<OutboxJob>().CountAsync(job => job.Kind == AgeHandler.JobKind && job.DueAt == fivePast)));

            // the round of the day that ends is done before the night
            await night.DeliverAsync();
            night.Clock.Advance(TimeSpan.FromMinutes(39));
            await night.DeliverAsync();
            Assert.Equal((CaseStatus.Confirmed, CheckAnswer.Valid), await AnswerAsync());

            night.Clock.Advance(TimeSpan.FromMinutes(1));
            await night.DeliverAsync();
            // the portal's own worker may have been faster than the test's
            await night.JobsDoneAsync(AgeHandler.JobKind);
            Assert.Equal((CaseStatus.AgedOut, CheckAnswer.Expired), await AnswerAsync());
            Assert.DoesNotContain(night.Letterbox.Mails, mail => mail.To == MailHost.Hoa);

            async Task<(CaseStatus, CheckAnswer)> AnswerAsync() => (
                await night.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync()),
                await night.WithAsync(services => services.GetRequiredService<CardCheck>().AskAsync(token, default)));
        }
        finally
        {
            await ((IAsyncLifetime)night).DisposeAsync();
        }
    }

    private static void Born(Core.ChildConfirmations.Filing.ApplyForChild form, string born)
    {
        var parts = born.Split('-');
        (form.About.Year, form.About.Month, form.About.Day) = (parts[0], parts[1], parts[2]);
    }

    private Task CorrectAsync(FiledCase filed, string name, DateOnly born) => _host.WithAsync(async services => await services.GetRequiredService<IdentityDesk>()
        .CorrectAsync(await OneAsync(services, filed), new(new(null, name, null), new(born, DatePrecision.Day), "female", "안산시"), Colleagues.Caseworker.Actor, default));

    private Task<CaseStatus> StatusAsync(FiledCase filed) => _host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync());

    private Task<int> ToldAsync(FiledCase filed) => _host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.TellComingOfAge.Code));
}
