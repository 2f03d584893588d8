using Microsoft.EntityFrameworkCore;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Portal.Startup;

namespace MigrantServices.Browser.Tests.Screens;

/// <summary>A way through every page of the office, in one language.</summary>
public static partial class OfficeTour
{
    public static async IAsyncEnumerable<Screen> WalkAsync(Window window, string language)
    {
        var page = window.Page;
        await window.TakeAsync(new Dictionary<string, string> { [Localisation.StaffCookie] = language });
        await window.GoAsync("/office/sign-in");
        yield return new("/Account/SignIn");
        await page.WriteAsync("Form.Email", $"nobody-{language}@demo.invalid");
        await page.WriteAsync("Form.Password", "not the password");
        await page.PressAsync("main form button");
        yield return new("/Account/SignIn", "wrong");
        await window.GoAsync("/office/invitation/gone");
        yield return new("/Account/AcceptInvitation", "gone");

        await foreach (var screen in CaseworkAsync(window, language))
        {
            yield return screen;
        }

        await foreach (var screen in RecommendationsAsync(window))
        {
            yield return screen;
        }

        await foreach (var screen in CounterAsync(window))
        {
            yield return screen;
        }

        await foreach (var screen in ChildCounterAsync(window))
        {
            yield return screen;
        }

        await foreach (var screen in ChildCaseworkTour.WalkAsync(window, language))
        {
            yield return screen;
        }

        await foreach (var screen in SupportCaseworkTour.WalkAsync(window))
        {
            yield return screen;
        }

        await window.TakeAsync(await window.Portal.AtDeskAsync(Office.Supervisor, language));
        await foreach (var screen in SupportCaseworkTour.ApproveAsync(window))
        {
            yield return screen;
        }

        await window.GoAsync($"/office/grievances/{await window.Portal.CaseAsync(CaseStatus.Proposed)}");
        yield return new("/Casework/Details", "to-approve");
        await window.Page.PressAsync("a[href$='/approve']");
        yield return new("/Casework/Approve");
        await window.GoAsync("/office/grievances/own-motion");
        yield return new("/Casework/OwnMotion");
        await window.Page.PickAsync("Form.Affirms", "true");
        await window.Page.GoOnAsync();
        yield return new("/Casework/OwnMotion", "wrong");
        var answered = await window.Portal.CaseAsync(CaseStatus.Answered);
        await window.GoAsync($"/office/grievances/{answered}/export");
        yield return new("/Casework/Export");
        await window.GoAsync("/office/grievances/csv?tab=All");
        yield return new("/Casework/ExportList");
        await window.GoAsync($"/office/grievances/{answered}");
        await window.Page.PressAsync(".timeline a[href*='/letters/']");
        yield return new("/Casework/Letter");
        await foreach (var screen in WorkdayAsync(window, language))
        {
            yield return screen;
        }

        await foreach (var screen in PatternsAsync(window, language))
        {
            yield return screen;
        }

        await foreach (var screen in FairnessAsync(window))
        {
            yield return screen;
        }

        await foreach (var screen in ApartAsync(window, language))
        {
            yield return screen;
        }

        await foreach (var screen in BudgetTour.WalkAsync(window, language))
        {
            yield return screen;
        }

        await window.TakeAsync(await window.Portal.AtDeskAsync(Office.PrivacyOfficer, language));
        await window.GoAsync("/office/access-records");
        yield return new("/Oversight/AccessRecords");
        await window.GoAsync("/office/fairness");
        yield return new("/Oversight/Fairness");
        await window.GoAsync("/office/grievances");
        yield return new("/Casework/Worklist", "forbidden");
        await foreach (var screen in PeopleAsync(window, language))
        {
            yield return screen;
        }
    }

