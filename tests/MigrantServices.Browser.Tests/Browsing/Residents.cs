using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.People;

namespace MigrantServices.Browser.Tests.Browsing;

/// <summary>What a resident's browser holds in the middle of things.</summary>
public static class Residents
{
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
}
