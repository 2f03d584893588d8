using Microsoft.EntityFrameworkCore;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.ChildConfirmations.Referrals;

namespace MigrantServices.Browser.Tests.Screens;

/// <summary>A way through the office's pages about children, as the caseworker who has most of their cases.</summary>
internal static class ChildCaseworkTour
{
    private const string Pages = "/ChildCasework/";

    public static async IAsyncEnumerable<Screen> WalkAsync(Window window, string language)
    {
        var page = window.Page;
        await window.GoAsync("/office/children?tab=All");
        yield return new(Pages + "Worklist");
        await window.GoAsync("/office/children/offers");
        yield return new(Pages + "Offers");
        var inHand = $"/office/children/{await OneAsync(window, CaseStatus.UnderReview)}";
        await window.GoAsync(inHand);
        yield return new(Pages + "Details");
        await window.GoAsync($"{inHand}/do/find-fact");
        await page.GoOnAsync();
        yield return new(Pages + "Do", "wrong");
        await window.GoAsync($"{inHand}/identity");
        yield return new(Pages + "Identity");
        await page.PickAsync("Purpose", "verify-facts");
        await page.GoOnAsync();
        yield return new(Pages + "Identity", "opened");
        // who was only told of has no parents in the file
        if (await page.Locator("form[action*='identity/parent'] button").CountAsync() > 0)
        {
            await page.PressAsync("form[action*='identity/parent'] button");
            yield return new(Pages + "Parent", "opened");
        }

        await window.GoAsync($"{inHand}/identity/parent");
        await page.GoOnAsync();
        yield return new(Pages + "Parent", "wrong");
        await window.GoAsync($"{inHand}/told");
        yield return new(Pages + "Told");
        await window.GoAsync($"{inHand}/do/add-proof");
        yield return new(Pages + "Do", "proof");
        await window.GoAsync($"{inHand}/do/strike-proof");
        yield return new(Pages + "Do", "strike-proof");
        await window.GoAsync($"{inHand}/destroy/parents");
        yield return new(Pages + "DestroyParent");
        await window.GoAsync($"{inHand}/identity/correct");
        await page.GoOnAsync();
        yield return new(Pages + "CorrectIdentity", "wrong");
        await window.GoAsync($"{inHand}/photograph");
        await page.GoOnAsync();
        yield return new(Pages + "Photograph", "wrong");
        await page.Locator("#Picture").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "face.jpg", MimeType = "image/jpeg", Buffer = Core.Storage.Seed.Demo.DemoPhotograph.Jpeg });
        await page.GoOnAsync();
        yield return new(Pages + "Photograph", "seen");
        await window.GoAsync($"{inHand}/extend");
        yield return new(Pages + "Extend");
        await window.GoAsync($"{inHand}/tasks");
        yield return new(Pages + "Tasks");
        await window.GoAsync($"{inHand}/elsewhere");
        await page.GoOnAsync();
        yield return new(Pages + "Elsewhere", "wrong");
        await page.WriteAsync("Sealing.Target", "RS-2026-48213-90754");
        await page.PickAsync("Sealing.Ground", "duty");
        await page.WriteAsync("Sealing.How", "아동복지법에 따라 함께 살펴야 함.");
        await page.PressAsync("section[aria-labelledby=seal] button.primary");
        if (await page.Locator("[name='Looking.Ground']").CountAsync() > 0)
        {
            // who looked a moment ago in another language still reads on
            await page.PickAsync("Looking.Ground", "vital");
            await page.WriteAsync("Looking.Why", "아동이 위험하다는 신고가 있음.");
            await page.GoOnAsync();
        }

        await page.PressAsync("button[formaction*=Number]");
        yield return new(Pages + "Elsewhere", "opened");
        await window.GoAsync($"{inHand}/duplicates");
        yield return new(Pages + "Duplicates");
        await window.GoAsync($"{inHand}/export");
        yield return new(Pages + "Export");
        await window.GoAsync($"{inHand}/renew-code");
        await page.GoOnAsync();
        yield return new(Pages + "RenewCode", "wrong");
        await window.GoAsync($"{inHand}/take-parent-in");
        await page.GoOnAsync();
        yield return new(Pages + "TakeParentIn", "wrong");
        var toIssue = await window.Portal.StoredAsync(db => db.ChildConfirmations.Where(c => c.Status == CaseStatus.ToIssue).OrderBy(c => c.ReceivedAt).Select(c => c.Reference).FirstAsync());
        await window.GoAsync($"/office/children/{toIssue}/issue");
        yield return new(Pages + "Issue", "not-yours");
        await window.TakeAsync(await window.Portal.AtDeskAsync(Office.Caseworker2, language));
        await window.GoAsync($"/office/children/{toIssue}/issue");
        yield return new(Pages + "Issue");
        await window.TakeAsync(await window.Portal.AtDeskAsync(Office.Caseworker, language));
        await window.GoAsync($"{inHand}/do/propose-refusal");
        yield return new(Pages + "Do", "propose-refusal");
        var confirmed = $"/office/children/{await OneAsync(window, CaseStatus.Confirmed)}";
        await window.GoAsync(confirmed);
        yield return new(Pages + "Details", "confirmed");
        await window.GoAsync($"{confirmed}/letters/{await LetterAsync(window, confirmed.Split('/')[^1])}");
        yield return new(Pages + "Letter");
        await window.GoAsync($"{confirmed}/papers");
        yield return new(Pages + "Papers");
        var referred = $"/office/children/{await ReferredAsync(window)}";
        await window.GoAsync($"{referred}/services");
        yield return new(Pages + "Services");
        await window.GoAsync($"{referred}/services/consent");
        await page.GoOnAsync();
        yield return new(Pages + "ServiceConsent", "wrong");
        await window.GoAsync($"{referred}/services/refer");
        yield return new(Pages + "Refer");
        await window.GoAsync($"{referred}/services/refer?to=city-health-centre%20health-centre");
        await page.PickAsync("Form.Items", "name-korean");
        await page.WriteAsync("Form.Words", "건강 상담을 부탁드립니다.");
        await page.GoOnAsync();
        yield return new(Pages + "Referral", "preview");
        var paid = $"/office/children/{await PaidAsync(window)}";
        await window.GoAsync($"{paid}/childcare");
        yield return new(Pages + "Childcare");
        await page.PressAsync("a[href$='/void']");
        yield return new(Pages + "VoidMonth");
        await page.PressAsync("main form button.primary");
        yield return new(Pages + "VoidMonth", "wrong");
        await window.GoAsync("/office/children/childcare");
        yield return new(Pages + "ChildcareList");
        await window.GoAsync($"/office/children/{await OneAsync(window, CaseStatus.Refused)}");
        yield return new(Pages + "Details", "refused");
        await page.PressAsync("a[href$='/destroy']");
        yield return new(Pages + "Destroy");
        await page.PressAsync("main form button.primary");
        yield return new(Pages + "Destroy", "wrong");
        await window.GoAsync($"/office/children/{await OneAsync(window, CaseStatus.Refused)}/hold");
        yield return new(Pages + "Hold");
        await page.PressAsync("main form button.primary");
        yield return new(Pages + "Hold", "next");
        await window.GoAsync($"/office/children/{await AskedAsync(window)}/destroy");
        yield return new(Pages + "Destroy", "asked");
        await window.GoAsync($"/office/children/{await AskedAsync(window)}/hold");
        yield return new(Pages + "Hold", "lifted");
    }

    private static Task<string> ReferredAsync(Window window) => window.Portal.StoredAsync(db => db.ChildConfirmations
        .Where(c => db.Set<ServiceReferral>().Any(r => r.CaseId == c.Id && r.Receiver == "city-health-centre")).Select(c => c.Reference).FirstAsync());

    private static Task<string> PaidAsync(Window window) => window.Portal.StoredAsync(db => db.ChildConfirmations
        .Where(c => db.Set<ChildcareMonth>().Any(m => m.CaseId == c.Id)).Select(c => c.Reference).FirstAsync());

    private static Task<string> AskedAsync(Window window) => window.Portal.StoredAsync(db => db.ChildConfirmations
        .Where(c => db.Set<IdentityDestruction>().Any(d => d.CaseId == c.Id && d.State == DestructionState.Asked)).Select(c => c.Reference).FirstAsync());

    private static Task<Guid> LetterAsync(Window window, string reference) => window.Portal.StoredAsync(db => db.Messages
        .Where(m => m.Template != null && db.ChildConfirmations.Any(c => c.Id == m.CaseId && c.Reference == reference)).OrderBy(m => m.SentAt).Select(m => m.Id).FirstAsync());

    private static Task<string> OneAsync(Window window, CaseStatus status) => window.Portal.StoredAsync(db => db.ChildConfirmations
        .Where(c => c.Status == status && c.HandlerId != null).OrderBy(c => c.ReceivedAt).Select(c => c.Reference).FirstAsync());
}
