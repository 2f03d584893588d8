using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Browser.Tests.Screens;

/// <summary>A way through the office's pages about applications for support, as the caseworker to whom most of the files are open.</summary>
internal static class SupportCaseworkTour
{
    private const string Pages = "/SupportCasework/";

    public static async IAsyncEnumerable<Screen> WalkAsync(Window window)
    {
        var page = window.Page;
        await window.GoAsync("/office/support?tab=All");
        yield return new(Pages + "Worklist");
        var inHand = await OneAsync(window, one => one.Status == CaseStatus.UnderReview);
        await window.GoAsync(inHand);
        yield return new(Pages + "Details");
        await page.PressAsync("a[href*='/lines/']");
        await page.GoOnAsync();
        yield return new(Pages + "Line", "wrong");
        await window.GoAsync($"{inHand}/do/ask-supplement");
        await page.GoOnAsync();
        yield return new(Pages + "Do", "wrong");
        await window.GoAsync($"{inHand}/extend");
        yield return new(Pages + "Extend");
        await window.GoAsync($"{inHand}/readers");
        yield return new(Pages + "Readers");
        await window.GoAsync($"{inHand}/households");
        yield return new(Pages + "Households");
        await window.GoAsync($"{inHand}/appointments");
        yield return new(Pages + "Appointments");
        await page.PressAsync("section[aria-labelledby=book] button.primary");
        yield return new(Pages + "Appointments", "wrong");
        await window.GoAsync("/office/support/interpreters");
        await page.GoOnAsync();
        yield return new(Pages + "Interpreters", "wrong");
        await window.GoAsync($"{inHand}/renew-code");
        await page.GoOnAsync();
        yield return new(Pages + "RenewCode", "wrong");
        await window.GoAsync($"{inHand}/elsewhere");
        yield return new(Pages + "Elsewhere");
        await window.GoAsync(await OneAsync(window, one => one.Status == CaseStatus.Answered && one.Lines.Any(line => line.Programme == "clinic-costs")));
        yield return new(Pages + "Details", "decided");
        await page.PressAsync("a[href$='/appointments']");
        yield return new(Pages + "Appointments", "booked");
        await window.Page.GoBackAsync();
        await page.PressAsync("a[href$='/goals']");
        yield return new(Pages + "Goals");
        await page.PressAsync("section[aria-labelledby=set] button.primary");
        yield return new(Pages + "Goals", "wrong");
        await window.GoAsync(await OneAsync(window, one => one.Status == CaseStatus.Answered && one.Lines.Any(line => line.Programme == "job-matching")) + "/outcomes");
        yield return new(Pages + "Outcomes");
        await window.GoAsync(await OneAsync(window, one => one.Status == CaseStatus.Answered && one.Lines.Any(line => line.Programme == "clinic-costs")));
        await page.PressAsync("a[href*='/awards/']");
        yield return new(Pages + "Award");
        await page.PressAsync("form[action*=HandOver] button");
        yield return new(Pages + "Award", "wrong");
        await page.PressAsync("a[href$='/end']");
        yield return new(Pages + "EndAward");
        await page.PressAsync("form[action$='/end'] button.primary");
        yield return new(Pages + "EndAward", "wrong");
        await window.GoAsync(await OneAsync(window, one => one.Status == CaseStatus.Answered && one.Lines.Any(line => line.Programme == "start-up")));
        await page.PressAsync("a[href$='/plan']");
        yield return new(Pages + "Plan");
        await page.Locator("details.more summary").First.ClickAsync();
        await page.PressAsync("form[action*=Report] button");
        yield return new(Pages + "Plan", "wrong");
        await window.GoAsync(await OneAsync(window, one => one.Status == CaseStatus.Proposed));
        yield return new(Pages + "Details", "proposed");
        await foreach (var screen in CounterAsync(window))
        {
            yield return screen;
        }
    }

    /// <summary>What waits for the supervisor, who is at the desk.</summary>
    public static async IAsyncEnumerable<Screen> ApproveAsync(Window window)
    {
        await window.GoAsync(await OneAsync(window, one => one.Status == CaseStatus.Proposed) + "/approve");
        yield return new(Pages + "Approve");
    }

    private static async IAsyncEnumerable<Screen> CounterAsync(Window window)
    {
        const string Told = "Form.Application.";
        var page = window.Page;
        await window.GoAsync("/office/support/new");
        yield return new("/SupportCounter/New");
        await page.GoOnAsync();
        yield return new("/SupportCounter/New", "wrong");
        await page.ChooseAsync("Form.Channel", "Visit");
        await page.ChooseAsync(Told + "Household.City", "41270");
        await page.PickAsync(Told + "Programmes.Chosen", "legal-help");
        await page.WriteAsync(Told + "Household.Members[0].Name", "Tour Example");
        await page.ChooseAsync(Told + "Reach.Way", "PortalOnly");
        await page.PickAsync("Form.ReadBack", "true");
        await page.GoOnAsync();
        yield return new("/SupportCounter/Receipt");
    }

    private static async Task<string> OneAsync(Window window, Expression<Func<SupportApplication, bool>> which)
    {
        var me = await window.Portal.IdOfAsync(Office.Caseworker);
        return "/office/support/" + await window.Portal.StoredAsync(db => db.SupportApplications.Where(which)
            .Where(one => one.HandlerId == me).OrderBy(one => one.ReceivedAt).Select(one => one.Reference).FirstAsync());
    }
}
