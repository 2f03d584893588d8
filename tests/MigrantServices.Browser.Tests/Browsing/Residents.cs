using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage.Seed.Demo;
using MigrantServices.Portal.Web.Filing;
using MigrantServices.Testing.Hosting;

namespace MigrantServices.Browser.Tests.Browsing;

/// <summary>What a resident's browser holds in the middle of things.</summary>
public static class Residents
{
    private static readonly Dictionary<string, (string Own, string Latin)> OnTheThreshold = new(StringComparer.Ordinal)
    {
        ["ko"] = ("Batbayar Temuulen", "Batbayar Temuulen"),
        ["en"] = ("Okonkwo Chidi", "Okonkwo Chidi"),
        ["vi"] = ("Lương Quỳnh Hương", "Luong Quynh Huong"),
        ["zh-Hans"] = ("夏侯淑芬", "Xiahou Shufen"),
        ["ar"] = ("زكريا الفرزدق", "Zakariya Alfarazdaq"),
    };

    /// <summary>Cookies of somebody who has begun a form, or has sent it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HoldingFormAsync(this OpenPortal portal, FileGrievance answers, string? sentIn = null)
    {
        var draft = await portal.Given.ADraftAsync(answers);
        if (sentIn is not null)
        {
            await portal.WithAsync(async services =>
            {
                var desk = services.GetRequiredService<FilingDesk>();
                return await desk.SendAsync((await desk.HoldAsync(draft, CancellationToken.None))!, CancellationToken.None);
            });
        }

        using var browser = portal.Given.ABrowserHolding(draft);
        return browser.Cookies;
    }

    /// <summary>Cookies of somebody who has typed the code of a demonstration case that stands so.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> VisitingAsync(this OpenPortal portal, CaseStatus status, string language)
    {
        var codes = await portal.StoredAsync(db => (
            from code in db.Codes
            join grievance in db.Grievances on code.CaseId equals grievance.Id
            where grievance.Status == status && code.Holder == Role.Filer && code.EndedAt == null
            orderby grievance.Language == language descending, grievance.ReceivedAt
            select code.Id).ToListAsync());
        using var browser = await portal.ComeBackAsync(codes[0]);
        return browser.Cookies;
    }

    /// <summary>Cookies of a parent who has begun an application for a child.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HoldingChildFormAsync(this OpenPortal portal, string language)
    {
        using var browser = portal.Given.ABrowserHolding(await portal.Given.AChildDraftAsync(answers => answers.Reach.Language = language), FormKind.Child);
        return browser.Cookies;
    }

    /// <summary>Cookies of a parent who has typed the code of their child's case, changed by the portal's own verbs.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> VisitingChildAsync(this OpenPortal portal, string language)
    {
        var filed = await portal.Given.AChildAsync(answers => answers.Reach.Language = language);
        using var browser = await portal.ComeBackAsync(filed.CodeId);
        return browser.Cookies;
    }

    /// <summary>Cookies of a parent of the demonstration whose child is confirmed and was referred, and the secret of a receiver's link.</summary>
    public static async Task<(IReadOnlyDictionary<string, string> Cookies, string Key)> VisitingConfirmedChildAsync(this OpenPortal portal)
    {
        var (filed, handler) = await portal.StoredAsync(async db =>
        {
            var one = await db.ChildConfirmations.FirstAsync(c => db.Set<ServiceReferral>().Any(r => r.CaseId == c.Id && r.Receiver == "city-health-centre"));
            var code = await db.Codes.Where(c => c.CaseId == one.Id && c.Holder == Role.Filer && c.EndedAt == null).Select(c => c.Id).FirstAsync();
            return (new FiledCase(one.Id, one.Reference, default, code), new Actor(one.HandlerId, "", [new(Role.Caseworker, null, null)]));
        });
        var key = await portal.AReferralOutAsync(filed, handler);
        using var browser = await portal.ComeBackAsync(filed.CodeId);
        return (browser.Cookies, key);
    }

    /// <summary>Cookies of the family of a confirmed child who comes of age in a month, and whom the portal has told so.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> VisitingComingOfAgeAsync(this OpenPortal portal, string language)
    {
        var (day, people) = (Seoul.DateOf(portal.Clock.GetUtcNow()).AddYears(-18).AddMonths(1), new List<Actor>());
        foreach (var (email, role) in new[] { (Office.Caseworker, Role.Caseworker), (Office.Supervisor, Role.Supervisor), (Office.Caseworker2, Role.Caseworker) })
        {
            people.Add(new(await portal.IdOfAsync(email), email, [new(role, null, null)]));
        }

        var filed = await portal.AConfirmedChildAsync(new Three(people[0], people[1], people[2]), form =>
        {
            (form.About.Year, form.About.Month, form.About.Day) = (Text(day.Year), Text(day.Month), Text(day.Day));
            // born on one day, each has a name of its own: alike, the next would wait until somebody has told them apart
            (form.About.OwnName, form.About.LatinName) = OnTheThreshold[language];
            form.Reach.Language = language;
        });
        await portal.AgeRoundAsync();
        using var browser = await portal.ComeBackAsync(filed.CodeId);
        return browser.Cookies;

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Cookies of a household that has begun an application for support.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HoldingSupportFormAsync(this OpenPortal portal, string language)
    {
        var form = DemoSupportCase.Shipped()[0].Form(Seoul.DateOf(portal.Clock.GetUtcNow()));
        form.Reach.Language = language;
        var draft = await portal.WithAsync(services => services.GetRequiredService<DraftDesk>().BeginAsync(SupportApplication.Prefix, form, CancellationToken.None));
        using var browser = portal.Given.ABrowserHolding(draft, FormKind.Support);
        return browser.Cookies;
    }

    /// <summary>Cookies of somebody who has typed the code of a demonstration application, in their language where there is one.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> VisitingSupportAsync(this OpenPortal portal, string language, Expression<Func<SupportApplication, bool>> which)
    {
        var code = await portal.StoredAsync(db => (
            from code in db.Codes
            join one in db.SupportApplications.Where(which) on code.CaseId equals one.Id
            where code.Holder == Role.Filer && code.EndedAt == null
            orderby one.Language == language descending, one.ReceivedAt
            select code.Id).FirstAsync());
        using var browser = await portal.ComeBackAsync(code);
        return browser.Cookies;
    }

    /// <summary>Cookies of somebody who told of a child and has typed their code.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> VisitingToldAsync(this OpenPortal portal)
    {
        var filed = await portal.Given.AToldChildAsync();
        using var browser = await portal.ComeBackAsync(filed.CodeId);
        return browser.Cookies;
    }
}
