using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Tests.Reference;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Municipalities;

/// <summary>A city that has a telephone line and days off of its own is reached by them; every other one by the line of the province. Both are dated data that two administrators change.</summary>
[Trait("Category", "Database")]
public sealed class CityLineTests : IAsyncLifetime
{
    private const string Own = "031-000-0101";
    private const string Provinces = "1661-0222";

    private readonly PortalHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Letters_papers_receipts_and_public_words_name_the_line_of_the_city_from_its_day_on()
    {
        var before = await _host.AConfirmedChildAsync();
        await _host.ApproveAsync(await ProposeLineAsync());
        Assert.Equal((Provinces, Provinces), (await PrintedAsync(before), await ReceiptPhoneAsync(before)));

        _host.Clock.Advance(TimeSpan.FromDays(1));
        var (own, other) = (await _host.AConfirmedChildAsync(), await _host.AConfirmedChildAsync(form => form.Place.City = "41390"));

        Assert.Equal((Own, Own), (await PrintedAsync(own), await ReceiptPhoneAsync(own)));
        Assert.Equal((Provinces, Provinces), (await PrintedAsync(other), await ReceiptPhoneAsync(other)));
        // a second print says what the first one said
        Assert.Equal(Provinces, await PrintedAsync(before));
        using var family = await _host.ComeBackAsync(own.CodeId);
        var page = (await family.GetAsync("/en/my-case/child")).Words;
        Assert.Contains($"Ansan-si: {Own}", page, StringComparison.Ordinal);
        Assert.Contains("Monday to Friday from 09:30 to 17:30", page, StringComparison.Ordinal);
        using var anybody = _host.Browser();
        var start = (await anybody.GetAsync("/en/children/new")).Words;
        Assert.Contains(Own, start, StringComparison.Ordinal);
        Assert.Contains(Provinces, start, StringComparison.Ordinal);
        Assert.Contains("09:30", (await family.GetAsync("/ar/my-case/child")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_off_of_a_city_is_told_there_and_makes_no_period_longer()
    {
        var day = _host.Today().AddDays(3);
        await _host.ApproveAsync(await _host.ProposeAsync("/office/reference/city-days-off/change?kind=Add", day, ("Form.Municipality", Colleagues.Ansan)));
        var row = Assert.Single(await _host.StoredAsync(db => db.ReferenceItems.Where(item => item.List == Lists.CityDaysOff).ToListAsync()));
        Assert.Equal((day, day), (row.ValidFrom, row.ValidTo!.Value));

        var (here, there) = (await _host.Given.AChildAsync(), await _host.Given.AChildAsync(form => form.Place.City = "41390"));

        using var family = await _host.ComeBackAsync(here.CodeId);
        using var others = await _host.ComeBackAsync(there.CodeId);
        Assert.Contains("Closed: 26 November 2026", (await family.GetAsync("/en/my-case/child")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Closed:", (await others.GetAsync("/en/my-case/child")).Words, StringComparison.Ordinal);
        Assert.Equal(await DueAsync(there), await DueAsync(here));
    }

    [Theory]
    [InlineData("Form.Phone", "call us")]
    [InlineData("Form.Phone", "")]
    [InlineData("Form.Opens", "half past nine")]
    [InlineData("Form.Closes", "08:00")]
    [InlineData("Form.Municipality", "")]
    public async Task What_is_wrong_about_a_line_is_said_beside_the_field(string field, string wrong)
    {
        using var administrator = await _host.SignInAsAsync(Colleagues.Administrator);
        var page = await administrator.GetAsync("/office/reference/city-lines/change?kind=Add");

        (string Name, string Value)[] answers = [("Form.EffectiveOn", "2026-12-30"), ("Form.Source", "공고"), ("Form.Municipality", Colleagues.Ansan), ("Form.Phone", Own), ("Form.Opens", "09:30"), ("Form.Closes", "17:30")];
        var refused = await page.SendAsync(page.Form("Form.Source"), null, [.. answers.Where(answer => answer.Name != field), (field, wrong)]);

        Assert.NotNull(refused.MistakeAt(field));
        Assert.Equal(0, await _host.StoredAsync(db => db.Set<ReferenceChange>().CountAsync()));
    }

    [Fact]
    public async Task What_differs_stands_on_one_page_and_the_cities_that_have_nothing_of_their_own_are_named_below()
    {
        await _host.ApproveAsync(await ProposeLineAsync());
        await _host.ApproveAsync(await _host.ProposeAsync("/office/reference/city-days-off/change?kind=Add", _host.Today().AddDays(3), ("Form.Municipality", "41480"), ("Form.Until", ListChanges.Iso(_host.Today().AddDays(4)))));
        _host.Clock.Advance(TimeSpan.FromDays(1));
        using var administrator = await _host.SignInAsAsync(Colleagues.Administrator);
        Assert.NotNull((await administrator.GetAsync("/office/municipalities")).Document.QuerySelector("main a[href='/office/municipalities/differences']"));

        var page = await administrator.GetAsync("/office/municipalities/differences");

        var rows = page.Document.QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), row => row.TextContent);
        Assert.Contains(Own, rows["Ansan-si"], StringComparison.Ordinal);
        Assert.Contains("09:30–17:30", rows["Ansan-si"], StringComparison.Ordinal);
        Assert.Contains("100,000", rows["Icheon-si"], StringComparison.Ordinal);
        Assert.Contains("the province’s", rows["Siheung-si"], StringComparison.Ordinal);
        Assert.Contains("checked each year", rows["Siheung-si"], StringComparison.Ordinal);
        Assert.Contains("26 November 2026 to 27 November 2026", rows["Paju-si"], StringComparison.Ordinal);
        Assert.DoesNotContain("Suwon-si", rows.Keys);
        Assert.Contains("Suwon-si", page.Document.QuerySelector("section[aria-labelledby=ordinary]")!.TextContent, StringComparison.Ordinal);
        // a city that gives its line up may have one again
        await _host.ApproveAsync(await _host.ProposeAsync($"/office/reference/city-lines/change?kind=End&code={Colleagues.Ansan}", _host.Today().AddDays(1)));
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await _host.ApproveAsync(await ProposeLineAsync());
        Assert.Equal(2, (await _host.RowsAsync(Lists.CityLines, Colleagues.Ansan)).Count);
    }

    private Task<Guid> ProposeLineAsync() => _host.ProposeAsync(
        "/office/reference/city-lines/change?kind=Add", _host.Today().AddDays(1), ("Form.Municipality", Colleagues.Ansan), ("Form.Phone", Own), ("Form.Opens", "09:30"), ("Form.Closes", "17:30"));

    private Task<string> PrintedAsync(FiledCase filed) => _host.WithAsync(async services =>
    {
        var card = await services.GetRequiredService<Core.Storage.PortalDb>().Set<CardIssue>().AsNoTracking().SingleAsync(c => c.CaseId == filed.Id);
        return (await services.GetRequiredService<PrintDesk>().OpenAsync(await OneAsync(services, filed), card, Colleagues.Caseworker2.Actor, default)).Phone;
    });

    private async Task<string> ReceiptPhoneAsync(FiledCase filed)
    {
        using var family = await _host.ComeBackAsync(filed.CodeId);
        var letter = await _host.StoredAsync(db => db.Messages.Where(m => m.CaseId == filed.Id && m.Template!.StartsWith("child-receipt")).Select(m => m.Id).SingleAsync());
        var words = (await family.GetAsync($"/en/my-case/child/letters/{letter}")).Words;
        return words.Contains(Own, StringComparison.Ordinal) ? Own : words.Contains(Provinces, StringComparison.Ordinal) ? Provinces : "";
    }

    private Task<DateOnly?> DueAsync(FiledCase filed) => _host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.DueOn).SingleAsync());
}
