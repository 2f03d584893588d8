using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Portal.Startup;

namespace MigrantServices.Browser.Tests.Screens;

/// <content>Reference data, holidays and people.</content>
public static partial class OfficeTour
{
    private static async IAsyncEnumerable<Screen> ReferenceAsync(Window window, string language)
    {
        var page = window.Page;
        await window.GoAsync("/office/municipalities");
        yield return new("/Municipalities/Index");
        await window.GoAsync("/office/municipalities/differences");
        yield return new("/Municipalities/Differences");
        await window.GoAsync("/office/municipalities/41270");
        yield return new("/Municipalities/Details");
        await page.PressAsync("a[href*='entrusted-centres/change?kind=Add']");
        await page.PressAsync("main form button");
        yield return new("/Admin/ChangeCodeList", "centre");
        await window.GoAsync("/office/reference/notification-grounds/change?kind=Replace&code=child-welfare");
        yield return new("/Admin/ChangeCodeList", "ground");
        await window.GoAsync("/office/reference");
        yield return new("/Admin/CodeLists");
        await window.GoAsync("/office/reference/periods");
        yield return new("/Admin/CodeList");
        await window.GoAsync("/office/reference/pause-reasons/change?kind=Add");
        await page.PressAsync("main form button");
        yield return new("/Admin/ChangeCodeList", "wrong");
        await page.WriteAsync("Form.Code", "tour-" + language.ToLowerInvariant());
        await page.WriteAsync("Form.EffectiveOn", "2027-03-01");
        await page.WriteAsync("Form.Source", "법률 제1호");
        await page.WriteAsync("Form.Texts[ko]", "통역");
        await page.PressAsync("main form button");
        yield return new("/Admin/ChangeCodeList", "preview");
        await page.PressAsync("main form button");
        yield return new("/Admin/CodeListChange");
        await foreach (var screen in SupportTour.OfficeAsync(window, language))
        {
            yield return screen;
        }
    }

    private static async IAsyncEnumerable<Screen> PeopleAsync(Window window, string language)
    {
        var (page, portal) = (window.Page, window.Portal);
        await window.TakeAsync(await portal.AtDeskAsync(Office.Administrator, language));
        await window.GoAsync("/office/people");
        yield return new("/Admin/People");
        await window.GoAsync($"/office/people/{await portal.IdOfAsync(Office.Caseworker)}");
        yield return new("/Admin/Person");
        await window.GoAsync($"/office/people/{await portal.IdOfAsync(Office.Administrator)}");
        yield return new("/Admin/Person", "myself");
        await window.GoAsync("/office/holidays");
        yield return new("/Admin/Holidays");
        await page.PressAsync("main form button");
        yield return new("/Admin/Holidays", "wrong");
        await window.GoAsync("/office/notices");
        yield return new("/Admin/Notices");
        await foreach (var screen in ReferenceAsync(window, language))
        {
            yield return screen;
        }

        await window.GoAsync("/office/people/invite");
        yield return new("/Admin/Invite");
        await page.PressAsync("main form button");
        yield return new("/Admin/Invite", "wrong");
        await page.WriteAsync("Form.Name", "서지안");
        await page.WriteAsync("Form.Email", $"new-{language}@demo.invalid");
        await page.PickAsync("Form.Language", language);
        await page.PickAsync("Form.Right.Role", "Caseworker");
        await page.PressAsync("main form button");
        yield return new("/Admin/Invite", "invited");
        var link = await page.Locator("code").InnerTextAsync();
        await window.TakeAsync(await portal.AtDeskAsync(Office.PrivacyOfficer, language));
        await window.GoAsync("/office/confirmations");
        yield return new("/Oversight/Confirmations", "too-early");
        await window.GoAsync("/office/destructions");
        yield return new("/Oversight/Destructions");
        await window.ForgetCookiesAsync();
        await window.TakeAsync(new Dictionary<string, string> { [Localisation.StaffCookie] = language });
        await window.GoAsync(new Uri(link).PathAndQuery);
        yield return new("/Account/AcceptInvitation");
        await page.WriteAsync("Form.Password", Password);
        await page.WriteAsync("Form.Again", Password);
        await page.PressAsync("main form button");
        await window.TakeAsync(await portal.AtDeskAsync(Office.PrivacyOfficer, language));
        await window.GoAsync("/office/confirmations");
        yield return new("/Oversight/Confirmations", "to-confirm");
        await page.PressAsync("form[action*='handler=Confirm'] button");
        yield return new("/Oversight/Confirmations", "nothing");
    }

    private const string Password = "teapot-window-orchard-91";
}
