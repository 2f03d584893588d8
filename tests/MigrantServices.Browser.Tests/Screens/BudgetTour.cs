using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;

namespace MigrantServices.Browser.Tests.Screens;

/// <summary>A way through the budget of refugee support.</summary>
internal static class BudgetTour
{
    public static async IAsyncEnumerable<Screen> WalkAsync(Window window, string language)
    {
        var (page, number) = (window.Page, await GrantAsync(window.Portal));
        await window.TakeAsync(await window.Portal.AtDeskAsync(Office.BudgetOfficer, language));
        await window.GoAsync("/office/support/budget");
        yield return new("/SupportBudget/Year");
        await page.PressAsync("main .data a");
        yield return new("/SupportBudget/Line");
        await window.GoAsync("/office/support/budget/payments");
        yield return new("/SupportBudget/Payments");
        await window.GoAsync("/office/support/budget/awards/" + number);
        yield return new("/SupportBudget/Award");
        await page.PressAsync("form[action*=Prepare] button");
        yield return new("/SupportBudget/Award", "wrong");
        await window.GoAsync("/office/support/budget/places");
        yield return new("/SupportBudget/Places");
        await page.PressAsync("main form button");
        yield return new("/SupportBudget/Places", "wrong");
        await window.GoAsync("/office/support/budget/report/" + await window.Portal.StoredAsync(db => db.Set<BudgetLine>().MinAsync(line => line.Year)));
        yield return new("/SupportBudget/Report");
    }

    /// <summary>An award from today on, made for the tour: under the first programme that pays monthly.</summary>
    private static async Task<string> GrantAsync(OpenPortal portal)
    {
        var (first, second) = (await portal.IdOfAsync(Office.Caseworker), await portal.IdOfAsync(Office.Supervisor));
        return await portal.WithAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            var register = services.GetRequiredService<BudgetRegister>();
            var lines = await db.Set<BudgetLine>().Select(line => line.Code).ToListAsync();
            var terms = services.GetRequiredService<ProgrammeBook>().On(register.Today).First(one => one.Rules.GivesMoney && lines.Contains(one.Rules.BudgetLine!));
            var caseId = await db.Grievances.Select(one => one.Id).FirstAsync();
            await using var approval = await db.Database.BeginTransactionAsync();
            var grant = new GrantAward(caseId, terms.Id, [Guid.NewGuid()], register.Today, SupportPeriod.OfMonths(register.Today, terms.Rules.Months).To, 300_000, first);
            var awards = await services.GetRequiredService<AwardDesk>().GrantAsync([grant], new Actor(second, "", [new(Role.Supervisor, null, null)]), CancellationToken.None);
            await approval.CommitAsync();
            return awards[0].Number;
        });
    }
}
