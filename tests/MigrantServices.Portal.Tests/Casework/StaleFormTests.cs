using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Portal.Web;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Somebody was faster: whatever page of a case the form came from, it is given back and nothing is kept.</summary>
[Trait("Category", "Database")]
public sealed partial class StaleFormTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_form_from_an_older_state_changes_nothing_on_any_page_of_a_case()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var tokens = new Dictionary<Browserless, string>
        {
            [office] = (await office.GetAsync($"/office/grievances/{filed.Reference}")).ValueOf("__RequestVerificationToken")!.Split(',')[0],
            [filer] = (await filer.GetAsync("/en/my-case/status")).ValueOf("__RequestVerificationToken")!.Split(',')[0],
        };
        var before = await StateAsync(filed);
        var (wrong, tried) = (new List<string>(), 0);
        // what the person writes stands beside whatever else was done meanwhile
        foreach (var (route, handler) in Pages().Where(page => !page.Route.EndsWith("my-case/reply", StringComparison.Ordinal)))
        {
            var browser = route.StartsWith("office", StringComparison.Ordinal) ? office : filer;
            var address = "/" + (route.StartsWith("my-case/", StringComparison.Ordinal) ? "en/" : "") + Parameters().Replace(route, match => match.Groups[1].Value switch
            {
                "reference" => filed.Reference,
                "deed" => Grievance.Protect.Code,
                "code" => Grievance.Close.Code,
                "culture" or "language" => "en",
                _ => Guid.CreateVersion7().ToString(),
            });
            var stale = (before.Revision - 1).ToString(CultureInfo.InvariantCulture);
            var answer = await browser.OnceAsync(HttpMethod.Post, address + (handler.Length > 0 ? "?handler=" + handler : ""), Browserless.Encode([new("Revision", stale), new("__RequestVerificationToken", tokens[browser])]));

            tried++;
            if (answer.Status != HttpStatusCode.Conflict || await StateAsync(filed) != before)
            {
                wrong.Add($"{address} {handler}: {(int)answer.Status}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 40, $"{tried} pages");
    }

    // every handler of every page that shows one grievance; addresses in the language of the page are the same pages
    private IEnumerable<(string Route, string Handler)> Pages() => host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Select(endpoint => (Route: endpoint.RoutePattern.RawText!.TrimStart('/'), Page: endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() ?? endpoint.Metadata.GetMetadata<PageActionDescriptor>()))
        .Where(one => one.Page is not null && (one.Route.StartsWith("office/", StringComparison.Ordinal) || one.Route.Contains("my-case/", StringComparison.Ordinal)))
        .SelectMany(one => HandlersOf(one.Page!).Select(handler => (one.Route, handler)))
        .Distinct();

    private static IEnumerable<string> HandlersOf(PageActionDescriptor page)
    {
        var name = "MigrantServices.Portal.Pages" + page.ViewEnginePath.Replace('/', '.') + "Model";
        return typeof(CasePage<>).Assembly.GetType(name) is { } model && model.IsAssignableTo(typeof(CasePage<Grievance>))
            ? model.GetMethods(BindingFlags.Public | BindingFlags.Instance).Select(method => Handlers().Match(method.Name)).Where(match => match.Success).Select(match => match.Groups[1].Value)
            : [];
    }

    private Task<(int Revision, CaseStatus Status, int Events, int Messages, int Records)> StateAsync(FiledCase filed) => host.StoredAsync(async db =>
    {
        var one = await db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id);
        return (one.Revision, one.Status, await db.Events.CountAsync(e => e.CaseId == filed.Id), await db.Messages.CountAsync(m => m.CaseId == filed.Id), await db.InquiryRecords.CountAsync(r => r.CaseId == filed.Id));
    });

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameters();

    [GeneratedRegex("^OnPost(.*?)(?:Async)?$")]
    private static partial Regex Handlers();
}
