using System.Linq.Expressions;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Browser.Tests.Screens;

/// <summary>A way through an application for support as a household goes it: from the first page of the form to its own page of the case.</summary>
internal static class ApplicationTour
{
    private const string New = "/SupportNew/";
    private const string Mine = "/MySupport/";

    private static readonly (string Step, string Address)[] Steps =
        [("Programmes", "/programmes"), ("Household", "/household"), ("Member", "/household/member"), ("Need", "/need"), ("Files", "/papers"), ("Contact", "/contact"), ("Check", "/check")];

    public static async IAsyncEnumerable<Screen> WalkAsync(Window window, string language)
    {
        var page = window.Page;
        await window.ForgetCookiesAsync();
        await window.GoAsync($"/{language}/support/new");
        yield return new(New + "Start");
        await window.GoAsync($"/{language}/support/new/programmes");
        await page.GoOnAsync();
        yield return new(New + "Programmes", "wrong");
        await window.TakeAsync(await window.Portal.HoldingSupportFormAsync(language));
        await window.GoAsync($"/{language}/support/new/household/member");
        await page.GoOnAsync();
        yield return new(New + "Member", "wrong");
        foreach (var (step, address) in Steps)
        {
            await window.GoAsync($"/{language}/support/new{address}");
            yield return new(New + step, "filled-in");
        }

        await page.GoOnAsync();
        yield return new(New + "Sent");
        await window.GoAsync($"/{language}/support/new/receipt");
        yield return new(New + "Receipt");
        await window.GoAsync($"/{language}/support/new/slip");
        yield return new(New + "Slip");
        await window.TakeAsync(await window.Portal.HoldingSupportFormAsync(language));
        await window.GoAsync($"/{language}/support/new/later");
        yield return new(New + "Later");
        await foreach (var screen in MineAsync(window, language))
        {
            yield return screen;
        }
    }

    private static async IAsyncEnumerable<Screen> MineAsync(Window window, string language)
    {
        var page = window.Page;
        foreach (var status in (CaseStatus[])[CaseStatus.Submitted, CaseStatus.ObjectionAnswered, CaseStatus.Withdrawn])
        {
            await VisitAsync(window, language, one => one.Status == status);
            yield return new(Mine + "Status", status.ToString());
        }

        await VisitAsync(window, language, one => one.Status == CaseStatus.Answered && one.Lines.Any(line => line.Programme == "clinic-costs"));
        yield return new(Mine + "Status", "granted");
        await window.GoAsync($"/{language}/my-case/support/appointments");
        yield return new(Mine + "Appointments");
        await window.GoAsync($"/{language}/my-case/support/plan");
        yield return new(Mine + "Plan", "goals");
        await VisitAsync(window, language, one => one.Status == CaseStatus.Answered && one.Lines.Any(line => line.Programme == "start-up"));
        await window.GoAsync($"/{language}/my-case/support/plan");
        yield return new(Mine + "Plan");
        await VisitAsync(window, language, one => one.Status == CaseStatus.Answered && one.Lines.Any(line => line.State == LineState.Refused));
        yield return new(Mine + "Status", "decided");
        await page.Locator(".message.from-office a[href*='/letters/']").Last.ClickAsync();
        await page.WaitForSelectorAsync(".letter");
        yield return new(Mine + "Letter");
        await window.GoAsync($"/{language}/my-case/support/object");
        await page.EvaluateAsync("document.querySelector('textarea').required = false");
        await page.PressAsync("form:has(textarea) button");
        yield return new(Mine + "Object", "wrong");

        await VisitAsync(window, language, one => one.Status == CaseStatus.AwaitingSupplement);
        yield return new(Mine + "Status", "asked");
        await page.EvaluateAsync("document.querySelector('textarea').required = false");
        await page.PressAsync("form:has(textarea) button");
        yield return new(Mine + "Reply", "wrong");
        await window.GoAsync($"/{language}/my-case/support");
        await page.PressAsync("a[href*='/withdraw/']");
        yield return new(Mine + "WithdrawLine");
        foreach (var (name, address) in new[] { ("Withdraw", "withdraw"), ("Again", "again"), ("Looked", "looked"), ("Notices", "notices") })
        {
            await window.GoAsync($"/{language}/my-case/support/{address}");
            yield return new(Mine + name);
        }

        await page.PickAsync("Form.Hours", "Evenings");
        await page.GoOnAsync();
        yield return new(Mine + "Notices", "wrong");
    }

    private static async Task VisitAsync(Window window, string language, Expression<Func<SupportApplication, bool>> which)
    {
        await window.TakeAsync(await window.Portal.VisitingSupportAsync(language, which));
        await window.GoAsync($"/{language}/my-case/support");
    }
}
