using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Npgsql;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A referral from the family's consent to the receiver's answer, through the pages.</summary>
[Trait("Category", "Database")]
public sealed partial class ReferralTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string HealthCentre = "city-health-centre";

    [Fact]
    public async Task What_was_read_before_is_what_the_receiver_gets_and_its_answer_reaches_case_and_family()
    {
        var filed = await host.AConfirmedChildAsync();
        await host.AgreedAsync(filed, HealthCentre);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var preview = await PreparedAsync(office, filed, "name-latin", "born");
        var previewed = Letter(preview);
        var paper = PaperLibraries.AreExpected ? (await preview.SendAsync(preview.Form("handler=Paper"), null)).Body : null;
        Assert.Contains("Salma Almurjana", previewed, StringComparison.Ordinal);
        Assert.DoesNotContain("سلمى", previewed, StringComparison.Ordinal);
        Assert.DoesNotContain("원곡로", previewed, StringComparison.Ordinal);

        Assert.True(await host.StoredAsync(db => db.Set<IdentityOpening>().CountAsync(o => o.CaseId == filed.Id && o.Purpose == "referral" && o.OpenedById == Colleagues.Caseworker.Id)) >= 2, "preparing and reading are two openings");
        var link = await SentAsync(preview);
        using var receiver = host.Browser();
        var door = await receiver.GetAsync(link);
        Assert.DoesNotContain("Salma", door.Html, StringComparison.Ordinal);
        Assert.Equal(ServiceReferral.MostReads, (await ReferralAsync(filed)).ReadsLeft);
        var opened = await door.PressAsync("Open");

        Assert.Equal(previewed, Letter(opened));
        if (paper is not null)
        {
            Assert.Equal(paper, (await opened.SendAsync(opened.Form("handler=Paper"), null)).Body);
        }

        var answered = await opened.SubmitAsync(("Form.Answer", nameof(ReceiverAnswer.PlaceOffered)), ("Form.From", "2027-01-15"), ("Form.Words", "오전에 오세요."));
        Assert.Equal(HttpStatusCode.OK, answered.Status);
        var stored = await ReferralAsync(filed);
        Assert.Equal((ReferralState.Answered, ReceiverAnswer.PlaceOffered, new DateOnly(2027, 1, 15)), (stored.State, stored.Answer, stored.OfferedFrom));
        Assert.Contains("오전에 오세요.", (await office.GetAsync(Of(filed, "services"))).Words, StringComparison.Ordinal);
        Assert.True(await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Events.Any(e => e.Action == ChildConfirmation.AnswerReferral.Code && e.By == Role.Receiver)).SingleAsync()));
        var deed = await host.StoredAsync(db => db.Events.Where(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.AnswerReferral.Code).Select(e => e.Id).SingleAsync());
        Assert.True(await host.StoredAsync(db => db.Set<OutboxJob>().AnyAsync(j => j.DedupeKey == "mail.news:" + deed)));
        using var family = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("A service has answered", (await family.GetAsync("/en/my-case/child")).Html + (await family.GetAsync("/ar/my-case/child")).Html.Replace("وصلت إجابة من الجهة المُحال إليها", "A service has answered", StringComparison.Ordinal), StringComparison.Ordinal);
        var looked = (await family.GetAsync("/en/my-case/child/looked")).Words;
        Assert.Contains("To refer the child to a service", looked, StringComparison.Ordinal);
        Assert.Contains("Whoever opened a link", looked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync(link)).Status);

        // what the settings leave out of the log in earnest
        var written = host.Log.Lines.Where(line => !line.StartsWith("Information Microsoft.", StringComparison.Ordinal));
        Assert.DoesNotContain(written, line => line.Contains(link.Split('/')[^1], StringComparison.Ordinal) || line.Contains("Almurjana", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Wrong_old_used_and_recalled_links_get_one_answer_of_one_size()
    {
        host.Address = IPAddress.Parse("192.0.2.40");
        var (answered, recalled, spent) = (await ALinkAsync(), await ALinkAsync(), await ALinkAsync());
        using var receiver = host.Browser();
        await (await (await receiver.GetAsync(answered.Link)).PressAsync("Open")).SubmitAsync(("Form.Answer", nameof(ReceiverAnswer.CannotHelp)));
        using (var office = await host.SignInAsAsync(Colleagues.Caseworker))
        {
            var page = await office.GetAsync(Of(recalled.Filed, "services/" + (await ReferralAsync(recalled.Filed)).Id));
            await page.PressAsync("Recall");
        }

        for (var reading = 0; reading < ServiceReferral.MostReads; reading++)
        {
            Assert.Equal(HttpStatusCode.OK, (await (await receiver.GetAsync(spent.Link)).PressAsync("Open")).Status);
        }

        var late = await ALinkAsync();
        List<WebPage> answers =
            [await receiver.GetAsync(answered.Link), await receiver.GetAsync(recalled.Link), await receiver.GetAsync(spent.Link), await receiver.GetAsync("/ko/referral/" + RandomKey.New())];
        host.Clock.Advance(TimeSpan.FromDays(15));
        answers.Add(await receiver.GetAsync(late.Link));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
        Assert.Single(answers.Select(answer => Varying().Replace(answer.Html, "")).Distinct());
        Assert.Single(answers.Select(answer => answer.Body.Length).Distinct());
        Assert.Equal(ReferralState.Sent, (await ReferralAsync(late.Filed)).State);
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync("/ko/referral/x")).Status);
        host.Clock.Advance(TimeSpan.FromDays(-15));
    }

    [Fact]
    public async Task Many_wrong_links_are_slowed_down()
    {
        host.Address = IPAddress.Parse("192.0.2.41");
        using var guesser = host.Browser();
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 15; guess++)
        {
            statuses.Add((await guesser.GetAsync("/ko/referral/" + RandomKey.New())).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        host.Address = IPAddress.Parse("192.0.2.7");
    }

    [Fact]
    public async Task Without_consent_nothing_is_prepared_and_the_vault_stays_closed()
    {
        var filed = await host.AConfirmedChildAsync();
        await host.AgreedAsync(filed, "unicef-korea");
        var before = await CountsAsync(filed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var forged = await office.GetAsync(Of(filed, $"services/refer?to={HealthCentre} vaccination-number"));
        var refused = await forged.SubmitAsync(("Form.Items", "name-latin"), ("Form.Words", "부탁"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(before, await CountsAsync(filed));
    }

    [Fact]
    public async Task Items_that_the_service_may_not_have_or_that_nobody_ticked_are_refused()
    {
        var filed = await host.AConfirmedChildAsync();
        await host.AgreedAsync(filed, HealthCentre);
        var before = await CountsAsync(filed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var form = await office.GetAsync(Of(filed, $"services/refer?to={HealthCentre} vaccination-number"));

        Assert.Empty(form.Document.QuerySelectorAll("input[name='Form.Items'][checked]"));
        Assert.DoesNotContain("value=\"address\"", form.Html, StringComparison.Ordinal);
        Assert.NotEmpty((await form.SubmitAsync(("Form.Words", "부탁"))).Summary);
        Assert.NotEmpty((await form.SubmitAsync(("Form.Items", "address"), ("Form.Words", "부탁"))).Summary);
        Assert.Equal(before, await CountsAsync(filed));
    }

    [Fact]
    public async Task A_service_that_takes_a_confirmation_is_refused_before_one_and_others_are_not()
    {
        var filed = await host.ATakenChildAsync();
        await host.AgreedAsync(filed, "language-centre");
        await host.AgreedAsync(filed, HealthCentre);
        var before = await CountsAsync(filed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var refused = await (await office.GetAsync(Of(filed, "services/refer?to=language-centre language-class"))).SubmitAsync(("Form.Items", "age"), ("Form.Words", "부탁"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(before, await CountsAsync(filed));
        await PreparedAsync(office, filed, "name-latin");
        Assert.Equal(ReferralState.Prepared, (await ReferralAsync(filed)).State);
    }

    [Fact]
    public async Task The_family_takes_its_consent_back_and_what_was_sent_opens_no_more_and_is_to_be_told()
    {
        host.Address = IPAddress.Parse("192.0.2.42");
        var (filed, link) = await ALinkAsync();
        using var family = await host.ComeBackAsync(filed.CodeId);
        await (await family.GetAsync("/en/my-case/child/services")).PressAsync("TakeBack");

        using var receiver = host.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync(link)).Status);
        var stored = await ReferralAsync(filed);
        Assert.Equal((ReferralState.Ended, ReferralEnd.ConsentWithdrawn, true), (stored.State, stored.EndedBecause, stored.OwesWord));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("must still be told", (await office.GetAsync(Of(filed, "services"))).Words, StringComparison.Ordinal);
        await (await office.GetAsync(Of(filed, "services/" + stored.Id))).PressAsync("Told");
        Assert.False((await ReferralAsync(filed)).OwesWord);
        Assert.Empty((await office.GetAsync(Of(filed, "services/refer"))).Document.QuerySelectorAll("input[name=To]"));

        // and again it can be taken back by nobody
        var again = await family.GetAsync("/en/my-case/child/services");
        Assert.DoesNotContain("handler=TakeBack", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_is_refused_when_the_consent_went_while_the_words_were_read()
    {
        var filed = await host.AConfirmedChildAsync();
        await host.AgreedAsync(filed, HealthCentre);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var preview = await PreparedAsync(office, filed, "name-latin");
        var other = await preview.SendAsync(preview.Form("Form.Fingerprint"), null, ("Form.Fingerprint", new string('0', 64)));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        await host.WithAsync(async services =>
        {
            var consent = await services.GetRequiredService<PortalDb>().Set<ServiceConsent>().Where(c => c.CaseId == filed.Id).Select(c => c.Id).SingleAsync();
            await services.GetRequiredService<ServiceConsentDesk>().WithdrawAsync(await OneAsync(services, filed), consent, Actor.Filer(filed.Id, filed.CodeId), default);
        });

        var stale = await preview.SendAsync(preview.Form("Form.Fingerprint"), null);

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        var stored = await ReferralAsync(filed);
        Assert.Equal((ReferralState.Ended, null, null), (stored.State, stored.SentAt, stored.LinkHash));
    }

    [Fact]
    public async Task Only_the_handler_refers_and_another_city_finds_nothing()
    {
        var filed = await host.AConfirmedChildAsync();
        await host.AgreedAsync(filed, HealthCentre);
        using var another = await host.SignInAsAsync(Colleagues.Caseworker2);
        using var suwon = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var preview = await PreparedAsync(office, filed, "name-latin");

        var form = await another.GetAsync(Of(filed, $"services/refer?to={HealthCentre} vaccination-number"));
        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync(("Form.Items", "name-latin"), ("Form.Words", "부탁"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await suwon.GetAsync(preview.Path)).Status);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<ServiceReferral>().CountAsync(r => r.CaseId == filed.Id)));
    }

    [Fact]
    public async Task The_words_lie_in_the_vault_and_nowhere_else_and_what_was_agreed_cannot_be_altered()
    {
        var (filed, _) = await ALinkAsync();
        await using var app = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
        async Task<string> StateOfAsync(string sql)
        {
            await using var asked = app.CreateCommand(sql);
            return (await Assert.ThrowsAsync<PostgresException>(() => asked.ExecuteNonQueryAsync())).SqlState;
        }

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await StateOfAsync("select * from vault.papers"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await StateOfAsync($"update service_referrals set items = array['address'] where case_id = '{filed.Id}'"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await StateOfAsync($"update service_consents set receiver = 'unicef-korea' where case_id = '{filed.Id}'"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await StateOfAsync($"update service_referrals set mark = sha256('x') where case_id = '{filed.Id}'"));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("Almurjana", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Two_answers_at_once_leave_one()
    {
        host.Address = IPAddress.Parse("192.0.2.43");
        var (filed, link) = await ALinkAsync();
        var key = link[(link.LastIndexOf('/') + 1)..];

        var done = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.WithAsync(services =>
            services.GetRequiredService<ReceiverDesk>().AnswerAsync(key, new() { Answer = ReceiverAnswer.Accepted }, default))));

        Assert.Single(done, answered => answered);
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.AnswerReferral.Code)));
    }

    private async Task<(FiledCase Filed, string Link)> ALinkAsync()
    {
        var filed = await host.AConfirmedChildAsync();
        await host.AgreedAsync(filed, HealthCentre);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        return (filed, await SentAsync(await PreparedAsync(office, filed, "name-latin")));
    }

    private static async Task<WebPage> PreparedAsync(Browserless office, FiledCase filed, params string[] items)
    {
        var form = await office.GetAsync(Of(filed, $"services/refer?to={HealthCentre} vaccination-number"));
        var preview = await form.SubmitAsync([.. items.Select(item => ("Form.Items", item)), ("Form.Words", "관리번호를 부탁드립니다.")]);
        Assert.True(preview.Summary.Count == 0 && preview.Status == HttpStatusCode.OK, string.Join(" | ", preview.Summary));
        return preview;
    }

    private static async Task<string> SentAsync(WebPage preview)
    {
        var sent = await preview.SendAsync(preview.Form("Form.Fingerprint"), null);
        return new Uri(sent.Document.QuerySelector("code.code")!.TextContent.Trim()).AbsolutePath;
    }

    private static string Letter(WebPage page) => page.Document.QuerySelector("article.letter")!.OuterHtml;

    private Task<ServiceReferral> ReferralAsync(FiledCase filed) => host.StoredAsync(db => db.Set<ServiceReferral>().AsNoTracking().SingleAsync(r => r.CaseId == filed.Id));

    private Task<(int, int, int, int)> CountsAsync(FiledCase filed) => host.StoredAsync(async db => (
        await db.Set<ServiceReferral>().CountAsync(r => r.CaseId == filed.Id),
        await db.Set<IdentityOpening>().CountAsync(o => o.CaseId == filed.Id),
        await db.Events.CountAsync(e => e.CaseId == filed.Id),
        await db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Revision).SingleAsync()));

    // the page names itself in its language links, and each answer its own request
    [GeneratedRegex("href=\"[^\"]*\"|value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Varying();
}
