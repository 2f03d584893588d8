using MigrantServices.Browser.Tests.Browsing;

namespace MigrantServices.Browser.Tests.Screens;

/// <summary>A way through what refugee support shows to everybody, and to administrators.</summary>
public static class SupportTour
{
    public static async IAsyncEnumerable<Screen> WalkAsync(Window window, string language)
    {
        var page = window.Page;
        await window.GoAsync($"/{language}/support");
        yield return new("/RefugeeSupport/Index");
        await window.GoAsync($"/{language}/support/guide");
        yield return new("/RefugeeSupport/Guide");
        await page.ChooseAsync("Form.Adults", "0");
        await page.GoOnAsync();
        yield return new("/RefugeeSupport/Guide", "wrong");
        await page.ChooseAsync("Form.Adults", "2");
        await page.ChooseAsync("Form.Children", "3");
        await page.GoOnAsync();
        yield return new("/RefugeeSupport/Guide", "result");
        await page.PickAsync("Form.Category", "g-1-5");
        await page.WriteAsync("Form.AppliedOn", "2026-08-20");
        await page.GoOnAsync();
        yield return new("/RefugeeSupport/Guide", "told");
    }

    public static async IAsyncEnumerable<Screen> OfficeAsync(Window window, string language)
    {
        var page = window.Page;
        await window.GoAsync("/office/admin/programmes");
        yield return new("/Admin/Programmes");
        await window.GoAsync("/office/admin/programmes/living-expense");
        yield return new("/Admin/Programme");
        await window.GoAsync("/office/admin/programme-change?kind=Terms&code=living-expense");
        yield return new("/Admin/ChangeProgramme");
        await page.WriteAsync("Form.Amount1", "1000.5");
        await page.PressAsync("main form button");
        yield return new("/Admin/ChangeProgramme", "wrong");
        await page.WriteAsync("Form.Amount1", "510000");
        await page.WriteAsync("Form.EffectiveOn", language == "ko" ? "2027-03-01" : "2027-04-01");
        await page.WriteAsync("Form.Source", "예산 제1호");
        await page.PressAsync("main form button");
        yield return new("/Admin/ChangeProgramme", "preview");
        await page.PressAsync("main form button");
        yield return new("/Admin/ProgrammeChange");
    }
}
