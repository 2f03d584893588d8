using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.RefugeeSupport.GivenMoney;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>The budget as officers see it: two of them do what needs two, and nobody reads a name.</summary>
[Trait("Category", "Database")]
public sealed class BudgetPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task A_line_is_opened_by_one_officer_and_filled_by_two()
    {
        using var one = await host.SignInAsAsync(Colleagues.BudgetOfficer);
        using var other = await host.SignInAsAsync(Colleagues.Administrator);

        var line = await (await one.GetAsync("/office/support/budget")).SubmitAsync(("Form.Code", "living"), ("Form.Year", "2026"));
        Assert.Contains("KRW 0", line.Words, StringComparison.Ordinal);
        var wrong = await line.SubmitAsync(("Form.Won", "1000.5"), ("Form.Kind", "Increase"), ("Form.Reason", "short"));
        Assert.Equal(("Enter whole won above nought.", "Give the reason in a sentence."), (wrong.MistakeAt("Form.Won"), wrong.MistakeAt("Form.Reason")));
        var proposed = await wrong.SubmitAsync(("Form.Won", "1,200,000"), ("Form.Kind", "Increase"), ("Form.Reason", "The council decided so."));
        Assert.Contains("Waits for somebody else.", proposed.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(proposed.Document.QuerySelectorAll("button"), button => button.TextContent == "Agree");

        var agreed = await (await other.GetAsync(proposed.Path)).PressAsync("Decide", ("agrees", "true"));

        Assert.Contains("BudgetKRW 1,200,000", agreed.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Awards that began on this line", agreed.Words, StringComparison.Ordinal);
        var twice = await (await one.GetAsync("/office/support/budget")).SubmitAsync(("Form.Code", "living"), ("Form.Year", "2026"));
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
        Assert.Contains(Shipped.Says("refusal.budget.line-twice"), twice.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_goes_through_two_officers_and_its_payee_is_read_only_on_record()
    {
        var funded = await host.FundedAsync(5_000_000);
        var award = await host.GrantAsync(funded.Ask(1_000_000, from: Today));
        using var one = await host.SignInAsAsync(Colleagues.BudgetOfficer);
        using var other = await host.SignInAsAsync(Colleagues.BudgetOfficer2);
        var address = "/office/support/budget/awards/" + award.Number;

        var prepared = await (await one.GetAsync(address)).SubmitAsync(("Form.Method", "BankTransfer"), ("Form.Payee", "Ahmed, Bank 123-456-789"));
        Assert.DoesNotContain("123-456-789", prepared.Html, StringComparison.Ordinal);
        Assert.Contains("123-456-789", (await prepared.PressAsync("Payee")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(prepared.Document.QuerySelectorAll("button"), button => button.TextContent == "Release");
        var due = await other.GetAsync("/office/support/budget/payments");
        Assert.Contains("Bank transfer, prepared by 남유리", due.Words, StringComparison.Ordinal);
        var released = await (await other.GetAsync(address)).PressAsync("Decide", ("agrees", "true"));

        Assert.Contains("PaidKRW 1,000,000", released.Words, StringComparison.Ordinal);
        var deeds = await host.StoredAsync(db => db.AccessRecords.Where(record => record.CaseId == funded.CaseId).OrderBy(record => record.Id).Select(record => record.Detail).ToListAsync());
        Assert.Contains("prepare-payment", deeds);
        Assert.Contains("release-payment", deeds);
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(record => record.Deed == AccessDeed.View && record.CaseId == funded.CaseId && record.UserId == Colleagues.BudgetOfficer.Id)));
        Assert.DoesNotContain("Ahmed", await host.MoneyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Awards_of_a_line_come_page_by_page_without_name_or_case_and_leave_a_line_in_the_record()
    {
        var funded = await host.FundedAsync(90_000_000);
        var awards = await host.GrantAllAsync([.. Enumerable.Range(0, 30).Select(_ => funded.Ask(100_000))]);
        using var officer = await host.SignInAsAsync(Colleagues.BudgetOfficer);

        var first = await officer.GetAsync("/office/support/budget/" + funded.LineId);
        var second = await officer.GetAsync(first.Document.QuerySelector("a[href*='after=']")!.GetAttribute("href")!);

        Assert.Equal(awards.Select(award => award.Number).Order(StringComparer.Ordinal), Numbers(first).Concat(Numbers(second)).Order(StringComparer.Ordinal));
        var reference = await host.StoredAsync(db => db.Grievances.Where(one => one.Id == funded.CaseId).Select(one => one.Reference).SingleAsync());
        Assert.DoesNotContain(reference, first.Html, StringComparison.Ordinal);
        Assert.Equal(2, await host.StoredAsync(db => db.AccessRecords.CountAsync(record => record.Detail == "awards" && record.CaseIds!.Contains(funded.CaseId))));
    }

    [Fact]
    public async Task The_report_of_a_year_is_taken_along_as_csv()
    {
        var funded = await host.FundedAsync(3_000_000, year: 2025);
        using var officer = await host.SignInAsAsync(Colleagues.Administrator);

        var report = await officer.GetAsync("/office/support/budget/report/2025");
        var csv = await report.PressAsync("Csv");

        Assert.Contains("3,000,000", report.Words, StringComparison.Ordinal);
        Assert.Contains($"\"{funded.Terms.ProgrammeCode}\",\"3000000\",\"0\",\"0\"", csv.Html, StringComparison.Ordinal);
        Assert.StartsWith("attachment", csv.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/office/support/budget/report/1999")).Status);
    }

    [Fact]
    public async Task Budget_officers_see_the_money_and_no_case_and_nobody_else_pays()
    {
        var funded = await host.FundedAsync(3_000_000);
        var award = await host.GrantAsync(funded.Ask(1_000_000, from: Today));
        using var officer = await host.SignInAsAsync(Colleagues.BudgetOfficer);
        foreach (var address in new[] { "", "/" + funded.LineId, "/payments", "/awards/" + award.Number, "/report/2026" })
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, (await officer.GetAsync("/office/support/budget" + address)).Status));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/office/grievances")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/office/people")).Status);
        foreach (var colleague in new[] { Colleagues.Caseworker, Colleagues.Supervisor, Colleagues.Administrator, Colleagues.PrivacyOfficer })
        {
            using var somebody = await host.SignInAsAsync(colleague);
            Assert.Equal(HttpStatusCode.Forbidden, (await somebody.GetAsync("/office/support/budget/payments")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await somebody.GetAsync("/office/support/budget/awards/" + award.Number)).Status);
        }
    }

    private static IEnumerable<string> Numbers(WebPage page) => page.Document.QuerySelectorAll("a.reference").Select(link => link.TextContent);
}
