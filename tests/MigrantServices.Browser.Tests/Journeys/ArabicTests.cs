using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

public sealed class ArabicTests
{
    [BrowserFact]
    public async Task A_code_reads_from_left_to_right_among_Arabic()
    {
        await using var window = await Window.OpenAsync(Window.Phone);
        await window.TakeAsync(await window.Portal.HoldingFormAsync(Given.Answers(), "ar"));
        await window.GoAsync("/ar/grievances/new/sent");

        Assert.Equal("rtl", await window.Page.GetAttributeAsync("html", "dir"));
        var lefts = await window.Page.Locator("#code").EvaluateAsync<double[]>(
            """
            code => {
              const text = code.firstChild;
              const starts = [...text.data.matchAll(/\S+/g)].map(group => group.index);
              return starts.map(at => {
                const range = document.createRange();
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                const box = range.getBoundingClientRect();
                return box.top * 10000 + box.left;
              });
            }
            """);
        Assert.Equal(5, lefts.Length);
        Assert.Equal(lefts.Order(), lefts);
        window.HasNoComplaints();
    }
}