    private static async IAsyncEnumerable<Screen> CaseworkAsync(Window window, string language)
    {
        await window.TakeAsync(await window.Portal.AtDeskAsync(Office.Caseworker, language));
        await window.GoAsync("/office");
        yield return new("/Account/Home");
        await window.GoAsync("/office/my-account");
        yield return new("/Account/MyAccount");
        await window.Page.PressAsync("form[action*=Password] button");
        yield return new("/Account/MyAccount", "wrong");
        foreach (var (query, state) in Worklists)
        {
            await window.GoAsync("/office/grievances" + query);
            yield return new("/Casework/Worklist", state);
        }

        foreach (var status in (CaseStatus[])[CaseStatus.Submitted, CaseStatus.SiteInvestigation, CaseStatus.Mediating, CaseStatus.AwaitingSupplement, CaseStatus.Answered, CaseStatus.Tip])
        {
            await window.GoAsync($"/office/grievances/{await window.Portal.CaseAsync(status)}");
            yield return new("/Casework/Details", status.ToString());
        }

        foreach (var (address, name) in await InquiryPagesAsync(window.Portal))
        {
            await window.GoAsync(address);
            yield return new("/Casework/" + name);
            await window.Page.GoOnAsync();
            yield return new("/Casework/" + name, "wrong");
            await window.GoAsync(address[..address.IndexOf('/', "/office/grievances/".Length)]);
            yield return new("/Casework/Details", name);
        }

        await window.GoAsync(await OtherSideAsync(window.Portal));
        yield return new("/Casework/OtherSideLetter");
        await window.GoAsync(await TranslationAsync(window.Portal));
        yield return new("/Casework/CheckTranslation");
        await window.GoAsync(await window.Portal.StoredAsync(db => db.Grievances.Where(g => g.Status == CaseStatus.UnderReview && g.Language == "zh-Hans")
            .Select(g => $"/office/grievances/{g.Reference}/propose").FirstAsync()));
        yield return new("/Casework/Propose", "sources");
        var reference = await window.Portal.CaseAsync(CaseStatus.UnderReview);
        foreach (var (deed, name) in DeedPages)
        {
            await window.GoAsync($"/office/grievances/{reference}/{deed}");
            yield return new("/Casework/" + name);
            await window.Page.GoOnAsync();
            yield return new("/Casework/" + name, "wrong");
        }
    }

    private static Task<string> OtherSideAsync(OpenPortal portal) => portal.StoredAsync(db => db.Set<OtherSideLetter>()
        .Select(l => $"/office/grievances/{db.Grievances.Single(g => g.Id == l.CaseId).Reference}/other-side/{l.Id}").FirstAsync());

    private static Task<string> TranslationAsync(OpenPortal portal) => portal.StoredAsync(db => db.Set<Translation>().Where(t => t.State == CheckState.Checked)
        .Select(t => $"/office/grievances/{db.Grievances.Single(g => g.Id == t.CaseId).Reference}/translations/{t.Id}").FirstAsync());

    /// <summary>A question that waits for an answer, the case that it is in, and a case that was sent on.</summary>
    private static async Task<IReadOnlyList<(string Address, string Page)>> InquiryPagesAsync(OpenPortal portal)
    {
        var question = await portal.StoredAsync(db => db.InquiryRecords.Where(r => r.Deed == Grievance.AskRespondent.Code && r.RepliedOn == null)
            .Select(r => new { r.Id, db.Grievances.Single(g => g.Id == r.CaseId).Reference }).FirstAsync());
        var referral = await portal.StoredAsync(db => db.Referrals.Select(r => new { r.Id, db.Grievances.Single(g => g.Id == r.CaseId).Reference }).FirstAsync());
        var translated = await portal.StoredAsync(db => db.Grievances.Where(g => db.Set<Translation>().Any(t => t.CaseId == g.Id)).Select(g => new { g.Id, g.Reference }).FirstAsync());
        return
        [
            ($"/office/grievances/{question.Reference}/questions/{question.Id}/reply", "RespondentReply"),
            ($"/office/grievances/{question.Reference}/records/record-statement", "Record"),
            ($"/office/grievances/{translated.Reference}/translations/new?text=Account&id={translated.Id}", "Translate"),
            ($"/office/grievances/{referral.Reference}/referrals/{referral.Id}/reply", "ReferralReply"),
        ];
    }

    /// <summary>A supervisor's own pages: loads, sharing out, the month, and saved views.</summary>
    private static async IAsyncEnumerable<Screen> WorkdayAsync(Window window, string language)
    {
        var page = window.Page;
        await window.GoAsync("/office");
        yield return new("/Account/Home", "supervisor");
        await window.GoAsync("/office/load");
        yield return new("/Workday/Load");
        await window.GoAsync("/office/monthly-check");
        yield return new("/Workday/MonthlyCheck");
        await page.PressAsync("form.form button");
        yield return new("/Workday/MonthlyCheck", "wrong");
        await page.WriteAsync("Form.Words", "지연 건을 담당자와 확인함.");
        await page.PressAsync("form.form button");
        yield return new("/Workday/MonthlyCheck", "checked");
        await window.GoAsync("/office/views/new?tab=Overdue");
        yield return new("/Workday/SaveView");
        await page.WriteAsync("Form.Name", $"기한 지난 건 {language}");
        await page.PressAsync("form.form button");
        yield return new("/Casework/Worklist", "with-views");
        await window.GoAsync("/office/views");
        yield return new("/Workday/Views");
        await window.GoAsync("/office/assign");
        yield return new("/Workday/Assign", "nothing");
        await window.GoAsync("/office/assign?all=true&tab=Unassigned");
        yield return new("/Workday/Assign");
        foreach (var colleague in (string[])[Office.Caseworker, Office.Caseworker2])
        {
            await page.PickAsync("Form.Colleagues", (await window.Portal.IdOfAsync(colleague)).ToString());
        }

        await page.PressAsync("form.form button");
        yield return new("/Workday/Assign", "preview");
        await page.PressAsync("form.plan-form button.primary");
        yield return new("/Workday/Assignment");
        await window.GoAsync("/office/children/assign?all=true&tab=All");
        yield return new("/ChildCasework/Assign");
        await page.PickAsync("Form.Colleagues", (await window.Portal.IdOfAsync(Office.Caseworker2)).ToString());
        await page.PressAsync("form.form button");
        yield return new("/ChildCasework/Assign", "preview");
        await page.PressAsync("form.plan-form button.primary");
        yield return new("/Workday/Assignment", "children");
        // and back, since the tour goes on with their caseworker
        await page.PressAsync("form.plan-form button");
        yield return new("/Workday/Assignment", "undone");
    }

