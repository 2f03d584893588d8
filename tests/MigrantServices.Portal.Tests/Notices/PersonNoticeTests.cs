using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Notices;

/// <summary>A person who asked for it hears that something waits, in their language and hours, and nobody else learns anything.</summary>
[Trait("Category", "Database")]
public sealed class PersonNoticeTests : IAsyncLifetime
{
    private readonly MailHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task A_letter_of_the_office_is_told_once_in_their_language_and_says_nothing_of_itself()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.AnyTime));

        await _host.DeliverAsync();
        await _host.DeliverAsync();

        var mail = Assert.Single(_host.Letterbox.Mails);
        Assert.Equal((MailHost.Hoa, "Bạn có tin nhắn"), (mail.To, mail.Subject));
        foreach (var secret in (string[])[filed.Reference, "Nguyễn", "Hoa", "lease", "Gyeonggi", "경기", Colleagues.Caseworker.Name, "http"])
        {
            Assert.DoesNotContain(secret, mail.Subject + mail.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Nothing_kept_or_logged_names_the_address_the_person_or_the_reference()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.AnyTime));
        _host.Letterbox.Answer = () => new(MailEnd.Refused, "smtp-451");
        await _host.DeliverAsync();
        _host.Letterbox.Answer = () => new(MailEnd.Sent);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.DeliverAsync();
        Assert.Single(_host.Letterbox.Mails);

        var rows = await _host.StoredAsync(db => db.Database
            .SqlQueryRaw<string>("select n::text as \"Value\" from notices n union all select j::text from outbox_jobs j union all select w::text from notice_wishes w union all select e::text from case_events e")
            .ToListAsync());
        foreach (var secret in (string[])[MailHost.Hoa, "hoa.nguyen", "Nguyễn", filed.Reference])
        {
            Assert.DoesNotContain(rows, row => row.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }

        Assert.DoesNotContain(_host.Log.Lines, line => line.Contains("hoa.nguyen", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nobody_who_did_not_ask_is_told()
    {
        await _host.Given.AGrievanceAsync(CaseStatus.Answered);
        await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, form => (form.Contact.Way, form.Contact.Contact) = (ContactWay.Email, MailHost.Hoa));

        await _host.DeliverAsync();

        Assert.DoesNotContain(_host.Letterbox.Mails, mail => mail.To == MailHost.Hoa);
        Assert.False(await _host.StoredAsync(db => db.Set<Notice>().AnyAsync(n => n.Kind == NoticeKind.Message)));
    }

    [Fact]
    public async Task It_waits_for_the_evening_that_they_chose_and_several_letters_are_one_mail()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.Evenings));
        _host.Clock.Advance(TimeSpan.FromMinutes(30));
        await WriteAsync(filed);

        await _host.DeliverAsync();
        _host.Clock.Advance(TimeSpan.FromHours(5));
        await _host.DeliverAsync();
        Assert.Empty(_host.Letterbox.Mails);

        _host.Clock.Advance(TimeSpan.FromMinutes(31));
        await _host.DeliverAsync();
        Assert.Single(_host.Letterbox.Mails);
        Assert.Equal(["Dropped joined", "Sent "], await StatesAsync());
    }

    [Fact]
    public async Task A_server_that_was_away_all_evening_does_not_make_it_go_at_night()
    {
        await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.Evenings));
        _host.Letterbox.Answer = () => new(MailEnd.Refused, "not-reached");
        _host.Clock.Advance(TimeSpan.FromHours(9.5));
        await _host.DeliverAsync();

        _host.Letterbox.Answer = () => new(MailEnd.Sent);
        _host.Clock.Advance(TimeSpan.FromMinutes(40));
        await _host.DeliverAsync();
        Assert.Empty(_host.Letterbox.Mails);

        _host.Clock.Advance(TimeSpan.FromHours(20));
        await _host.DeliverAsync();
        Assert.Single(_host.Letterbox.Mails);
    }

    [Fact]
    public async Task The_answer_is_told_and_what_they_have_read_meanwhile_is_not()
    {
        await _host.Given.AGrievanceAsync(CaseStatus.Answered, MailHost.Asking(NoticeHours.AnyTime));
        var read = await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.AnyTime, "read@example.invalid"));
        using (var browser = await _host.ComeBackAsync(read.CodeId))
        {
            await browser.GetAsync("/vi/my-case/status");
        }

        await _host.DeliverAsync();

        Assert.Equal([MailHost.Hoa], People());
        Assert.Contains("Dropped seen", await StatesAsync());
    }

    [Fact]
    public async Task Whoever_withdraws_or_takes_the_wish_back_hears_no_more_and_their_address_is_gone()
    {
        var withdrawn = await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.Evenings));
        var sorry = await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.Evenings));
        await _host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<Core.Storage.PortalDb>();
            await services.GetRequiredService<FilerDesk>().WithdrawAsync(
                await db.Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == withdrawn.Id), null, Actor.Filer(withdrawn.Id, withdrawn.CodeId), CancellationToken.None);
        });
        using (var browser = await _host.ComeBackAsync(sorry.CodeId))
        {
            await (await browser.GetAsync("/en/my-case/notices")).SubmitAsync(("Form.Hours", "Never"));
        }

        _host.Clock.Advance(TimeSpan.FromHours(7));
        await _host.DeliverAsync();

        Assert.Empty(_host.Letterbox.Mails);
        Assert.False(await _host.StoredAsync(db => db.Set<NoticeWish>().AnyAsync()));
        Assert.Equal(["Dropped not-wanted", "Dropped not-wanted"], await StatesAsync());
    }

    [Fact]
    public async Task A_closed_case_keeps_the_address_until_its_last_word_went_out()
    {
        await _host.Given.AGrievanceAsync(CaseStatus.Closed, MailHost.Asking(NoticeHours.Evenings));
        await SweepAsync();
        _host.Clock.Advance(TimeSpan.FromHours(6.5));
        await _host.DeliverAsync();
        Assert.Equal([MailHost.Hoa], People());

        await SweepAsync();

        Assert.False(await _host.StoredAsync(db => db.Set<NoticeWish>().AnyAsync()));
        _host.Clock.Advance(NoticeSweep.Kept);
        await SweepAsync();
        Assert.True(await _host.StoredAsync(db => db.Set<Notice>().AnyAsync()));
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        Assert.False(await _host.StoredAsync(db => db.Set<Notice>().AnyAsync(n => n.Kind == NoticeKind.Message)));
    }

    [Fact]
    public async Task The_person_chooses_and_changes_it_on_their_page_and_never_sees_the_address_again()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var browser = await _host.ComeBackAsync(filed.CodeId);
        var page = await browser.GetAsync("/en/my-case/notices");
        Assert.Contains("E-mail address", (await page.SubmitAsync(("Form.Hours", "Evenings"), ("Form.Address", "nobody at home"))).Words, StringComparison.Ordinal);
        Assert.False(await _host.StoredAsync(db => db.Set<NoticeWish>().AnyAsync()));

        var saved = await page.SubmitAsync(("Form.Hours", "Evenings"), ("Form.Address", MailHost.Hoa));
        Assert.Contains("Saved.", saved.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("hoa.nguyen", saved.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await saved.SubmitAsync(("Form.Hours", "AnyTime"), ("Form.Address", ""));

        await WriteAsync(filed);
        await _host.DeliverAsync();
        Assert.Equal([MailHost.Hoa], People());
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_given_up_and_the_handler_reads_that()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.AnyTime));
        using var office = await _host.SignInAsAsync(Colleagues.Caseworker);
        var address = $"/office/grievances/{filed.Reference}";
        Assert.DoesNotContain("could not be delivered", (await office.GetAsync(address)).Words, StringComparison.Ordinal);
        _host.Letterbox.Answer = () => new(MailEnd.Refused, "smtp-451");

        for (var i = 0; i < NoticePost.MostAttempts + 1; i++)
        {
            await _host.DeliverAsync();
            _host.Clock.Advance(TimeSpan.FromHours(2));
        }

        Assert.Equal(["GivenUp smtp-451"], await StatesAsync());
        using var later = await _host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("could not be delivered", (await later.GetAsync(address)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_given_up_goes_out_exactly_once_more_when_an_administrator_says_so()
    {
        await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.AnyTime));
        _host.Letterbox.Answer = () => new(MailEnd.NoSuchBox, "smtp-550");
        await _host.DeliverAsync();
        Assert.Equal(["GivenUp smtp-550"], await StatesAsync());
        var number = await _host.StoredAsync(db => db.Set<Notice>().Where(n => n.Kind == NoticeKind.Message).Select(n => n.MessageId).SingleAsync());
        using var administrator = await _host.SignInAsAsync(Colleagues.Administrator);
        var page = await administrator.GetAsync("/office/notices?state=GivenUp");
        var before = _host.Letterbox.Mails.Count(mail => mail.MessageId == number);
        _host.Letterbox.Answer = () => new(MailEnd.Sent);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));

        var after = await page.PressAsync("Again");
        Assert.Equal(HttpStatusCode.OK, after.Status);
        var twice = await page.PressAsync("Again");
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
        Assert.Contains(Shipped.Says("refusal.notices.not-given-up"), twice.Words, StringComparison.Ordinal);
        await _host.DeliverAsync();
        _host.Clock.Advance(TimeSpan.FromHours(30));
        await _host.DeliverAsync();

        Assert.Equal(before + 1, _host.Letterbox.Mails.Count(mail => mail.MessageId == number));
        Assert.Equal(["Sent "], await StatesAsync());
        using var later = await _host.SignInAsAsync(Colleagues.Administrator);
        Assert.Contains($"Sent again by {Colleagues.Administrator.Name}", (await later.GetAsync("/office/notices?state=Sent")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sends_a_notice_again_and_nobody_without_the_forms_token()
    {
        await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.AnyTime));
        _host.Letterbox.Answer = () => new(MailEnd.NoSuchBox, "smtp-550");
        await _host.DeliverAsync();
        var id = (await _host.StoredAsync(db => db.Set<Notice>().Where(n => n.Kind == NoticeKind.Message).Select(n => n.Id).SingleAsync())).ToString();
        using var caseworker = await _host.SignInAsAsync(Colleagues.Caseworker);
        using var administrator = await _host.SignInAsAsync(Colleagues.Administrator);
        var token = (await caseworker.GetAsync("/office/my-account")).ValueOf("__RequestVerificationToken")!.Split(',')[0];

        var stranger = await caseworker.PostAsync("/office/notices?handler=Again", ("__RequestVerificationToken", token), ("notice", id));
        var forged = await administrator.PostAsync("/office/notices?handler=Again", ("notice", id));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (stranger.Status, forged.Status));
        Assert.Equal(["GivenUp smtp-550"], await StatesAsync());
        Assert.True(await _host.StoredAsync(db => db.Set<Notice>().AllAsync(n => n.AgainById == null)));
    }

    [Fact]
    public async Task The_administrator_sees_what_would_have_gone_and_nobody_in_it()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, MailHost.Asking(NoticeHours.AnyTime));
        _host.Letterbox.Answer = () => new(MailEnd.NoServer);
        await _host.DeliverAsync();
        using var administrator = await _host.SignInAsAsync(Colleagues.Administrator);

        var page = await administrator.GetAsync("/office/notices?state=NoServer");

        Assert.Contains("To a resident: a message", page.Words, StringComparison.Ordinal);
        var source = page.Document.DocumentElement.OuterHtml;
        foreach (var secret in (string[])["hoa.nguyen", "Nguyễn", filed.Reference, filed.Id.ToString()])
        {
            Assert.DoesNotContain(secret, source, StringComparison.Ordinal);
        }

        Assert.Contains("There is no such notice.", (await administrator.GetAsync("/office/notices?state=GivenUp")).Words, StringComparison.Ordinal);
    }

    // what colleagues are told meanwhile is another matter
    private IEnumerable<string> People() => _host.Letterbox.Mails.Select(mail => mail.To).Where(to => !to.EndsWith("@test.invalid", StringComparison.Ordinal));

    private Task<List<string>> StatesAsync() => _host.StoredAsync(async db =>
        (await db.Set<Notice>().Where(n => n.Kind == NoticeKind.Message).ToListAsync()).Select(n => $"{n.State} {n.LastError}").Order(StringComparer.Ordinal).ToList());

    private Task SweepAsync() => _host.WithAsync(services => services.GetRequiredService<NoticeSweep>().OnceAsync(CancellationToken.None));

    private Task WriteAsync(FiledCase filed) => _host.WithAsync(async services =>
    {
        var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
        await services.GetRequiredService<GrievanceDesk>().WriteAsync(
            grievance, Guid.CreateVersion7(), new() { Body = "One more thing.", Language = "en" }, Colleagues.Caseworker.Actor, CancellationToken.None);
    });
}
