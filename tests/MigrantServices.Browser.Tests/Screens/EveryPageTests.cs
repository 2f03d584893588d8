using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;
using Xunit;

namespace MigrantServices.Browser.Tests.Screens;

/// <summary>Every page, in every language that meets it: no fault of accessibility, and nothing to be pushed sideways.</summary>
public abstract class EveryPage
{
    /// <summary>Deeds and downloads, which show no page of their own.</summary>
    private static readonly string[] WithoutFace =
    [
        "/Grievances/New/AddFiles", "/Grievances/New/Discard", "/Grievances/New/Forget", "/MyCase/File",
        "/Children/New/AddFiles", "/Children/New/Discard", "/Children/New/Forget", "/Children/Tell/Discard", "/Children/Tell/Forget", "/MyChild/File", "/MyChild/LetterPdf",
        "/Account/SignOut", "/Casework/Deed", "/Casework/Download", "/Casework/LetterPdf", "/Casework/OtherSidePdf", "/MyCase/LetterPdf", "/ChildCasework/Press", "/ChildCasework/PrintPapers", "/ChildCasework/Download", "/ChildCasework/LetterPdf",
        "/SupportNew/AddFiles", "/SupportNew/Discard", "/SupportNew/Forget", "/MySupport/File", "/MySupport/LetterPdf", "/SupportCasework/Press", "/SupportCasework/Download",
    ];

    /// <summary>Languages whose pages are looked at in every state and in a wide window too; in the others each page once, where words alone differ.</summary>
    private static readonly string[] Thoroughly = Inspection.KeepsPictures ? ["ko", "ar", "en"] : ["ko", "ar"];

    private protected static async Task LookAsync(string language, Func<Window, string, IAsyncEnumerable<Screen>> tour)
    {
        await using var window = await Window.OpenAsync(Window.Phone);
        var thoroughly = Thoroughly.Contains(language, StringComparer.Ordinal);
        var faults = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var screen in tour(window, language))
        {
            if (!seen.Add(screen.Page) && !thoroughly)
            {
                continue;
            }

            var name = $"{screen.Name}-{language}";
            faults.AddRange(await window.Page.FaultsAsync(name));
            var html = window.Page.Locator("html");
            if (await html.GetAttributeAsync("lang") != language || await html.GetAttributeAsync("dir") != Languages.Find(language)!.Direction)
            {
                faults.Add($"{name}: another language or direction");
            }

            await window.Page.KeepPictureAsync(name);
            if (thoroughly)
            {
                await window.Page.SetViewportSizeAsync(Window.Desk, 900);
                faults.AddRange(await window.Page.FaultsAsync(name + " at the desk"));
                await window.Page.KeepPictureAsync(name);
                await window.Page.SetViewportSizeAsync(Window.Phone, 844);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        window.HasNoComplaints();
        var inOffice = seen.Contains("/Account/Home");
        var expected = PageAccess.Table.Keys.Where(page => IsOfOffice(page) == inOffice).Except(WithoutFace, StringComparer.Ordinal);
        Assert.Equal(expected.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    private static bool IsOfOffice(string page) => page.Split('/')[1] is "Account" or "Casework" or "ChildCasework" or "ChildCounter" or "Workday" or "Admin" or "Municipalities" or "Oversight" or "SupportBudget" or "SupportCasework" or "SupportCounter";
}

public sealed class PublicPageTests : EveryPage
{
    [BrowserTheory]
    [InlineData("ko")]
    [InlineData("vi")]
    [InlineData("zh-Hans")]
    public Task Every_public_page_is_fit_for_everybody(string language) => LookAsync(language, PublicTour.WalkAsync);
}

public sealed class OtherPageTests : EveryPage
{
    [BrowserTheory]
    [InlineData("ar")]
    [InlineData("en")]
    public Task Every_public_page_is_fit_for_everybody(string language) => LookAsync(language, PublicTour.WalkAsync);
}

public sealed class OfficePageTests : EveryPage
{
    [BrowserTheory]
    [InlineData("ko")]
    [InlineData("en")]
    public Task Every_page_of_the_office_is_fit_for_everybody(string language) => LookAsync(language, OfficeTour.WalkAsync);
}
