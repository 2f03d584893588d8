using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Tests.RefugeeSupport;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>An award ends early by two people, and the people it was for read why and what they can do.</summary>
[Trait("Category", "Database")]
public sealed class EndingTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Why = "다른 도로 이사했습니다. 확인했습니다.";
    private const string InArabic = "انتقلت الأسرة إلى محافظة أخرى.";

    [Fact]
    public async Task One_proposes_another_agrees_and_the_letter_says_why_and_what_can_be_done()
    {
        var (filed, award) = await GrantedAsync();
        var address = $"/office/support/{filed.Reference}/awards/{award.Number}/end";
        using (var first = await host.SignInAsAsync(Colleagues.Caseworker))
        {
            var page = await first.GetAsync(address);
            Assert.NotEmpty((await page.SubmitAsync(("Form.Reason", ""))).Summary);
            var proposed = await page.SubmitAsync(
                ("Form.Reason", Why), ("Form.Kind", "Shortened"), ("Form.LastDay", award.FromDay.AddDays(31).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Form.InTheirLanguage", InArabic));
            Assert.Contains("waits for a second person", proposed.Words, StringComparison.Ordinal);
            Assert.Null(proposed.Document.QuerySelector("button[name=agrees][value=true]"));
        }

        var waiting = await WaitingAsync(award);
        var before = await host.MoneyAsync();
        Assert.Equal("payment.ending-proposed", await RefusedAsync(() => ProposeAsync(award)));
        Assert.Equal("budget.needs-a-second-person", await RefusedAsync(() => DecideAsync(filed, waiting, Colleagues.Caseworker)));
        Assert.Equal("case.wrong-role", await RefusedAsync(() => DecideAsync(filed, waiting, Colleagues.Caseworker2)));
        Assert.Equal((before, 0), (await host.MoneyAsync(), await LettersAsync(filed)));

        using (var second = await host.SignInAsAsync(Colleagues.Supervisor))
        {
            var page = await second.GetAsync(address);
            Assert.Contains(InArabic, page.Words, StringComparison.Ordinal);
            await page.SendAsync(page.Form("handler=Decide"), null, ("agrees", "true"));
        }

        var ended = await host.AwardAsync(award);
        Assert.Equal((award.FromDay.AddDays(31), 820_000L), (ended.EndedOn!.Value, ended.ReleasedWon));
        var ending = await host.StoredAsync(db => db.Set<AwardEnding>().SingleAsync(one => one.AwardId == award.Id));
        Assert.Equal((Colleagues.Caseworker.Id, Colleagues.Supervisor.Id), (ending.ProposedById!.Value, ending.ById));
        Assert.Equal(1, await LettersAsync(filed));
        var letter = await host.WithAsync(async services =>
        {
            var message = await services.GetRequiredService<PortalDb>().Messages.AsNoTracking().SingleAsync(m => m.CaseId == filed.Id && m.Template == "support-ended.1");
            Assert.Contains(Why, services.GetRequiredService<Vault>().Open(message.InKorean!.Value, message.Id, SealedField.MessageInKorean), StringComparison.Ordinal);
            return services.GetRequiredService<Vault>().Open(message.Body, message.Id, SealedField.Message);
        });
        Assert.Contains(InArabic, letter, StringComparison.Ordinal);
        Assert.Contains("1331", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("القرنفلة", letter, StringComparison.Ordinal);
        Assert.Equal("budget.decided-already", await RefusedAsync(() => DecideAsync(filed, waiting, Colleagues.Supervisor)));
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Fact]
    public async Task What_is_refused_changes_nothing_of_the_award()
    {
        var (filed, award) = await GrantedAsync();
        Assert.Equal("payment.not-to-end", await RefusedAsync(() => ProposeAsync(award, award.ToDay)));
        await ProposeAsync(award);

        await host.DoAsync(filed, async (services, one) => await services.GetRequiredService<EndingDesk>().DecideAsync(one, await WaitingAsync(award), false, Colleagues.Supervisor.Actor, CancellationToken.None));

        Assert.Equal((AwardState.Running, 0L, 0), ((await host.AwardAsync(award)).State, (await host.AwardAsync(award)).ReleasedWon, await LettersAsync(filed)));
        await ProposeAsync(award);
    }

    [Fact]
    public async Task The_database_lets_nobody_end_an_award_alone()
    {
        var (_, award) = await GrantedAsync();

        Assert.Equal("budget.needs-a-second-person", await RefusedAsync(() => host.EndedAsync(award, AwardEndingKind.Stopped, award.FromDay, by: GivenMoney.Officer.UserId)));
        await ProposeAsync(award);
        await using var db = host.Database.Open();
        var no = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update award_ending_proposals set state = 'Approved', decided_by_id = proposed_by_id, decided_at = now() where award_id = {award.Id}"));
        Assert.Equal("award_ending_proposals_two_people", no.ConstraintName);
        Assert.Equal(AwardState.Running, (await host.AwardAsync(award)).State);
    }

    [Fact]
    public async Task Why_money_was_ended_or_came_back_is_read_by_those_who_may_and_stands_on_record()
    {
        var (filed, award) = await GrantedAsync();
        var paid = await host.PayAsync(award);
        await host.DoAsync<PaymentDesk>(desk => desk.ReturnAsync(GivenMoney.Officer, paid, new() { Won = "1000", Reason = "병원비가 더 적게 나왔습니다." }, CancellationToken.None));
        using var officer = await host.SignInAsAsync(Colleagues.BudgetOfficer);
        var page = await officer.GetAsync("/office/support/budget/awards/" + award.Number);
        Assert.DoesNotContain("병원비가", page.Html, StringComparison.Ordinal);

        var shown = await page.SendAsync(page.Form("handler=Reasons"), null);

        Assert.Contains("병원비가 더 적게 나왔습니다.", shown.Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.UserId == Colleagues.BudgetOfficer.Id && r.Detail == MoneyReasons.Detail)));
        Assert.Equal("payment.officers-only", await RefusedAsync(() => host.DoAsync<MoneyReasons>(reasons => reasons.OfAsync(award.Number, Colleagues.Caseworker2.Actor, CancellationToken.None))));
    }

    [Fact]
    public async Task Nothing_is_paid_to_an_embassy()
    {
        var (_, award) = await GrantedAsync();
        using var officer = await host.SignInAsAsync(Colleagues.BudgetOfficer);
        var page = await officer.GetAsync("/office/support/budget/awards/" + award.Number);

        var refused = await page.SendAsync(page.Form("handler=Prepare"), null, ("Form.Method", "BankTransfer"), ("Form.Payee", "Consular fund, pay@embassy.example"));

        Assert.NotEmpty(refused.Summary);
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Equal(0, await host.StoredAsync(db => db.Set<Payment>().CountAsync(one => one.InstalmentId == award.Instalments[0].Id)));
    }

    private async Task<(FiledCase Filed, Award Award)> GrantedAsync()
    {
        var filed = await host.ASupportAsync();
        await host.DecidedAsync(filed);
        return (filed, await host.StoredAsync(db => db.Set<Award>().Include(award => award.Instalments.OrderBy(part => part.Number)).SingleAsync(award => award.CaseId == filed.Id)));
    }

    private Task ProposeAsync(Award award, DateOnly? last = null) => host.DoAsync<EndingDesk, Guid>(desk => desk.ProposeAsync(
        Colleagues.Caseworker.Actor, award.Number, new() { Kind = AwardEndingKind.Shortened, LastDay = last ?? award.FromDay.AddDays(31), Reason = Why }, CancellationToken.None));

    private Task DecideAsync(FiledCase filed, Guid proposal, Colleague by) => host.DoAsync(filed, (services, one) => services.GetRequiredService<EndingDesk>().DecideAsync(one, proposal, true, by.Actor, CancellationToken.None));

    private Task<Guid> WaitingAsync(Award award) => host.StoredAsync(db => db.Set<EndingProposal>().Where(one => one.AwardId == award.Id && one.State == DecisionState.Proposed).Select(one => one.Id).SingleAsync());

    private Task<int> LettersAsync(FiledCase filed) => host.StoredAsync(db => db.Messages.CountAsync(m => m.CaseId == filed.Id && m.Template == "support-ended.1"));

    private static async Task<string> RefusedAsync(Func<Task> deed) => (await Assert.ThrowsAsync<RefusedException>(deed)).Refusal.Code;
}
