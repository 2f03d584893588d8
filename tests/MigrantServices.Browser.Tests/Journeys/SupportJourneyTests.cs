using Microsoft.EntityFrameworkCore;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Money;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>Households ask for help from a telephone, and the help arrives: decided by two, paid by two, and read in their own language.</summary>
public sealed class SupportJourneyTests(SupportTeam team) : IClassFixture<SupportTeam>
{
    private const string Payee = "은행 계좌 끝자리 4821";

    private static readonly (string Name, string Year)[] Family = [("سلوى المرجانية", "1988"), ("فارس المرجاني", "1984"), ("دانة المرجانية", "2012"), ("عمر المرجاني", "2015"), ("لينا المرجانية", "2021")];

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_household_of_five_asks_in_Arabic_for_living_expense_a_clinic_and_a_language_class(bool script)
    {
        await using var phone = await Window.OpenAsync(Window.Phone, script);
        var page = phone.Page;
        await phone.GoAsync("/ar/support/new");
        await page.PressAsync("a.door-main");
        foreach (var programme in new[] { "living-expense", "clinic-costs", "korean-class" })
        {
            await page.PickAsync("Form.Chosen", programme);
        }

        await page.GoOnAsync();
        foreach (var (name, year) in Family)
        {
            await page.PressAsync("a[href*='/household/member']:not([href*=key])");
            await page.AnswerAsync(("Form.Name", name), ("Form.Category", "g-1-6"), ("Form.Year", year));
            if (name == Family[0].Name)
            {
                await page.PickAsync("Form.IsApplicant", "true");
            }

            await page.GoOnAsync();
        }

        Assert.Equal(Family.Select(one => one.Name), await page.Locator("section[aria-labelledby=members] strong").AllInnerTextsAsync());
        await page.ChooseAsync("Form.City", "41270");
        await page.PressAsync("form:has(select[name='Form.City']) button.primary");
        await page.WriteAsync("Form.Account", "خسرنا البيت هذا الشهر.");
        await page.GoOnAsync();
        await page.PressAsync("form[enctype] button[value=next]");
        await page.AnswerAsync(("Form.Way", "PortalOnly"), ("Form.Language", "ar"), ("Form.WantsInterpreter", "true"));
        await page.GoOnAsync();
        var answers = await page.WordsAsync();
        Assert.All(Family, one => Assert.Contains(one.Name, answers, StringComparison.Ordinal));
        await page.GoOnAsync();
        var code = await page.Locator("#code").InnerTextAsync();
        await page.WriteAsync("LastDigits", code[^4..]);
        await page.GoOnAsync();

        await page.PressAsync("form[action*=forget] button");
        await phone.GoAsync("/ar/my-case");
        await page.WriteAsync("Code", code);
        await page.GoOnAsync();
        var mine = await page.WordsAsync();
        Assert.Contains(phone.Portal.Text("ar", "mysupport.status.Submitted"), mine, StringComparison.Ordinal);
        Assert.Equal(3, await page.Locator("section[aria-labelledby=lines] article").CountAsync());
        var reference = await page.Locator(".case-reference bdi").InnerTextAsync();
        Assert.Equal(5, await team.Portal.StoredAsync(db => db.Set<HouseholdPerson>()
            .CountAsync(p => db.SupportApplications.Any(one => one.Id == p.CaseId && one.Reference == reference))));
        phone.HasNoComplaints();
    }

