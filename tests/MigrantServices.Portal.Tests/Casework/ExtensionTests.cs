using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>More time for a lawful reason only, and the person is told at once in their language.</summary>
[Trait("Category", "Database")]
public sealed class ExtensionTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_handler_reads_the_letter_first_and_the_person_gets_it_in_their_language_with_Korean_beside_it()
    {
        var (page, filed) = await OpenAsync();

        var preview = await page.PressAsync("Preview", ("Form.Reason", "fact-check"), ("Form.Days", "3"), ("Form.Explanation", "현장에 가야 합니다."));
        Assert.Contains("현장에 가야 합니다.", preview.Document.QuerySelector(".letter-sides")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("4 tháng 12", preview.Document.QuerySelector(".letter-sides [lang=vi]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await ExtensionsAsync(filed));

        var sent = await preview.SubmitAsync(("Form.Days", "3"));

        Assert.Equal($"/office/grievances/{filed.Reference}", sent.Path);
        Assert.Contains("the due day moved from 1 December 2026 to 4 December 2026", sent.Words, StringComparison.Ordinal);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var status = await filer.GetAsync("/vi/my-case/status");
        var letter = status.Document.QuerySelectorAll(".message.from-office")[^1];
        Assert.Contains("ngày 4 tháng 12 năm 2026", letter.QuerySelector(".user-text[lang=vi]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026년 12월 4일", letter.QuerySelector(".user-text[lang=ko]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("김하늘", letter.QuerySelector(".user-text[lang=ko]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await host.StoredAsync(db => db.AccessRecords.Where(r => r.CaseId == filed.Id && r.Detail == "extend").ToListAsync()));
    }

    [Theory]
    [InlineData("en", "Before, it was 1 December 2026. Extended because:")]
    [InlineData("ko", "전에는 2026년 12월 1일까지였습니다. 연장 사유:")]
    public async Task The_persons_page_names_the_lawful_reason_beside_the_day(string language, string said)
    {
        var (page, filed) = await OpenAsync();
        await page.SubmitAsync(("Form.Reason", "fact-check"), ("Form.Days", "3"), ("Form.Explanation", "현장에 가야 합니다."));

        using var filer = await host.ComeBackAsync(filed.CodeId);
        var status = await filer.GetAsync($"/{language}/my-case/status");

        Assert.Contains(said, status.Document.QuerySelector(".case-now")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(said, status.Document.QuerySelector(".side-facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_reads_the_same_day_and_the_same_reason_as_the_person()
    {
        var (page, filed) = await OpenAsync();
        await page.SubmitAsync(("Form.Reason", "fact-check"), ("Form.Days", "3"), ("Form.Explanation", "현장에 가야 합니다."));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var told = Moved(await filer.GetAsync("/en/my-case/status"));
        var read = Moved(await office.GetAsync($"/office/grievances/{filed.Reference}"));

        Assert.StartsWith("Before, it was 1 December 2026. Extended because:", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(told, read);

        static IEnumerable<string> Moved(WebPage page) => page.Document.QuerySelectorAll(".side-facts .row-small").Select(line => line.TextContent.Trim()).Where(line => line.StartsWith("Before", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "3", "", "Form.Reason")]
    [InlineData("workload", "3", "", "Form.Reason")]
    [InlineData("fact-check", "", "", "Form.Days")]
    [InlineData("fact-check", "-1", "", "Form.Days")]
    [InlineData("fact-check", "many", "", "Form.Days")]
    [InlineData("comparable", "3", "", "Form.Explanation")]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_is_extended(string reason, string days, string explanation, string field)
    {
        var (page, filed) = await OpenAsync();

        var again = await page.SubmitAsync(("Form.Days", days), ("Form.Reason", reason), ("Form.Explanation", explanation));

        Assert.NotNull(again.MistakeAt(field));
        Assert.Equal(0, await ExtensionsAsync(filed));
    }

    [Fact]
    public async Task More_time_for_workload_is_refused_with_the_article_that_names_the_reasons()
    {
        var (page, filed) = await OpenAsync();

        var again = await page.SubmitAsync(("Form.Days", "3"), ("Form.Reason", "workload"));

        Assert.Contains("art. 21). Workload, late assignment and absence are none.", again.MistakeAt("Form.Reason"), StringComparison.Ordinal);
        Assert.Equal(0, await ExtensionsAsync(filed));
    }

    [Fact]
    public async Task More_days_than_the_period_had_are_refused_with_the_rule()
    {
        var (page, filed) = await OpenAsync();

        var again = await page.SubmitAsync(("Form.Days", "8"), ("Form.Reason", "fact-check"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("from 1 to 7 working days", again.Words, StringComparison.Ordinal);
        Assert.Equal("8", again.ValueOf("Form.Days"));
        Assert.Equal(0, await ExtensionsAsync(filed));
    }

    [Fact]
    public async Task A_second_time_needs_consent_and_a_third_is_not_offered()
    {
        var (page, filed) = await OpenAsync();
        await page.SubmitAsync(("Form.Days", "7"), ("Form.Reason", "cooperation"));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var second = await office.GetAsync($"/office/grievances/{filed.Reference}/extend");
        var without = await second.SubmitAsync(("Form.Days", "7"), ("Form.Reason", "cooperation"));
        Assert.Equal(HttpStatusCode.Conflict, without.Status);
        Assert.Equal(1, await ExtensionsAsync(filed));

        await without.SubmitAsync(("Form.Days", "7"), ("Form.ConsentOn", "2026-11-23"), ("Form.ConsentWay", "Phone"));
        Assert.Equal(2, await ExtensionsAsync(filed));
        var details = await office.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Null(details.Document.QuerySelector("a[href$='/extend']"));
    }

    [Fact]
    public async Task Nobody_agreed_to_a_second_time_before_there_was_a_first()
    {
        var (page, filed) = await OpenAsync();
        await page.SubmitAsync(("Form.Days", "7"), ("Form.Reason", "cooperation"));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var before = await StoredAsync(filed);

        var second = await office.GetAsync($"/office/grievances/{filed.Reference}/extend");
        var older = await second.SubmitAsync(("Form.Days", "7"), ("Form.Reason", "cooperation"), ("Form.ConsentOn", "2026-11-22"), ("Form.ConsentWay", "Phone"));

        Assert.Equal(HttpStatusCode.Conflict, older.Status);
        Assert.Contains(Shipped.Says("refusal.case.consent-before-the-extension", "23 November 2026"), older.Words, StringComparison.Ordinal);
        Assert.Equal(1, await ExtensionsAsync(filed));
        Assert.Equal(before, await StoredAsync(filed));
    }

    [Fact]
    public async Task A_colleague_who_has_not_taken_the_case_extends_nothing()
    {
        var (_, filed) = await OpenAsync();
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);

        var page = await (await other.GetAsync($"/office/grievances/{filed.Reference}/extend")).SubmitAsync(("Form.Days", "3"), ("Form.Reason", "fact-check"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(0, await ExtensionsAsync(filed));
    }

    private async Task<(WebPage Page, FiledCase Filed)> OpenAsync()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var office = await host.SignInAsAsync(Colleagues.Caseworker);
        return (await office.GetAsync($"/office/grievances/{filed.Reference}/extend"), filed);
    }

    private Task<(int Revision, DateOnly? DueOn, int Extensions)> StoredAsync(FiledCase filed) => host.StoredAsync(async db =>
    {
        var one = await db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id);
        return (one.Revision, one.DueOn, one.Extensions);
    });

    private Task<int> ExtensionsAsync(FiledCase filed) => host.StoredAsync(db => db.Set<CaseExtension>().CountAsync(e => e.CaseId == filed.Id));
}
