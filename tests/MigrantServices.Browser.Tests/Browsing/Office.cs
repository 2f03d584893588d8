using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage.Seed.Demo;
using MigrantServices.Portal.Startup;
using MigrantServices.Testing.Hosting;

namespace MigrantServices.Browser.Tests.Browsing;

/// <summary>The demonstration's colleagues at their desks.</summary>
public static class Office
{
    public const string Caseworker = "caseworker@demo.invalid";
    public const string Caseworker2 = "caseworker2@demo.invalid";
    public const string Supervisor = "supervisor@demo.invalid";
    public const string Supervisor2 = "supervisor2@demo.invalid";
    public const string Inspector = "inspector@demo.invalid";
    public const string Administrator = "admin@demo.invalid";
    public const string PrivacyOfficer = "privacy@demo.invalid";
    public const string BudgetOfficer = "budget@demo.invalid";
    public const string BudgetOfficer2 = "budget2@demo.invalid";

    /// <summary>Cookies of a colleague who has signed in and reads this language.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AtDeskAsync(this OpenPortal portal, string email, string language)
    {
        var id = await portal.IdOfAsync(email);
        using var browser = await portal.SignInAsAsync(new Colleague(id, email, DemoColleagues.All.Single(c => c.Email == email).Role));
        browser.Cookies[Localisation.StaffCookie] = language;
        return browser.Cookies;
    }

    public static Task<Guid> IdOfAsync(this OpenPortal portal, string email) =>
        portal.StoredAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());

    /// <summary>Where this colleague's first page begins: a child who may be in danger comes before every clock, then whoever suffers for having complained.</summary>
    public static Task<string> MostUrgentAsync(this OpenPortal portal, Guid me) => portal.StoredAsync(async db =>
        await db.ChildConfirmations.Where(c => c.AlarmSince != null).OrderBy(c => c.AlarmSince).ThenBy(c => c.Id).Select(c => "/office/children/" + c.Reference).FirstOrDefaultAsync()
        ?? await db.Grievances.Where(g => g.HandlerId == me && g.FearSince != null).OrderBy(g => g.FearSince).ThenBy(g => g.Id).Select(g => "/office/grievances/" + g.Reference).FirstOrDefaultAsync()
        ?? await db.Grievances.Where(g => g.HandlerId == me && g.DueOn != null).OrderBy(g => g.DueOn).ThenBy(g => g.Id).Select(g => "/office/grievances/" + g.Reference).FirstAsync());

    /// <summary>Types address and password as everybody does.</summary>
    public static async Task SignInAsync(this Window window, string email)
    {
        await window.GoAsync("/office/sign-in");
        await window.Page.WriteAsync("Form.Email", email);
        await window.Page.WriteAsync("Form.Password", DemoColleagues.Password);
        await window.Page.PressAsync("main form button");
    }

    /// <summary>A demonstration case that stands so, handled by the caseworker where it is handled at all.</summary>
    public static async Task<string> CaseAsync(this OpenPortal portal, CaseStatus status)
    {
        var me = await portal.IdOfAsync(Caseworker);
        return await portal.StoredAsync(db => db.Grievances
            .Where(g => g.Status == status && !g.IsSetApart && !g.ClosedTo.Contains(me) && (!g.IsAnonymous || status == CaseStatus.Tip))
            .OrderByDescending(g => g.HandlerId == me).ThenBy(g => g.ReceivedAt)
            .Select(g => g.Reference).FirstAsync());
    }
}
