using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Who has an interest in a case, or whom it is about, does not find it anywhere.</summary>
[Trait("Category", "Database")]
public sealed partial class FairnessTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_case_is_gone_for_whoever_declared_an_interest_and_a_supervisor_sees_that_they_did()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview, Marked);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains(filed.Reference, (await office.GetAsync("/office/grievances?tab=Mine")).Words, StringComparison.Ordinal);

        var before = await CountsAsync(Colleagues.Caseworker);

        await DeclareAsync(office, filed);

        await AssertGoneAsync(office, filed);
        var after = await CountsAsync(Colleagues.Caseworker);
        Assert.Equal((before.Of[WorklistTab.All] - 1, before.Of[WorklistTab.Mine] - 1), (after.Of[WorklistTab.All], after.Of[WorklistTab.Mine]));
        Assert.Null(await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.HandlerId).SingleAsync()));
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var seen = await supervisor.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Contains("declared an interest", seen.Words, StringComparison.Ordinal);
        Assert.Contains("제 동생이 일하는 곳입니다.", seen.Words, StringComparison.Ordinal);
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.DoesNotContain("제 동생이", (await other.GetAsync($"/office/grievances/{filed.Reference}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Colleagues.Caseworker.Id.ToString(), (await other.GetAsync($"/office/grievances/{filed.Reference}/hand-over")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Reason", "")]
    [InlineData("Form.Reason", "weather")]
    [InlineData("Form.Words", "")]
    public async Task A_declaration_needs_its_reason_and_without_it_nothing_changes(string field, string value)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var answers = new Dictionary<string, string> { ["Form.Reason"] = "family", ["Form.Words"] = "제 동생이 일하는 곳입니다." };
        answers[field] = value;

        var again = await (await office.GetAsync($"/office/grievances/{filed.Reference}/declare-interest")).SubmitAsync([.. answers.Select(a => (a.Key, a.Value))]);

        Assert.NotNull(again.MistakeAt(field));
        Assert.Equal(0, await host.StoredAsync(db => db.InterestDeclarations.CountAsync(d => d.CaseId == filed.Id)));
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"/office/grievances/{filed.Reference}")).Status);
    }

    [Fact]
    public async Task A_supervisor_lifts_a_declaration_and_the_case_comes_back()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await DeclareAsync(office, filed);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);

        var details = await supervisor.GetAsync($"/office/grievances/{filed.Reference}");
        var form = await details.FollowAsync("a[href$='/lift']");
        var empty = await form.SubmitAsync(("Form.Words", ""));
        Assert.NotNull(empty.MistakeAt("Form.Words"));
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{filed.Reference}")).Status);
        await form.SubmitAsync(("Form.Words", "이름만 같은 다른 곳입니다."));

        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"/office/grievances/{filed.Reference}")).Status);
    }

    [Fact]
    public async Task A_privacy_officer_sees_what_was_declared_and_lifts_it_with_a_reason()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);
        await DeclareAsync(office, filed);
        using var officer = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        var page = await officer.GetAsync("/office/fairness");
        var id = (await host.StoredAsync(db => db.InterestDeclarations.Where(d => d.CaseId == filed.Id).Select(d => d.Id).SingleAsync())).ToString();
        var form = page.Document.Forms.Single(f => f.QuerySelector($"[value='{id}']") is not null);

        await page.SendAsync(form, null, ("Form.Words", ""));
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{filed.Reference}")).Status);
        await page.SendAsync(form, null, ("Form.Words", "확인함."));

        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"/office/grievances/{filed.Reference}")).Status);
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.UserId == Colleagues.PrivacyOfficer.Id && r.Detail == FairnessRegister.Detail && r.CaseIds!.Contains(filed.Id))));
    }

    [Fact]
    public async Task The_database_lets_nobody_lift_their_own_declaration_nor_keep_a_case_that_is_closed_to_them()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);
        await DeclareAsync(office, filed);

        await using var db = host.Database.Open();
        var lifted = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(
            $"update interest_declarations set lifted_by_id = colleague_id, lifted_at = now(), lifted_words = words where case_id = {filed.Id}"));
        var kept = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(
            $"update cases set handler_id = {Colleagues.Caseworker2.Id} where id = {filed.Id}"));

        Assert.Equal(("interest_declarations_lifted_by_another", "cases_not_with_whom_it_is_closed_to"), (lifted.ConstraintName, kept.ConstraintName));
    }

    [Fact]
    public async Task A_case_is_taken_on_only_by_who_says_that_they_have_no_interest_and_the_history_keeps_it()
    {
        var filed = await host.Given.AGrievanceAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var details = await office.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Contains("None of these grounds of interest is mine: ", details.Words, StringComparison.Ordinal);

        var refused = await details.SendAsync(details.Form("deeds/take-on"), null);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Say first that you have no interest in this case.", refused.Words, StringComparison.Ordinal);
        var kept = await host.StoredAsync(db => db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id));
        Assert.Equal((CaseStatus.Submitted, (Guid?)null), (kept.Status, kept.HandlerId));
        var taken = await details.SendAsync(details.Form("deeds/take-on"), null, ("Affirms", "true"));
        Assert.Contains("Affirmed that they have no interest in this case", taken.Words, StringComparison.Ordinal);
        Assert.Equal("no-interest", await host.StoredAsync(db => db.Events.Where(e => e.CaseId == filed.Id && e.Action == "take-on").Select(e => e.Detail).SingleAsync()));
    }

    [Fact]
    public async Task Who_takes_a_case_over_from_a_colleague_says_so_first()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/hand-over");

        var refused = await page.SubmitAsync(("Form.ColleagueId", Colleagues.Caseworker2.Id.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(Colleagues.Caseworker.Id, await HandlerAsync());
        var taken = await page.SubmitAsync(("Form.ColleagueId", Colleagues.Caseworker2.Id.ToString()), ("Form.Affirms", "true"));
        Assert.Contains("Affirmed that they have no interest in this case", taken.Words, StringComparison.Ordinal);
        Assert.Equal(Colleagues.Caseworker2.Id, await HandlerAsync());

        Task<Guid?> HandlerAsync() => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.HandlerId).SingleAsync());
    }

    [Fact]
    public async Task Two_colleagues_with_the_same_places_never_share_what_is_closed_to_one_of_them()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var (first, second) = (await host.Given.AColleagueAsync(Role.Caseworker), await host.Given.AColleagueAsync(Role.Caseworker));
        using var one = await host.SignInAsAsync(first);
        using var two = await host.SignInAsAsync(second);
        await DeclareAsync(one, filed);

        foreach (var _ in new[] { 1, 2 })
        {
            Assert.DoesNotContain(filed.Reference, (await one.GetAsync("/office/grievances?tab=All")).Words, StringComparison.Ordinal);
            Assert.Contains(filed.Reference, (await two.GetAsync("/office/grievances?tab=All")).Words, StringComparison.Ordinal);
        }
    }

    private const string Word = "quetzalcoatlus";

    private static void Marked(Core.Grievances.Filing.FileGrievance form) => form.Story.Account += " " + Word;

    private static async Task DeclareAsync(Browserless office, FiledCase filed) => await (await office.GetAsync($"/office/grievances/{filed.Reference}/declare-interest"))
        .SubmitAsync(("Form.Reason", "family"), ("Form.Words", "제 동생이 일하는 곳입니다."));

    /// <summary>Every page about one case is not there, and no list, count or search knows it.</summary>
    private async Task AssertGoneAsync(Browserless office, FiledCase filed)
    {
        var pages = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null && e.RoutePattern.RawText!.Contains("{reference}", StringComparison.Ordinal))
            .Select(e => "/" + e.RoutePattern.RawText).Distinct().ToList();
        Assert.True(pages.Count > 20);
        foreach (var page in pages)
        {
            var address = Part().Replace(page.Replace("{reference}", filed.Reference, StringComparison.Ordinal), part => part.Value switch
            {
                "{code}" => "take-on",
                "{deed}" => "note",
                _ => Guid.Empty.ToString(),
            });
            var answer = await office.OnceAsync(HttpMethod.Get, address);
            Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{address} {answer.Status}");
        }

        var offices = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => e.RoutePattern.RawText!).Where(route => route.StartsWith("office", StringComparison.Ordinal) && !route.Contains('{', StringComparison.Ordinal) && !route.EndsWith("sign-out", StringComparison.Ordinal))
            .Select(route => "/" + route).ToList();
        Assert.True(offices.Count > 10);
        var lists = Enum.GetNames<WorklistTab>().Select(tab => $"/office/grievances?tab={tab}")
            .Concat([$"/office/grievances?search={filed.Reference}", $"/office/grievances?search={Word}", "/office/grievances?tab=All&language=vi", "/office/recommendations?tab=All"]).Concat(offices);
        foreach (var list in lists)
        {
            var page = await office.GetAsync(list);
            Assert.DoesNotContain(filed.Reference, page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href") ?? "").Aggregate("", string.Concat), StringComparison.Ordinal);
        }
    }

    private Task<TabCounts> CountsAsync(Testing.Hosting.Colleague colleague) => host.WithAsync(services =>
        services.GetRequiredService<GrievanceWorklist>().CountAsync(colleague.Actor, CancellationToken.None));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Part();
}
