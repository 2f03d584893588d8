using MigrantServices.Browser.Tests.Browsing;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>A mother with a telephone applies for her child in Arabic, comes back with her code, and holds papers in the end that a clinic can check.</summary>
public sealed class ChildJourneyTests(ChildTeam team) : IClassFixture<ChildTeam>
{
    private const string Child = "ليلى النجمة";
    private const string Address = "شارع السوق، الطابق الثاني";

    [BrowserFact]
    public async Task A_mother_applies_in_Arabic_and_her_child_is_confirmed()
    {
        var code = await ApplyAsync(script: true);
        await using var mother = await Family.ReturningAsync(team.Portal, code, "ar");
        await mother.ReadsAsync("mychild.status.Submitted");
        Assert.DoesNotContain("ليلى", await mother.Page.WordsAsync(), StringComparison.Ordinal);
        var reference = await mother.Page.Locator(".case-reference bdi").InnerTextAsync();

        await team.Handler.FindAsync(reference, "ليلى");
        await team.Handler.PressAsync(reference, "take-on");
        await team.FindFactsAsync(reference);
        await team.ConfirmAsync(reference);

        var token = await team.PrintAndScanAsync(reference, "LaylaAlnajma", "라일라알나즈마", "2021");
        Assert.Equal("valid", await team.CheckAsync(token));
        await mother.OpenAsync();
        await mother.ReadsAsync("mychild.status.Confirmed");
        await mother.ReadLetterAsync(team.Portal.Text("ar", "letter.child-confirmed.1"));
        await mother.OpenAsync("/looked");
        await mother.ReadsAsync("identity-purposes.issue-papers");
    }

    [BrowserFact]
    public async Task She_applies_without_any_script_as_well()
    {
        await using var mother = await Family.ReturningAsync(team.Portal, await ApplyAsync(script: false), "ar");

        await mother.ReadsAsync("mychild.status.Submitted");
    }

    private static async Task<string> ApplyAsync(bool script)
    {
        await using var window = await Window.OpenAsync(Window.Phone, script);
        var page = window.Page;
        await window.GoAsync("/ar");
        await page.PressAsync("a[href='/ar/children/new']");
        await page.PressAsync("a.door-main");
        await page.ChooseAsync("Form.City", "41270");
        await page.GoOnAsync();
        await page.AnswerAsync(("Form.OwnName", Child), ("Form.LatinName", "Layla Alnajma"), ("Form.KoreanName", "라일라 알나즈마"), ("Form.Year", "2021"), ("Form.Address", Address), ("Form.Consent", "with-form"));
        await page.GoOnAsync();
        await page.AnswerAsync(("Form.Relation", "Mother"), ("Form.Name", "مريم النجمة"));
        await page.GoOnAsync();
        await page.PressAsync("form[enctype] button[value=next]");
        await page.PickAsync("Form.Way", "PortalOnly");
        await page.GoOnAsync();
        Assert.Contains(Child, await page.WordsAsync(), StringComparison.Ordinal);
        await page.GoOnAsync();
        var code = await page.Locator("#code").InnerTextAsync();
        await page.WriteAsync("LastDigits", code[^4..]);
        await page.GoOnAsync();
        await page.PressAsync("form[action*=forget] button");
        window.HasNoComplaints();
        return code;
    }
}
