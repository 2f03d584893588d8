using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Portal.Tests.RefugeeSupport;
using MigrantServices.Portal.Tests.SupportApplications;
using MigrantServices.Portal.Tests.Workday;
using MigrantServices.Testing.Hosting;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Notices;

/// <summary>What cannot wait is told at once to those who can take it, payments to those who pay; nothing of it names anybody, and nothing goes to an embassy.</summary>
[Trait("Category", "Database")]
public sealed class SupportNoticeTests : IAsyncLifetime
{
    private const string Family = "Kanarienvogel";
    private const string Address = "kanarienvogel@example.invalid";

    private readonly MailHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Help_that_cannot_wait_is_told_to_everybody_who_can_take_it_and_stands_on_their_first_page()
    {
        var calm = await _host.ASupportAsync();
        await _host.DeliverAsync();
        Assert.Empty(_host.Letterbox.Mails);

        var filed = await _host.ASupportAsync(form => form.Programmes.Chosen = ["emergency-living"]);
        await _host.DeliverAsync();

        var told = _host.Letterbox.Mails.Select(mail => mail.To).ToList();
        Assert.Contains(Colleagues.Caseworker.Email, told);
        Assert.Contains(Colleagues.Caseworker2.Email, told);
        Assert.DoesNotContain(Colleagues.BudgetOfficer.Email, told);
        Assert.All(_host.Letterbox.Mails, mail => Assert.DoesNotContain(filed.Reference, mail.Subject + mail.Body, StringComparison.Ordinal));
        using var office = await _host.SignInAsAsync(Colleagues.Caseworker);
        var home = await office.GetAsync("/office");
        Assert.Equal([filed.Reference], HomePages.Rows(home, "urgent-support"));
        Assert.Contains("nobody has taken it", home.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(calm.Reference, home.Html, StringComparison.Ordinal);
        Assert.Equal((1, 0), (await _host.RoundAsync(Colleagues.Caseworker, RoundThing.UrgentSupport), await _host.RoundAsync(Colleagues.BudgetOfficer, RoundThing.UrgentSupport)));

        await _host.TakenOnAsync(filed);
        home = await office.GetAsync("/office");
        Assert.Contains("in your hands", home.Words, StringComparison.Ordinal);
        Assert.Equal(0, await _host.RoundAsync(Colleagues.Caseworker, RoundThing.UrgentSupport));
        using var other = await _host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.Empty(HomePages.Rows(await other.GetAsync("/office"), "urgent-support"));
    }

    [Fact]
    public async Task Payments_stand_on_the_first_page_of_those_who_pay_and_in_their_morning_mail()
    {
        var funded = await _host.FundedAsync(10_000_000);
        var award = await _host.GrantAsync(funded.Ask(2_000_000, months: 2, from: new(2026, 11, 23)));
        Assert.Equal((1, 0), (await RoundAsync(Colleagues.BudgetOfficer, RoundThing.PaymentsDue), await RoundAsync(Colleagues.BudgetOfficer, RoundThing.PaymentsToRelease)));
        await _host.PrepareAsync(award);

        Assert.Equal((0, 0, 1), (await RoundAsync(Colleagues.BudgetOfficer2, RoundThing.PaymentsDue), await RoundAsync(Colleagues.BudgetOfficer, RoundThing.PaymentsToRelease), await RoundAsync(Colleagues.BudgetOfficer2, RoundThing.PaymentsToRelease)));
        using var second = await _host.SignInAsAsync(Colleagues.BudgetOfficer2);
        Assert.Contains("to release: 1", (await second.GetAsync("/office")).Words, StringComparison.Ordinal);
        using var first = await _host.SignInAsAsync(Colleagues.BudgetOfficer);
        Assert.DoesNotContain("to release: 1", (await first.GetAsync("/office")).Words, StringComparison.Ordinal);
        using var caseworker = await _host.SignInAsAsync(Colleagues.Caseworker);
        Assert.DoesNotContain("Payments of refugee support", (await caseworker.GetAsync("/office")).Words, StringComparison.Ordinal);

        await _host.WithAsync(services => services.GetServices<IOutboxHandler>().OfType<RoundHandler>().Single().HandleAsync("\"2026-11-23\"", CancellationToken.None));
        await _host.DeliverAsync();
        var mail = Assert.Single(_host.Letterbox.Mails, mail => mail.To == Colleagues.BudgetOfficer2.Email);
        Assert.DoesNotContain(award.Number, mail.Subject + mail.Body, StringComparison.Ordinal);

        Task<int> RoundAsync(Colleague colleague, RoundThing thing) => _host.RoundAsync(colleague, thing);
    }

    [Fact]
    public async Task No_mail_goes_to_an_embassy_whatever_was_kept_as_the_address()
    {
        var filed = await _host.ASupportAsync(form => (form.Reach.Notices, form.Reach.NoticeAddress) = (NoticeHours.AnyTime, "visa@embassy.example"));
        await _host.TakenOnAsync(filed);
        await _host.DeliverAsync();
        _host.Letterbox.Mails.Clear();

        await WriteAsync(filed);
        await _host.DeliverAsync();

        Assert.Empty(_host.Letterbox.Mails);
        Assert.Equal((NoticeState.Dropped, "embassy"), await _host.StoredAsync(async db => await db.Set<Notice>().Where(n => n.CaseId == filed.Id).Select(n => new { n.State, n.LastError }).SingleAsync() is var n ? (n.State, n.LastError!) : default));
    }

    [Fact]
    public async Task No_name_or_address_of_a_household_is_in_a_log_a_notice_a_mail_or_the_outbox()
    {
        var filed = await _host.ASupportAsync(form =>
        {
            form.Household = GivenApplications.Answers(Family).Household;
            form.Need.Account = "Kanarienvogel: we have nothing to eat.";
            (form.Reach.Notices, form.Reach.NoticeAddress, form.Reach.Way, form.Reach.Contact) = (NoticeHours.AnyTime, Address, Core.Grievances.ContactWay.Email, Address);
            (form.Reach.TrustedName, form.Reach.TrustedContact) = ("Trusted Kanarienvogel", "010-0000-0000");
        });
        using (var office = await _host.SignInAsAsync(Colleagues.Caseworker))
        {
            await _host.TakenOnAsync(filed);
            Assert.Contains(Family, (await office.GetAsync($"/office/support/{filed.Reference}")).Words, StringComparison.Ordinal);
            await office.GetAsync($"/office/support?search={filed.Reference}");
        }

        await _host.FundedAsync("living");
        await _host.PreparedAsync(filed, "living-expense", grants: true, Colleagues.Caseworker.Actor);
        await _host.PreparedAsync(filed, "korean-class", grants: false, Colleagues.Caseworker.Actor);
        await _host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Colleagues.Caseworker.Actor, CancellationToken.None));
        await _host.ApprovedAsync(filed, Colleagues.Supervisor.Actor);
        var award = await _host.StoredAsync(db => db.Set<Award>().Include(one => one.Instalments).SingleAsync(one => one.CaseId == filed.Id));
        await _host.PayAsync(award);
        await _host.DeliverAsync();

