using Microsoft.EntityFrameworkCore;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>Children of whom no parent told: a teacher asks, or the office itself begins. Nothing is decided before somebody went there, and the teacher learns nothing, ever.</summary>
public sealed class ChildRequestTests(ChildTeam team) : IClassFixture<ChildTeam>
{
    private const string Known = "3반 짝꿍의 동생이 어디에도 등록되어 있지 않다고 합니다.";

    [BrowserFact]
    public async Task A_teachers_request_is_decided_after_a_visit_and_tells_the_teacher_nothing()
    {
        await using var window = await Window.OpenAsync(Window.Phone);
        var (reference, code) = await TellAsync(window);
        var seen = await ReadAsTeacherAsync(window, code);

        await team.Handler.FindAsync(reference, Known);
        await team.Handler.PressAsync(reference, "take-on");
        await team.Portal.FindFactsAsync(reference, team.People.Handler);
        await team.Handler.OpenAsync(reference);
        await team.Handler.SeesAsync("refusal.child.visit-missing");
        Assert.Equal(0, await team.Handler.Page.Locator("form[action$='/deeds/propose-confirmation']").CountAsync());
        await VisitAsync(reference, ("Form.Own", "Phúc An Bùi"), ("Form.Latin", "Phuc An Bui"), ("Form.Year", "2022"), ("Form.Month", "7"), ("Form.Day", "19"));
        await team.ConfirmAsync(reference);

        Assert.Equal("valid", await team.CheckAsync(await team.PrintAndScanAsync(reference, "PhucAnBui", "2022-07-19")));
        Assert.Equal(seen, await ReadAsTeacherAsync(window, code));
        window.HasNoComplaints();
    }

    [BrowserFact]
    public async Task The_office_begins_by_itself_and_papers_in_Chinese_stand_at_the_end()
    {
        var page = team.Handler.Page;
        await page.GotoAsync("/office/children/new");
        await page.AnswerAsync(
            ("Form.Way", "ExOfficio"), ("Form.Channel", "Referral"), ("Form.City", "41270"), ("Form.Known", "보건소 예방접종 명단에서 확인함."),
            ("Form.About.OwnName", "欧阳雨桐"), ("Form.About.LatinName", "Ouyang Yutong"), ("Form.About.Year", "2023"), ("Form.Reach.Language", "zh-Hans"));
        await page.GoOnAsync();
        await team.Handler.SeesAsync("counter.child.no-code");
        await page.PressAsync("main .buttons a.primary");
        var reference = await page.Locator("h1").InnerTextAsync();

        await team.Handler.PressAsync(reference, "take-on");
        await VisitAsync(reference, ("Form.Own", "欧阳雨桐"), ("Form.Latin", "Ouyang Yutong"), ("Form.Year", "2023"), ("Form.Month", "5"), ("Form.Day", "1"));
        await team.Portal.FindFactsAsync(reference, team.People.Handler);
        await team.ConfirmAsync(reference);

        Assert.Equal("valid", await team.CheckAsync(await team.PrintAndScanAsync(reference, "欧阳雨桐", "OuyangYutong", "2023-05-01")));
    }

    private async Task<(string Reference, string Code)> TellAsync(Window window)
    {
        var page = window.Page;
        await window.GoAsync("/ko/children/tell");
        await page.AnswerAsync(("Form.DangerNow", "false"), ("Form.City", "41270"), ("Form.Relation", "school"), ("Form.Known", Known));
        await page.GoOnAsync();
        await page.GoOnAsync();
        var code = await page.Locator("#code").InnerTextAsync();
        await page.WriteAsync("LastDigits", code[^4..]);
        await page.GoOnAsync();
        await page.PressAsync("form[action*=forget] button");
        return (await team.Portal.StoredAsync(db => db.ChildConfirmations.Where(c => c.RequesterIs == "school").OrderByDescending(c => c.Id).Select(c => c.Reference).FirstAsync()), code);
    }

    /// <summary>Somebody of the office goes there; then who the child is stands better than somebody had told.</summary>
    private async Task VisitAsync(string reference, params (string Field, string Text)[] child)
    {
        await team.Handler.DoAsync(reference, "record-home-visit", ("Form.On", "2026-11-23"), ("Form.People", "김하늘, 이서준"), ("Form.Words", "어머니와 아이를 만났고 출생 병원의 기록을 보았음."));
        await team.Handler.FillInAsync(reference, "/identity/correct", [.. child, ("Form.Sex", "female"), ("Form.Address", "원곡로 17 옥탑")]);
    }

    private static async Task<string> ReadAsTeacherAsync(Window window, string code)
    {
        await window.GoAsync("/ko/my-case");
        await window.Page.WriteAsync("Code", code);
        await window.Page.GoOnAsync();
        var words = await window.Page.WordsAsync();
        Assert.Contains(window.Portal.Text("ko", "child.tell.nothing"), words, StringComparison.Ordinal);
        return words;
    }
}
