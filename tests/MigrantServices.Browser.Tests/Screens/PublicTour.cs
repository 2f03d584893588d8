using Microsoft.Playwright;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Cases;
using MigrantServices.Portal.Web.Filing;
using MigrantServices.Testing.Hosting;

namespace MigrantServices.Browser.Tests.Screens;

/// <summary>A page of the portal as a visitor came upon it.</summary>
/// <param name="Page">As the table of access names it.</param>
/// <param name="As">In which state it was found; null for the usual one.</param>
public sealed record Screen(string Page, string? As = null)
{
    public string Name => $"{Page.Trim('/').Replace('/', '-')}{(As is null ? "" : "-" + As)}";
}

/// <summary>A way through every public page, empty, filled in and with mistakes, in one language.</summary>
public static class PublicTour
{
    private const string New = "/Grievances/New/";

    public static async IAsyncEnumerable<Screen> WalkAsync(Window window, string language)
    {
        var (page, portal) = (window.Page, window.Portal);
        await window.GoAsync($"/{language}");
        yield return new("/Index");
        await window.GoAsync($"/{language}/privacy");
        yield return new("/Privacy");
        await window.GoAsync($"/{language}/check");
        yield return new("/Check/Index");
        foreach (var answer in (string[])["valid", "replaced", "expired", "unknown"])
        {
            await page.EvaluateAsync("one => document.querySelectorAll('.check-answer').forEach(part => { part.hidden = part.id !== 'answer-' + one; })", answer);
            yield return new("/Check/Index", answer);
        }

        await foreach (var screen in SupportTour.WalkAsync(window, language))
        {
            yield return screen;
        }

        await window.GoAsync($"/{language}/nowhere");
        yield return new("/Index", "not-found");

        await window.GoAsync($"/{language}/my-case");
        yield return new("/MyCase/Index");
        await page.WriteAsync("Code", "1234 5678");
        await page.GoOnAsync();
        yield return new("/MyCase/Index", "wrong");
        await window.GoAsync($"/{language}/my-case/left");
        yield return new("/MyCase/Left");

        await foreach (var screen in FormAsync(window, language))
        {
            yield return screen;
        }

        await foreach (var screen in SentAsync(window, language))
        {
            yield return screen;
        }

        await foreach (var screen in ChildTour.WalkAsync(window, language))
        {
            yield return screen;
        }

        await foreach (var screen in ApplicationTour.WalkAsync(window, language))
        {
            yield return screen;
        }

        foreach (var status in (CaseStatus[])[CaseStatus.AwaitingSupplement, CaseStatus.Answered, CaseStatus.ObjectionAnswered, CaseStatus.Withdrawn])
        {
            await window.TakeAsync(await portal.VisitingAsync(status, language));
            await window.GoAsync($"/{language}/my-case/status");
            yield return new("/MyCase/Status", status.ToString());
        }

        await window.TakeAsync(await portal.VisitingAsync(CaseStatus.Answered, language));
        await window.GoAsync($"/{language}/my-case/status");
        await page.Locator(".message.from-office a[href*='/letters/']").Last.ClickAsync();
        await page.WaitForSelectorAsync(".letter");
        yield return new("/MyCase/Letter");
        await window.GoAsync($"/{language}/my-case/object");
        yield return new("/MyCase/Object");
        await page.EvaluateAsync("document.querySelector('textarea').required = false");
        await page.PressAsync("form:has(textarea) button");
        yield return new("/MyCase/Object", "wrong");
        await window.TakeAsync(await portal.VisitingAsync(CaseStatus.Objected, language));
        await window.GoAsync($"/{language}/my-case/object");
        yield return new("/MyCase/Object", "sent");

        await window.TakeAsync(await portal.VisitingAsync(CaseStatus.AwaitingSupplement, language));
        await window.GoAsync($"/{language}/my-case/status");
        await page.EvaluateAsync("document.querySelector('textarea').required = false");
        await page.PressAsync("form:has(textarea) button");
        yield return new("/MyCase/Reply", "wrong");
        await window.GoAsync($"/{language}/my-case/more-time");
        yield return new("/MyCase/MoreTime");
        await window.GoAsync($"/{language}/my-case/withdraw");
        yield return new("/MyCase/Withdraw");
        await window.GoAsync($"/{language}/my-case/unsafe");
        yield return new("/MyCase/Unsafe");
        await page.EvaluateAsync("document.querySelector('textarea').required = false");
        await page.PressAsync("form:has(textarea) button");
        yield return new("/MyCase/Unsafe", "wrong");
        foreach (var status in (CaseStatus[])[CaseStatus.SiteInvestigation, CaseStatus.Mediating])
        {
            await window.TakeAsync(await portal.VisitingAsync(status, language));
            await window.GoAsync($"/{language}/my-case/status");
            yield return new("/MyCase/Status", status.ToString());
        }

        await window.GoAsync($"/{language}/my-case/looked");
        yield return new("/MyCase/Looked");
        await window.GoAsync($"/{language}/my-case/representatives");
        yield return new("/MyCase/Representatives");
        await page.GoOnAsync();
        yield return new("/MyCase/Representatives", "wrong");
        await page.WriteAsync("Form.Name", "Trần Văn Ví");
        await page.GoOnAsync();
        yield return new("/MyCase/Representatives", "named");
        // the next tour finds room for another
        await page.PressAsync("main .code-list form button");
        await window.GoAsync($"/{language}/my-case/notices");
        yield return new("/MyCase/Notices");
        await page.PickAsync("Form.Hours", "Evenings");
        await page.GoOnAsync();
        yield return new("/MyCase/Notices", "wrong");
    }