    private static async IAsyncEnumerable<Screen> CounterAsync(Window window)
    {
        var page = window.Page;
        await window.GoAsync("/office/grievances/new");
        yield return new("/Casework/FileAtCounter");
        await page.GoOnAsync();
        yield return new("/Casework/FileAtCounter", "wrong");
        await page.ChooseAsync("Form.Channel", "Phone");
        await page.WriteAsync("Form.ReceivedAt", "2026-11-23T11:30");
        await page.ChooseAsync("Form.Grievance.Story.Teller", "Myself");
        await page.WriteAsync("Form.Grievance.Story.Account", "전화로 방을 얻기로 했으나 만나서 거절당함.");
        await page.ChooseAsync("Form.Grievance.WhenWhere.Municipality", "41270");
        await page.PickAsync("Form.Grievance.Grounds.Grounds", "race");
        await page.PickAsync("Form.Grievance.Grounds.Sectors", "housing");
        await page.ChooseAsync("Form.Grievance.Respondent.Kind", "landlord");
        await page.PickAsync("Form.Grievance.Contact.WithName", "true");
        await page.WriteAsync("Form.Grievance.Contact.Name", "Grace Sample");
        await page.ChooseAsync("Form.Grievance.Contact.Language", "en");
        await page.ChooseAsync("Form.Grievance.Contact.Way", "PortalOnly");
        await page.PickAsync("Form.ReadBack", "true");
        await page.GoOnAsync();
        yield return new("/Casework/CounterReceipt");
    }

    private static async IAsyncEnumerable<Screen> ChildCounterAsync(Window window)
    {
        var page = window.Page;
        await window.GoAsync("/office/children/new");
        yield return new("/ChildCounter/New");
        await page.GoOnAsync();
        yield return new("/ChildCounter/New", "wrong");
        await page.PickAsync("Form.Way", "Request");
        await page.ChooseAsync("Form.Channel", "Phone");
        await page.WriteAsync("Form.ReceivedAt", "2026-11-23T11:30");
        await page.ChooseAsync("Form.City", "41270");
        await page.WriteAsync("Form.Known", "전화로 아이가 있다고 알려 옴.");
        await page.ChooseAsync("Form.Relation", "health");
        await page.PickAsync("Form.ReadBack", "true");
        await page.GoOnAsync();
        yield return new("/ChildCounter/Receipt");
    }

    private static readonly (string Query, string State)[] Worklists =
    [
        ("", "usual"), ("?tab=All", "all"), ("?tab=Overdue", "overdue"), ("?tab=All&status=UnderReview&language=vi", "filtered"),
        ("?search=nothing-like-it", "nothing-found"),
    ];

    private static readonly (string Address, string Page)[] DeedPages =
        [("write", "Write"), ("for-the-person", "ForThePerson"), ("ask-supplement", "AskSupplement"), ("ask-supplement-again", "AskSupplementAgain"), ("treat-as-withdrawn", "TreatAsWithdrawn"), ("extend", "Extend"), ("extend-rights", "ExtendRights"), ("jurisdiction", "Jurisdiction"), ("evidence", "AddEvidence"), ("refer", "Refer"), ("pause", "Pause"), ("propose", "Propose"), ("propose-objection", "ProposeObjection"), ("recommend", "Recommend"), ("ask-respondent", "AskRespondent"), ("tell-respondent", "TellRespondent"), ("hand-over", "HandOver"), ("note", "Note"), ("tasks", "Tasks"), ("elsewhere", "Elsewhere"), ("renew-code", "RenewCode"), ("declare-interest", "DeclareInterest"), ("links", "Links"), ("representatives", "Representatives")];
}