    [BrowserFact]
    public async Task Who_has_nothing_to_eat_asks_and_is_paid_on_the_same_day()
    {
        var filed = await team.AskAsync("نادية الزعفرانية", "emergency-living");
        await team.TakeOnAsync(filed.Reference);
        await team.Handler.OpenAsync(filed.Reference);
        await team.Handler.SeesAsync(team.Portal.Text(SupportColleague.Language, "supports.urgent"));
        await team.Handler.GrantAsRulesSayAsync(filed.Reference, team.SecondId);
        await team.Second.ApproveAsync(filed.Reference);
        var award = await team.AwardAsync(filed.Reference, "emergency-living");
        await team.Officer.PreparePaymentAsync(award, Payee);
        // whoever prepared it is not offered to release it
        Assert.Equal(0, await team.Officer.Page.Locator("form[action*='handler=Decide'] button[value=true]").CountAsync());
        await team.Releasing.ReleaseAsync(award);

        var (received, paid) = await team.Portal.StoredAsync(async db =>
            (await db.SupportApplications.Where(one => one.Id == filed.Id).Select(one => one.ReceivedAt).SingleAsync(),
            await db.Set<Payment>().Where(payment => db.Set<Award>().Any(one => one.CaseId == filed.Id && one.Instalments.Any(part => part.Id == payment.InstalmentId))).Select(payment => payment.PaidOn).SingleAsync()));
        Assert.Equal(Seoul.DateOf(received), paid);
        await using var phone = await team.PhoneOfAsync(filed);
        await phone.GoAsync("/ar/my-case/support");
        Assert.Contains(phone.Portal.Text("ar", "mysupport.status.Answered"), await phone.Page.WordsAsync(), StringComparison.Ordinal);
        await phone.Page.GetToNextPageAsync(() => phone.Page.Locator(".message.from-office a[href*='/letters/']").Last.ClickAsync());
        Assert.Equal(1, await phone.Page.Locator(".letter[lang=ar]").CountAsync());
        phone.HasNoComplaints();
    }