    private static async IAsyncEnumerable<Screen> FormAsync(Window window, string language)
    {
        var (page, portal) = (window.Page, window.Portal);
        await window.GoAsync($"/{language}/grievances/new");
        yield return new(New + "Story");
        await window.TakeAsync(await portal.HoldingFormAsync(new()));
        foreach (var (step, address) in Steps.Where(step => step.Step != FilingSteps.Check))
        {
            await window.GoAsync($"/{language}/grievances/new{address}");
            if (step == FilingSteps.Files)
            {
                // files and what one hopes for may be left out: there is no mistake to be made
                yield return new(New + step, "empty");
                continue;
            }

            await page.GoOnAsync();
            yield return new(New + step, "wrong");
        }

        await window.GoAsync($"/{language}/grievances/new/check");
        yield return new(New + "Check", "incomplete");

        await window.TakeAsync(await portal.HoldingFormAsync(Given.Answers()));
        await window.GoAsync($"/{language}/grievances/new/files");
        await page.AttachAsync(
            new FilePayload { Name = "Ảnh phòng trọ 2026-10-05.txt", MimeType = "text/plain", Buffer = "Phòng 203"u8.ToArray() },
            new FilePayload { Name = "계약서.exe", MimeType = "application/octet-stream", Buffer = [0x4D, 0x5A, 0, 0] });
        await page.PressAsync("form[enctype] button");
        yield return new(New + "Files", "one-refused");
        foreach (var (step, address) in Steps)
        {
            await window.GoAsync($"/{language}/grievances/new{address}");
            yield return new(New + step, "filled-in");
        }

        await window.GoAsync($"/{language}/grievances/new/later");
        yield return new(New + "Later");
    }

    private static async IAsyncEnumerable<Screen> SentAsync(Window window, string language)
    {
        var page = window.Page;
        var answers = Given.Answers();
        answers.Contact.WithName = false;
        await window.TakeAsync(await window.Portal.HoldingFormAsync(answers, language));
        await window.GoAsync($"/{language}/grievances/new/sent");
        yield return new(New + "Sent");
        var code = await page.Locator("#code").InnerTextAsync();
        await page.WriteAsync("LastDigits", "0");
        await page.GoOnAsync();
        yield return new(New + "Sent", "wrong");
        await page.WriteAsync("LastDigits", code[^4..]);
        await page.GoOnAsync();
        yield return new(New + "Sent", "kept");
        await window.GoAsync($"/{language}/grievances/new/receipt");
        yield return new(New + "Receipt");
        await window.GoAsync($"/{language}/grievances/new/slip");
        yield return new(New + "Slip");
        await window.GoAsync($"/{language}/grievances/new/sent");
        await page.GoOnAsync();
        yield return new("/MyCase/Status", "tip");
        await window.GoAsync($"/{language}/my-case/name");
        yield return new("/MyCase/GiveName");
        await window.GoAsync($"/{language}/my-case/helpers");
        yield return new("/MyCase/Helpers");
        await page.GoOnAsync();
        yield return new("/MyCase/Helpers", "made");
    }

    private static readonly IReadOnlyList<(string Step, string Address)> Steps =
    [
        (FilingSteps.Story, ""), (FilingSteps.When, "/when"), (FilingSteps.Grounds, "/why"), (FilingSteps.Respondent, "/who"),
        (FilingSteps.Files, "/files"), (FilingSteps.Contact, "/you"), (FilingSteps.Check, "/check"),
    ];
}
