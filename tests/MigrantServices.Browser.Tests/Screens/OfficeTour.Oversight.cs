using Microsoft.EntityFrameworkCore;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;

namespace MigrantServices.Browser.Tests.Screens;

/// <content>Interests, returns, patterns and recommendations.</content>
public static partial class OfficeTour
{
    /// <summary>A supervisor meets a declared interest, and what setting a case apart looks like.</summary>
    private static async IAsyncEnumerable<Screen> FairnessAsync(Window window)
    {
        var declared = await window.Portal.StoredAsync(db => db.InterestDeclarations.Where(d => d.LiftedAt == null)
            .Select(d => new { d.Id, db.Grievances.Single(g => g.Id == d.CaseId).Reference }).FirstAsync());
        var written = await window.Portal.StoredAsync(db => db.Grievances.Where(g => g.RecommendationById != null).Select(g => g.Reference).FirstAsync());
        await window.GoAsync($"/office/grievances/{written}/approve-recommendation");
        yield return new("/Casework/ApproveRecommendation");
        await window.GoAsync("/office/repeats");
        yield return new("/Casework/Repeats");
        var pair = await window.Portal.StoredAsync(db => db.Set<CasePair>().Where(p => p.IsOpen).Select(p => db.Grievances.Single(g => g.Id == p.HigherId).Reference).FirstAsync());
        await window.GoAsync($"/office/grievances/{pair}/duplicates");
        yield return new("/Casework/Duplicates");
        var merged = await window.Portal.StoredAsync(db => db.Grievances.Where(g => g.Status == CaseStatus.Merged).Select(g => g.Reference).FirstAsync());
        await window.GoAsync($"/office/grievances/{merged}/duplicates");
        yield return new("/Casework/Duplicates", "merged");
        await window.GoAsync($"/office/grievances/{declared.Reference}");
        yield return new("/Casework/Details", "declared");
        await window.GoAsync($"/office/grievances/{declared.Reference}/interests/{declared.Id}/lift");
        yield return new("/Casework/LiftInterest");
        await window.Page.GoOnAsync();
        yield return new("/Casework/LiftInterest", "wrong");
        await window.GoAsync($"/office/grievances/{declared.Reference}/set-apart");
        yield return new("/Casework/SetApart");
    }

    /// <summary>What somebody who handles complaints about the office itself meets.</summary>
    private static async IAsyncEnumerable<Screen> ApartAsync(Window window, string language)
    {
        await window.TakeAsync(await window.Portal.AtDeskAsync(Office.Inspector, language));
        var apart = await window.Portal.StoredAsync(db => db.Grievances.Where(g => g.IsSetApart).Select(g => g.Reference).FirstAsync());
        await window.GoAsync($"/office/grievances/{apart}/bring-back");
        yield return new("/Casework/BringBack");
        await window.Page.GoOnAsync();
        yield return new("/Casework/BringBack", "wrong");
    }

    /// <summary>A request that waits is agreed to by the other supervisor, and what is then seen; afterwards the tour of one supervisor goes on.</summary>
    private static async IAsyncEnumerable<Screen> PatternsAsync(Window window, string language)
    {
        await window.TakeAsync(await window.Portal.AtDeskAsync(Office.Supervisor2, language));
        await window.GoAsync("/office/patterns");
        yield return new("/Oversight/Patterns");
        await window.Page.PressAsync(".card a[href*='/patterns/']");
        yield return new("/Oversight/Pattern", "asked");
        var address = new Uri(window.Page.Url).AbsolutePath;
        foreach (var (deed, name) in new[] { ("ask", "AskPattern"), ("refuse", "RefusePattern"), ("close", "ClosePattern") })
        {
            await window.GoAsync($"{address}/{deed}");
            yield return new("/Oversight/" + name);
            await window.Page.GoOnAsync();
            yield return new("/Oversight/" + name, "wrong");
        }

        await window.GoAsync(address);
        if (await window.Page.QuerySelectorAsync("form[action*=Agree]") is not null)
        {
            await window.Page.PressAsync("form[action*=Agree] button");
        }

        yield return new("/Oversight/Pattern", "open");
        await window.TakeAsync(await window.Portal.AtDeskAsync(Office.Supervisor, language));
    }

    /// <summary>From the list of recommendations to one that waits, and to its two small pages.</summary>
    private static async IAsyncEnumerable<Screen> RecommendationsAsync(Window window)
    {
        var page = window.Page;
        foreach (var tab in new[] { "All", "Overdue" })
        {
            await window.GoAsync("/office/recommendations?tab=" + tab);
            yield return new("/Casework/Recommendations", tab);
        }

        await page.PressAsync("main th a.reference");
        yield return new("/Casework/Details", "recommendations");
        var address = new Uri(page.Url).AbsolutePath;
        foreach (var (deed, name) in new[] { ("reply", "RecordMeasures"), ("check", "CheckMeasures") })
        {
            await window.GoAsync(address);
            await page.PressAsync($"main a[href$='/{deed}']");
            yield return new("/Casework/" + name);
            await page.GoOnAsync();
            yield return new("/Casework/" + name, "wrong");
        }

        await window.GoAsync("/office/recommendations?tab=Answered");
        await page.PressAsync("main th a.reference");
        await page.PressAsync("main a[href$='/correct']");
        yield return new("/Casework/CorrectMeasures");
    }
}
