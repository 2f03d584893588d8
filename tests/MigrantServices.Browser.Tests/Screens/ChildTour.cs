using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Storage.Seed.Demo;

namespace MigrantServices.Browser.Tests.Screens;

/// <summary>A way through every public page of the confirmation of children, in one language.</summary>
internal static class ChildTour
{
    private const string New = "/Children/New/";
    private const string Tell = "/Children/Tell/";

    private static readonly (string Step, string Address)[] Steps =
        [("Where", "/where"), ("Child", "/child"), ("Parents", "/parents"), ("Files", "/files"), ("Contact", "/contact"), ("Check", "/check")];

    public static async IAsyncEnumerable<Screen> WalkAsync(Window window, string language)
    {
        var page = window.Page;
        await window.ForgetCookiesAsync();
        await window.GoAsync($"/{language}/children/new");
        yield return new(New + "Start");
        await window.GoAsync($"/{language}/children/new/elsewhere");
        yield return new(New + "Elsewhere");
        await window.GoAsync($"/{language}/children/new/where");
        await page.ChooseAsync("Form.City", "41110");
        await page.GoOnAsync();
        yield return new(New + "Where", "elsewhere");
        await window.GoAsync($"/{language}/children/new/child");
        await page.GoOnAsync();
        yield return new(New + "Child", "wrong");
        await window.TakeAsync(await window.Portal.HoldingChildFormAsync(language));
        foreach (var (step, address) in Steps)
        {
            await window.GoAsync($"/{language}/children/new{address}");
            yield return new(New + step, "filled-in");
        }

        await page.GoOnAsync();
        yield return new(New + "Sent");
        await window.GoAsync($"/{language}/children/new/receipt");
        yield return new(New + "Receipt");
        await window.GoAsync($"/{language}/children/new/slip");
        yield return new(New + "Slip");
        await window.TakeAsync(await window.Portal.HoldingChildFormAsync(language));
        await window.GoAsync($"/{language}/children/new/later");
        yield return new(New + "Later");

        await window.GoAsync($"/{language}/children/tell");
        await page.GoOnAsync();
        yield return new(Tell + "Story", "wrong");
        await page.PickAsync("Form.DangerNow", "true");
        await page.ChooseAsync("Form.City", "41270");
        await page.ChooseAsync("Form.Relation", "school");
        await page.WriteAsync("Form.Known", "아이가 있는 것 같습니다.");
        await page.GoOnAsync();
        yield return new(Tell + "Check");
        await page.GoOnAsync();
        yield return new(Tell + "Sent");
        await window.GoAsync($"/{language}/children/tell/receipt");
        yield return new(Tell + "Receipt");
        await window.GoAsync($"/{language}/children/tell/slip");
        yield return new(Tell + "Slip");

        await window.TakeAsync(await window.Portal.VisitingToldAsync());
        await window.GoAsync($"/{language}/my-case/child/told");
        yield return new("/MyChild/Told");
        await window.TakeAsync(await window.Portal.VisitingChildAsync(language));
        await window.GoAsync($"/{language}/my-case/child");
        yield return new("/MyChild/Status");
        await page.Locator(".message.from-office a[href*='/letters/']").Last.ClickAsync();
        await page.WaitForSelectorAsync(".letter");
        yield return new("/MyChild/Letter");
        await window.TakeAsync(await window.Portal.VisitingComingOfAgeAsync(language));
        await window.GoAsync($"/{language}/my-case/child");
        yield return new("/MyChild/Status", "handover");
        await page.PressAsync(".case-now a[href*='/letters/']");
        yield return new("/MyChild/Letter", "handover");
        await window.TakeAsync(await window.Portal.VisitingChildAsync(language));
        foreach (var (name, address) in new[] { ("Reply", "reply"), ("Looked", "looked"), ("Notices", "notices"), ("Photograph", "photograph"), ("Withdraw", "withdraw"), ("ReportLost", "lost"), ("AskReissue", "reissue") })
        {
            await window.GoAsync($"/{language}/my-case/child/{address}");
            yield return new("/MyChild/" + name);
        }

        await window.GoAsync($"/{language}/my-case/child/photograph");
        await page.Locator("#Picture").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "face.jpg", MimeType = "image/jpeg", Buffer = DemoPhotograph.Jpeg });
        await page.GoOnAsync();
        yield return new("/MyChild/Photograph", "seen");
        await window.GoAsync($"/{language}/children/new/files");
        await page.Locator("details.more > summary").First.ClickAsync();
        yield return new(New + "Files", "proof");

        await foreach (var screen in OpenAsync(window, language))
        {
            yield return screen;
        }
    }

    // what a confirmation opens: for the family, for a receiver and for a nursery
    private static async IAsyncEnumerable<Screen> OpenAsync(Window window, string language)
    {
        var page = window.Page;
        var (family, key) = await window.Portal.VisitingConfirmedChildAsync();
        await window.TakeAsync(family);
        await window.GoAsync($"/{language}/my-case/child");
        yield return new("/MyChild/Status", "confirmed");
        await window.GoAsync($"/{language}/my-case/child/services");
        yield return new("/MyChild/Services");
        await window.GoAsync($"/{language}/my-case/child/show");
        await page.GoOnAsync();
        yield return new("/MyChild/Show", "wrong");
        await page.PickAsync("Fields", "name-own");
        await page.PickAsync("Fields", "age");
        await page.GoOnAsync();
        yield return new("/MyChild/Show", "made");
        var code = await page.Locator(".code-card .code bdi").InnerTextAsync();
        await window.ForgetCookiesAsync();
        await window.GoAsync($"/{language}/view");
        await page.WriteAsync("Code", code);
        yield return new("/OneTimeViews/View", "typed");
        await page.GoOnAsync();
        yield return new("/OneTimeViews/View", "opened");
        await window.GoAsync($"/{language}/referral/{key}");
        yield return new("/Receivers/Referral");
        await page.GoOnAsync();
        yield return new("/Receivers/Referral", "opened");
        await window.GoAsync($"/{language}/children/opens");
        yield return new("/Children/Opens");
    }
}
