using MigrantServices.Browser.Tests.Browsing;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>A mother with a telephone applies for her child in Arabic, and comes back with her code.</summary>
public sealed class ChildJourneyTests
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mother_applies_in_Arabic_and_comes_back(bool script)
    {
        await using var window = await Window.OpenAsync(Window.Phone, script);
        var page = window.Page;
        await window.GoAsync("/ar");
        await page.PressAsync("a[href='/ar/children/new']");
        await page.PressAsync("a.door-main");
        await page.ChooseAsync("Form.City", "41270");
        await page.GoOnAsync();
        await page.WriteAsync("Form.OwnName", "ليلى النجمة");
        await page.WriteAsync("Form.Year", "2021");
        await page.WriteAsync("Form.Address", "شارع السوق، الطابق الثاني");
        await page.PickAsync("Form.Consent", "with-form");
        await page.GoOnAsync();
        await page.PickAsync("Form.Relation", "Mother");
        await page.WriteAsync("Form.Name", "مريم النجمة");
        await page.GoOnAsync();
        await page.PressAsync("form[enctype] button[value=next]");
        await page.PickAsync("Form.Way", "PortalOnly");
        await page.GoOnAsync();
        Assert.Contains("ليلى النجمة", await page.WordsAsync(), StringComparison.Ordinal);
        await page.GoOnAsync();
        var code = await page.Locator("#code").InnerTextAsync();
        await page.WriteAsync("LastDigits", code[^4..]);
        await page.GoOnAsync();
        await page.PressAsync("form[action*=forget] button");

        await window.GoAsync("/ar/my-case");
        await page.WriteAsync("Code", code);
        await page.GoOnAsync();

        var words = await page.WordsAsync();
        Assert.Contains(window.Portal.Text("ar", "mychild.status.Submitted"), words, StringComparison.Ordinal);
        Assert.DoesNotContain("ليلى", words, StringComparison.Ordinal);
        window.HasNoComplaints();
    }
}