    [BrowserFact]
    public async Task A_start_up_grant_runs_to_its_second_milestone()
    {
        var today = Seoul.DateOf(team.Portal.Clock.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var filed = await team.AskAsync("رائد الخياط", "start-up");
        await team.TakeOnAsync(filed.Reference);
        await team.Handler.OpenAsync(filed.Reference);
        await team.Handler.Page.PressAsync("a[href$='/plan']");
        var plan = new Uri(team.Handler.Page.Url).AbsolutePath[$"/office/support/{filed.Reference}".Length..];
        await team.Handler.Page.AnswerAsync(
            ("Form.Words", "옷 수선 가게를 엽니다."), ("Form.Mentor", "조언자 마루"), ("Form.Provider", "job-centre"),
            ("Form.Steps[0].What", "가게를 빌린다"), ("Form.Steps[0].InTheirLanguage", "استئجار المحل"), ("Form.Steps[0].DueOn", today), ("Form.Steps[0].Won", "3000000"),
            ("Form.Steps[1].What", "재봉틀을 들인다"), ("Form.Steps[1].InTheirLanguage", "شراء ماكينة خياطة"), ("Form.Steps[1].DueOn", today), ("Form.Steps[1].Won", "5000000"));
        await team.Handler.SendAsync("section[aria-labelledby=write] button.primary");
        await team.Handler.GrantAsRulesSayAsync(filed.Reference, team.SecondId);
        await team.Second.ApproveAsync(filed.Reference);
        var award = await team.AwardAsync(filed.Reference, "start-up");

        foreach (var seen in new[] { "임대차 계약서를 보았음", "재봉틀 영수증을 보았음" })
        {
            // nothing is paid for a step that nobody accepted
            await team.Officer.Page.GotoAsync(new Uri(team.Portal.Home, "/office/support/budget/awards/" + award).ToString());
            await team.Officer.Page.AnswerAsync(("Form.Method", "BankTransfer"), ("Form.Payee", Payee));
            await team.Officer.Page.PressAsync("form[action*=Prepare] button");
            Assert.NotEqual(0, await team.Officer.Page.Locator("#error-summary").CountAsync());

            await team.Handler.OpenAsync(filed.Reference, plan);
            await team.Handler.Page.Locator("details.more > summary").First.ClickAsync();
            await team.Handler.Page.WriteAsync("Report.Seen", seen);
            await team.Handler.SendAsync("form[action*=Report] button");
            // only the second person accepts it
            Assert.Equal(0, await team.Handler.Page.Locator("button[name=agrees]").CountAsync());
            await team.Second.OpenAsync(filed.Reference, plan);
            await team.Second.SendAsync("button[name=agrees][value=true]");
            await team.Officer.PreparePaymentAsync(award, Payee);
            await team.Releasing.ReleaseAsync(award);
        }

        Assert.Equal((8_000_000L, 8_000_000L), await team.Portal.StoredAsync(async db =>
        {
            var one = await db.Set<Award>().SingleAsync(a => a.Number == award);
            return (one.Won, one.PaidWon);
        }));
        await using var phone = await team.PhoneOfAsync(filed);
        await phone.GoAsync("/ar/my-case/support/plan");
        var mine = await phone.Page.WordsAsync();
        Assert.Contains("شراء ماكينة خياطة", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("영수증", mine, StringComparison.Ordinal);
        phone.HasNoComplaints();
    }

    [BrowserFact]
    public async Task An_interpreter_whom_somebody_excluded_is_never_offered_to_them_again()
    {
        var name = "يُسرى النعناعية";
        var filed = await team.AskAsync("حنان الريحانية", "counselling");
        await team.TakeOnAsync(filed.Reference);
        await team.Handler.OpenAsync("interpreters");
        await team.Handler.Page.AnswerAsync(("Form.Name", name), ("Form.Sex", "Woman"), ("Form.Languages", "ar"));
        await team.Handler.SendAsync("main form button.primary");
        Assert.Contains(name, await OfferedAsync(filed.Reference), StringComparer.Ordinal);
        await BookAsync(filed.Reference, name, days: 1);

        await using var phone = await team.PhoneOfAsync(filed);
        await phone.GoAsync("/ar/my-case/support/appointments");
        Assert.Contains(name, await phone.Page.WordsAsync(), StringComparison.Ordinal);
        await phone.Page.Locator("details.more > summary").First.ClickAsync();
        await phone.Page.PressAsync("form[action*=Exclude] button");
        Assert.DoesNotContain(name, await phone.Page.WordsAsync(), StringComparison.Ordinal);

        Assert.DoesNotContain(name, await OfferedAsync(filed.Reference), StringComparer.Ordinal);
        // nor when they apply again
        await phone.GoAsync("/ar/my-case/support/again");
        await phone.Page.GoOnAsync();
        await phone.GoAsync("/ar/support/new/programmes");
        await phone.Page.PickAsync("Form.Chosen", "legal-help");
        await phone.Page.GoOnAsync();
        await phone.GoAsync("/ar/support/new/check");
        await phone.Page.GoOnAsync();
        var again = await team.Portal.StoredAsync(db => db.SupportApplications
            .Where(one => one.Id != filed.Id && db.Set<HouseholdPerson>().Any(p => p.CaseId == one.Id && db.Set<HouseholdPerson>().Any(same => same.CaseId == filed.Id && same.Key == p.Key)))
            .Select(one => one.Reference).SingleAsync());
        await team.Handler.TakeOnAsync(again);
        Assert.DoesNotContain(name, await OfferedAsync(again), StringComparer.Ordinal);
        phone.HasNoComplaints();
    }

    private async Task<string[]> OfferedAsync(string reference)
    {
        await team.Handler.OpenAsync(reference, "/appointments?language=ar");
        return await team.Handler.Page.Locator("select[name='Form.InterpreterId'] option").EvaluateAllAsync<string[]>("all => all.map(one => one.textContent.trim())");
    }

    private async Task BookAsync(string reference, string interpreter, int days)
    {
        var page = team.Handler.Page;
        await team.Handler.OpenAsync(reference, "/appointments?language=ar");
        await page.Locator("select[name='Form.Person']").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await page.Locator("select[name='Form.InterpreterId']").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = interpreter });
        var at = Seoul.WallClock(team.Portal.Clock.GetUtcNow()).AddDays(days).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        await page.AnswerAsync(("Form.Kind", "Counselling"), ("Form.Provider", "family-centre"), ("Form.StartsAt", at), ("Form.Minutes", "50"), ("Form.Declared", "true"));
        await team.Handler.SendAsync("section[aria-labelledby=book] button.primary");
    }
}
