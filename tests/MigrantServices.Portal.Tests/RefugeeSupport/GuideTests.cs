using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>Anybody can see what could help, without a name, and nothing of it stays anywhere.</summary>
public sealed class GuideTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ko", "지어낸 것")]
    [InlineData("en", "made up")]
    [InlineData("vi", "hư cấu")]
    [InlineData("zh-Hans", "虚构")]
    [InlineData("ar", "مختلقة")]
    public async Task All_kinds_of_help_are_shown_and_said_to_be_examples(string language, string said)
    {
        using var browser = host.Browser();

        var page = await browser.GetAsync($"/{language}/support");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(said, page.Words, StringComparison.Ordinal);
        Assert.Equal(17, page.Document.QuerySelectorAll("main details").Length);
        Assert.Equal(9, page.Document.QuerySelectorAll("main h3").Length);
    }

    [Fact]
    public async Task A_household_of_five_sees_its_own_amount_and_what_papers_it_needs()
    {
        using var browser = host.Browser();

        var page = await (await browser.GetAsync("/en/support/guide")).SubmitAsync(
            ("Form.Needs", "living"), ("Form.Adults", "2"), ("Form.Children", "2"), ("Form.SmallChildren", "1"));

        Assert.Contains("1,490,000 won a month for a household of 5", page.Words, StringComparison.Ordinal);
        Assert.Contains("A paper with your name and picture (or instead: A letter from a centre that knows you)", page.Words, StringComparison.Ordinal);
        Assert.Contains("It depends on the group you belong to", page.Words, StringComparison.Ordinal);
        Assert.Contains("made up", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_asked_only_where_some_help_is_for_certain_groups()
    {
        using var browser = host.Browser();
        var form = await browser.GetAsync("/en/support/guide");

        var without = await form.SubmitAsync(("Form.Needs", "legal"), ("Form.Adults", "1"));
        var with = await form.SubmitAsync(("Form.Needs", "business"), ("Form.Adults", "1"));

        Assert.Null(form.ValueOf("Form.Category"));
        Assert.Null(without.ValueOf("Form.Category"));
        var told = await with.SubmitAsync(("Form.Category", "g-1-5"), ("Form.AppliedOn", "2026-08-20"));
        Assert.Contains("It is not for this group: Somebody who asked for refuge", told.Words, StringComparison.Ordinal);
        Assert.Contains("From 21 February 2027 on you can ask the State for permission to work", told.Words, StringComparison.Ordinal);
        Assert.Contains("information only", told.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_answered_stands_in_no_address_no_log_no_cookie_and_no_table()
    {
        var before = await RowsAsync();
        using var browser = host.Browser();
        var form = await browser.GetAsync("/en/support/guide");

        var page = await (await form.SubmitAsync(("Form.Needs", "business"), ("Form.Adults", "1"), ("Form.Circumstances", "torture-survivor")))
            .SubmitAsync(("Form.Category", "g-1-99"), ("Form.AppliedOn", "2026-08-20"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(("/en/support/guide", ""), (page.Path, page.Address.Query));
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Cookies, cookie => cookie.Key.Contains("session", StringComparison.OrdinalIgnoreCase) || cookie.Value.Contains("g-1-99", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("g-1-99", StringComparison.Ordinal) || line.Contains("torture-survivor", StringComparison.Ordinal));
        Assert.Empty(page.Statements);
        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData("Form.Adults", "0")]
    [InlineData("Form.Adults", "99")]
    [InlineData("Form.Needs", "gold")]
    [InlineData("Form.Circumstances", "rich")]
    [InlineData("Form.Category", "f-4")]
    [InlineData("Form.AppliedOn", "2090-01-01")]
    public async Task What_is_wrong_is_said_and_the_answers_stay(string field, string wrong)
    {
        using var browser = host.Browser();
        var form = await browser.GetAsync("/en/support/guide");
        (string Name, string Value)[] right = [("Form.Adults", "1"), ("Form.Needs", "legal")];

        var page = await form.SendAsync(form.Form("Form.Needs"), null, [.. right.Where(answer => answer.Name != field), (field, wrong)]);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.Summary);
    }

    [Fact]
    public async Task The_first_page_leads_there()
    {
        using var browser = host.Browser();

        Assert.NotNull((await browser.GetAsync("/en")).Document.QuerySelector("main a[href='/en/support']"));
    }

    private Task<long> RowsAsync() => host.StoredAsync(db => db.Database.SqlQueryRaw<long>(
        "select (select count(*) from access_records) + (select count(*) from case_drafts) + (select count(*) from outbox_jobs) + (select count(*) from sessions) + (select count(*) from cases) as \"Value\"").SingleAsync());
}
