using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>More time for the whole procedure: with notice before it ends, for a lawful reason, once.</summary>
[Trait("Category", "Database")]
public sealed class RightsExtensionTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_letter_is_read_first_and_both_sides_see_the_new_day_and_the_reason()
    {
        var (page, filed) = await OpenAsync();

        var preview = await page.PressAsync("Preview", ("Form.Reason", "fact-check"), ("Form.Months", "1"), ("Form.Explanation", "현장에 가야 합니다."));
        Assert.Contains("현장에 가야 합니다.", preview.Document.QuerySelector(".letter-sides")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("22 tháng 3", preview.Document.QuerySelector(".letter-sides [lang=vi]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await ExtensionsAsync(filed));

        var sent = await preview.SubmitAsync(("Form.Months", "1"));

        Assert.Equal($"/office/grievances/{filed.Reference}", sent.Path);
        Assert.Contains("its last day moved from 22 February 2027 to 22 March 2027", sent.Words, StringComparison.Ordinal);
        Assert.Contains("Before, it was 22 February 2027. Extended because:", sent.Words, StringComparison.Ordinal);
        Assert.Null(sent.Document.QuerySelector("a[href$='/extend-rights']"));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var status = await filer.GetAsync("/vi/my-case/status");
        var letter = status.Document.QuerySelectorAll(".message.from-office")[^1];
        Assert.Contains("ngày 22 tháng 3 năm 2027", letter.QuerySelector(".user-text[lang=vi]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2027년 3월 22일", letter.QuerySelector(".user-text[lang=ko]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lý do gia hạn", status.Words, StringComparison.Ordinal);
        Assert.Single(await host.StoredAsync(db => db.AccessRecords.Where(r => r.CaseId == filed.Id && r.Detail == "extend-rights").ToListAsync()));
    }

    [Theory]
    [InlineData("", "1", "", "Form.Reason")]
    [InlineData("workload", "1", "", "Form.Reason")]
    [InlineData("fact-check", "", "", "Form.Months")]
    [InlineData("fact-check", "-1", "", "Form.Months")]
    [InlineData("fact-check", "many", "", "Form.Months")]
    [InlineData("comparable", "1", "", "Form.Explanation")]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_is_extended(string reason, string months, string explanation, string field)
    {
        var (page, filed) = await OpenAsync();

        var again = await page.SubmitAsync(("Form.Months", months), ("Form.Reason", reason), ("Form.Explanation", explanation));

        Assert.NotNull(again.MistakeAt(field));
        Assert.Equal(0, await ExtensionsAsync(filed));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("2000000000")]
    public async Task More_months_than_the_procedure_had_are_refused_with_the_rule(string months)
    {
        var (page, filed) = await OpenAsync();

        var again = await page.SubmitAsync(("Form.Months", months), ("Form.Reason", "fact-check"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("by 1 to 3 months", again.Words, StringComparison.Ordinal);
        Assert.Equal(0, await ExtensionsAsync(filed));
    }

    [Fact]
    public async Task A_second_time_is_refused_and_so_is_a_colleague_who_has_not_taken_the_case()
    {
        var (page, filed) = await OpenAsync();
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        var strange = await (await other.GetAsync($"/office/grievances/{filed.Reference}/extend-rights")).SubmitAsync(("Form.Months", "1"), ("Form.Reason", "fact-check"));
        Assert.Equal((HttpStatusCode.Conflict, 0), (strange.Status, await ExtensionsAsync(filed)));
        await page.SubmitAsync(("Form.Months", "1"), ("Form.Reason", "cooperation"));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var second = await (await office.GetAsync($"/office/grievances/{filed.Reference}/extend-rights")).SubmitAsync(("Form.Months", "1"), ("Form.Reason", "cooperation"));

        Assert.Equal((HttpStatusCode.Conflict, 1), (second.Status, await ExtensionsAsync(filed)));
    }

    private async Task<(WebPage Page, FiledCase Filed)> OpenAsync()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var office = await host.SignInAsAsync(Colleagues.Caseworker);
        return (await office.GetAsync($"/office/grievances/{filed.Reference}/extend-rights"), filed);
    }

    private Task<int> ExtensionsAsync(FiledCase filed) => host.StoredAsync(db => db.Set<CaseExtension>().CountAsync(e => e.CaseId == filed.Id));
}