        Assert.Contains(_host.Letterbox.Mails, mail => mail.To == Address);
        var (jobs, notices, records) = (
            await _host.StoredAsync(db => db.Set<OutboxJob>().Select(job => job.Kind + job.Payload + job.DedupeKey + job.LastError).ToListAsync()),
            await _host.StoredAsync(db => db.Set<Notice>().Select(notice => notice.Language + notice.LastError).ToListAsync()),
            await _host.StoredAsync(db => db.AccessRecords.Select(record => record.Detail).ToListAsync()));
        Assert.NotEmpty(jobs);
        foreach (var said in jobs.Concat(notices).Concat(records).Concat(_host.Letterbox.Mails.Select(mail => mail.Subject + mail.Body)).Concat(_host.Log.Lines).OfType<string>())
        {
            Assert.DoesNotContain(Family, said, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("القرنفلة", said, StringComparison.Ordinal);
            Assert.DoesNotContain("nothing to eat", said, StringComparison.Ordinal);
        }
    }

    private Task WriteAsync(FiledCase filed) => _host.DoAsync(filed, (services, one) =>
        services.GetRequiredService<SupportDesk>().WriteAsync(one, new() { Deed = "write", Words = "내일 오세요." }, Colleagues.Caseworker.Actor, CancellationToken.None));
}
