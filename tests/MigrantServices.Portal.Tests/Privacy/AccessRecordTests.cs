using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Privacy;

[Trait("Category", "Database")]
public sealed class AccessRecordTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string OneOfThem = "{id:guid}";

    [Fact]
    public async Task Opening_a_case_leaves_who_when_from_where_and_whose()
    {
        var filed = await host.Given.AGrievanceAsync();
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);

        await office.GetAsync($"/office/grievances/{filed.Reference}");

        var line = Assert.Single(await LinesAsync(Colleagues.Supervisor, AccessDeed.View), l => l.CaseId == filed.Id);
        Assert.Equal((host.Clock.GetUtcNow(), "192.0.2.7", Role.Supervisor), (line.At, line.Place, line.Role));
    }

    public static TheoryData<string> PagesOfACase => [.. PagesOf("/Casework/").Where(page => page is not ("/Casework/Deed" or "/Casework/Download" or "/Casework/LetterPdf" or "/Casework/OtherSidePdf"))];

    public static TheoryData<string> PagesOfAVisit => [.. PagesOf("/MyCase/").Where(page => page != "/MyCase/File")];

    [Theory]
    [MemberData(nameof(PagesOfACase))]
    public async Task Every_page_of_a_case_leaves_one_line_of_who_when_from_where_whose_and_what(string page)
    {
        var (filed, id) = page switch
        {
            "/Casework/ReferralReply" => await host.Given.AReferralAsync(),
            "/Casework/LiftInterest" => await host.Given.ADeclarationAsync(),
            "/Casework/Duplicates" => await host.Given.APairAsync(),
            "/Casework/RespondentReply" => await host.Given.AQuestionAsync(),
            "/Casework/OtherSideLetter" => await AnOtherSideLetterAsync(),
            "/Casework/Letter" => await host.Given.ALetterAsync(),
            "/Casework/CheckTranslation" => await host.Given.ATranslationAsync(),
            _ when AddressOf(page).Contains(OneOfThem, StringComparison.Ordinal) => await host.Given.ARecommendationAsync(),
            _ => (await host.Given.AGrievanceAsync(CaseStatus.UnderReview), Guid.Empty),
        };
        var role = page is "/Casework/Approve" or "/Casework/ApproveRecommendation" or "/Casework/LiftInterest" or "/Casework/Export" or "/Casework/Duplicates" ? Role.Supervisor : Role.Caseworker;
        var colleague = await host.Given.AColleagueAsync(role);
        using var office = await host.SignInAsAsync(colleague);

        var shown = await office.GetAsync(AddressOf(page)
            .Replace("{reference}", filed.Reference, StringComparison.Ordinal).Replace(OneOfThem, id.ToString(), StringComparison.Ordinal)
            .Replace("{deed}", "record-statement", StringComparison.Ordinal)
            + (page == "/Casework/Translate" ? $"?text=Account&id={filed.Id}" : ""));

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        var line = Assert.Single(await host.StoredAsync(db => db.AccessRecords
            // two cases side by side leave a line in each
            .Where(r => r.UserId == colleague.Id && (page != "/Casework/Duplicates" || r.CaseId == filed.Id)).ToListAsync()));
        Assert.Equal((host.Clock.GetUtcNow(), "192.0.2.7", role), (line.At, line.Place, line.Role));
        Assert.Equal((AccessDeed.View, filed.Id, null), (line.Deed, line.CaseId, line.Detail));
    }

    private async Task<(FiledCase Filed, Guid Id)> AnOtherSideLetterAsync()
    {
        var (filed, _) = await host.Given.AQuestionAsync();
        return (filed, await host.StoredAsync(db => db.Set<Core.Grievances.OtherSide.OtherSideLetter>().Where(l => l.CaseId == filed.Id).Select(l => l.Id).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(PagesOfAVisit))]
    public async Task What_a_helper_opens_is_on_record_and_what_the_person_opens_is_not(string page)
    {
        var filed = await host.Given.AGrievanceAsync();
        using var filer = await host.ComeBackAsync(filed.CodeId);
        using var helper = await host.ComeBackAsync(await host.Given.AHelperAsync(filed));
        var address = AddressOf(page).Replace("{language:language}", "en", StringComparison.Ordinal);

        await filer.GetAsync(address);
        var forFiler = await ViewsAsync(filed);
        var isForHelpers = (await helper.GetAsync(address)).Status == HttpStatusCode.OK;

        Assert.Equal((0, isForHelpers ? 1 : 0), (forFiler, await ViewsAsync(filed)));
    }

    [Fact]
    public async Task A_form_that_comes_back_with_a_mistake_shows_the_case_again()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var colleague = await host.Given.AColleagueAsync(Role.Caseworker);
        using var office = await host.SignInAsAsync(colleague);

        await (await office.GetAsync($"/office/grievances/{filed.Reference}/note")).SubmitAsync(("Form.Body", " "));

        Assert.Equal(2, (await LinesAsync(colleague, AccessDeed.View)).Count);
    }

    [Fact]
    public async Task A_list_and_a_search_leave_every_case_that_they_showed()
    {
        var filed = await host.Given.AGrievanceAsync();
        var colleague = await host.Given.AColleagueAsync(Role.Caseworker);
        using var office = await host.SignInAsAsync(colleague);

        await office.GetAsync("/office/grievances?tab=All");
        await office.GetAsync($"/office/grievances?search={filed.Reference}");

        Assert.Contains(filed.Id, Assert.Single(await LinesAsync(colleague, AccessDeed.List)).CaseIds!);
        Assert.Equal([filed.Id], Assert.Single(await LinesAsync(colleague, AccessDeed.Search)).CaseIds!);
    }

    [Fact]
    public async Task A_change_leaves_its_line_with_the_change_itself()
    {
        var filed = await host.Given.AGrievanceAsync();
        var colleague = await host.Given.AColleagueAsync(Role.Caseworker);
        using var office = await host.SignInAsAsync(colleague);
        var details = await office.GetAsync($"/office/grievances/{filed.Reference}");

        var after = await details.SendAsync(details.Form("deeds/take-on"), null, ("Affirms", "true"));
        Assert.True(after.Status == HttpStatusCode.OK, after.Words);

        var line = Assert.Single(await LinesAsync(colleague, AccessDeed.Change));
        Assert.Equal((filed.Id, "take-on"), (line.CaseId, line.Detail));
    }

    [Fact]
    public async Task A_change_that_is_refused_leaves_no_line()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        var colleague = await host.Given.AColleagueAsync(Role.Caseworker);
        using var office = await host.SignInAsAsync(colleague);
        var details = await office.GetAsync($"/office/grievances/{filed.Reference}");
        var token = details.ValueOf("__RequestVerificationToken")!.Split(',')[0];

        var refused = await office.PostAsync($"/office/grievances/{filed.Reference}/deeds/take-on", ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Empty(await LinesAsync(colleague, AccessDeed.Change));
    }

    [Fact]
    public async Task A_download_leaves_its_line()
    {
        var draft = await host.Given.ADraftAsync();
        using var resident = host.Given.ABrowserHolding(draft);
        await (await resident.GetAsync("/en/grievances/new/files")).UploadAsync(("lease.pdf", Samples.Pdf()));
        var check = await resident.GetAsync("/en/grievances/new/check");
        await check.SendAsync(check.Document.Forms[^1], null);
        var (file, reference) = await host.StoredAsync(async db => (
            await db.Set<CaseFile>().Where(f => db.Grievances.Any(g => g.Id == f.CaseId && g.SentFrom == draft.Id)).Select(f => f.Id).SingleAsync(),
            await db.Grievances.Where(g => g.SentFrom == draft.Id).Select(g => g.Reference).SingleAsync()));
        await host.WithAsync(services => services.GetRequiredService<FileChecker>().CheckAsync(file, CancellationToken.None));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);

        var download = await office.GetAsync($"/office/grievances/{reference}/files/{file}");

        Assert.Equal(Samples.Pdf(), download.Body);
        Assert.StartsWith("attachment", download.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", download.Headers["X-Content-Type-Options"]);
        Assert.Single(await LinesAsync(Colleagues.Caseworker2, AccessDeed.Download));
    }

    [Fact]
    public async Task Looking_at_a_foreign_case_shows_nothing_and_records_no_view()
    {
        var filed = await host.Given.AGrievanceAsync();
        using var office = await host.SignInAsAsync(Colleagues.SuwonOfficer);

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{filed.Reference}")).Status);

        Assert.Empty(await LinesAsync(Colleagues.SuwonOfficer, AccessDeed.View));
    }

    [Theory]
    [InlineData("update access_records set place = '192.0.2.1'")]
    [InlineData("delete from access_records")]
    [InlineData("truncate access_records")]
    public async Task The_record_cannot_be_changed_even_in_the_database(string sql)
    {
        await host.Given.AGrievanceAsync();
        await using var change = host.Database.Source.CreateCommand(sql);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_person_sees_by_role_and_day_who_looked()
    {
        var filed = await host.Given.AGrievanceAsync();
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);
        await office.GetAsync($"/office/grievances/{filed.Reference}");
        using var resident = await host.ComeBackAsync(filed.CodeId);

        var looked = await resident.GetAsync("/en/my-case/looked");

        Assert.Contains("supervisor", looked.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("23 November 2026", looked.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Colleagues.Supervisor.Name, looked.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_sees_that_their_helper_looked_and_saved_a_file_and_not_that_they_did_so_themselves()
    {
        var draft = await host.Given.ADraftAsync();
        using var person = host.Given.ABrowserHolding(draft);
        await (await person.GetAsync("/en/grievances/new/files")).UploadAsync(("lease.pdf", Samples.Pdf()));
        var check = await person.GetAsync("/en/grievances/new/check");
        var sent = await check.SendAsync(check.Form("__RequestVerificationToken"), null);
        var status = await (await sent.SubmitAsync(("LastDigits", draft.Code.Digits[^4..]))).PressAsync("Open");
        var (filed, file) = await host.StoredAsync(async db => (
            await db.Codes.Where(c => c.DraftId == draft.Id).Select(c => new FiledCase(c.CaseId!.Value, "", draft.Code, c.Id)).SingleAsync(),
            await db.Set<CaseFile>().Where(f => db.Grievances.Any(g => g.SentFrom == draft.Id && g.Id == f.CaseId)).Select(f => f.Id).SingleAsync()));
        await host.WithAsync(services => services.GetRequiredService<FileChecker>().CheckAsync(file, CancellationToken.None));
        using var helper = await host.ComeBackAsync(await host.Given.AHelperAsync(filed));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync($"/en/my-case/file/{file}")).Status);
        Assert.Empty(LinesOf(await person.GetAsync("/en/my-case/looked")));

        await helper.GetAsync("/en/my-case/status");
        Assert.Equal(["Helper: opened it"], LinesOf(await person.GetAsync("/en/my-case/looked")));
        Assert.Equal(HttpStatusCode.OK, (await helper.GetAsync($"/en/my-case/file/{file}")).Status);

        Assert.Equal(["Helper: opened it", "Helper: saved a file"], LinesOf(await person.GetAsync("/en/my-case/looked")).Order(StringComparer.Ordinal));

        static IEnumerable<string> LinesOf(WebPage page) => page.Document.QuerySelectorAll(".looked-day + ul li").Select(line => line.TextContent.Trim());
    }

    [Fact]
    public async Task A_residents_address_is_never_kept()
    {
        var filed = await host.Given.AGrievanceAsync();
        using var resident = await host.ComeBackAsync(filed.CodeId);
        await (await resident.GetAsync("/en/my-case/status")).SubmitAsync(("Form.Body", "One more thing."));

        Assert.False(await host.StoredAsync(db => db.Set<AccessRecord>().AnyAsync(l => l.UserId == null && l.Place != null)));
    }

    /// <summary>The pages in this folder that load one case, whichever are added.</summary>
    private static IEnumerable<string> PagesOf(string folder) => PageAccess.Table.Keys.Where(page => page.StartsWith(folder, StringComparison.Ordinal))
        .Where(page => typeof(ICasePage).IsAssignableFrom(typeof(PageAccess).Assembly.GetType($"MigrantServices.Portal.Pages{page.Replace('/', '.')}Model")));

    private string AddressOf(string page) => "/" + host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .First(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath == page).RoutePattern.RawText;

    private Task<int> ViewsAsync(FiledCase filed) =>
        host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Deed == AccessDeed.View));

    private Task<List<AccessRecord>> LinesAsync(Colleague who, AccessDeed deed) =>
        host.StoredAsync(db => db.Set<AccessRecord>().Where(l => l.UserId == who.Id && l.Deed == deed).ToListAsync());
}
