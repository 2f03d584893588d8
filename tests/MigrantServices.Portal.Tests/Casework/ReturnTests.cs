using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>A case that was set apart by mistake comes back by two people, and by nothing less.</summary>
[Trait("Category", "Database")]
public sealed class ReturnTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Why = "이곳 직원이 아니라 다른 센터의 일임.";

    [Fact]
    public async Task One_proposes_with_a_reason_another_reads_it_and_agrees_and_the_case_is_among_the_others()
    {
        var (one, other) = await InspectorsAsync();
        var filed = await ApartAsync();
        using var first = await host.SignInAsAsync(one);
        using var second = await host.SignInAsAsync(other);

        var details = await (await first.GetAsync(Page(filed))).SubmitAsync(("Form.Words", Why));
        Assert.Contains("Somebody proposed to bring this case back.", details.Words, StringComparison.Ordinal);
        var mine = await first.GetAsync(Page(filed));
        Assert.DoesNotContain("Agree and bring it back", mine.Words, StringComparison.Ordinal);
        var theirs = await second.GetAsync(Page(filed));
        Assert.Contains(Why, theirs.Words, StringComparison.Ordinal);
        var done = await theirs.PressAsync("Agree");

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync($"/office/grievances/{filed.Reference}")).Status);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker2);
        var again = await caseworker.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Contains("the case is among the others again", again.Words, StringComparison.Ordinal);
        Assert.Contains(filed.Reference, (await caseworker.GetAsync("/office/grievances?tab=Unassigned")).Words, StringComparison.Ordinal);
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.UserId == other.Id && r.CaseId == filed.Id && r.Detail == "bring-back")));
    }

    [Fact]
    public async Task Whoever_proposed_cannot_agree_even_by_a_forged_form_and_nothing_changes()
    {
        var (one, _) = await InspectorsAsync();
        var filed = await ApartAsync();
        using var first = await host.SignInAsAsync(one);
        await (await first.GetAsync(Page(filed))).SubmitAsync(("Form.Words", Why));
        var page = await first.GetAsync(Page(filed));

        var refused = await page.SendAsync(page.Form("handler=Keep"), Page(filed) + "?handler=Agree");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        await AssertApartAsync(filed, ReturnState.Proposed);
        var kept = await page.PressAsync("Keep");
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        await AssertApartAsync(filed, ReturnState.Kept);
    }

    [Fact]
    public async Task A_proposal_needs_its_reason_and_without_it_nothing_is_proposed()
    {
        var (one, _) = await InspectorsAsync();
        var filed = await ApartAsync();
        using var first = await host.SignInAsAsync(one);

        var again = await (await first.GetAsync(Page(filed))).SubmitAsync(("Form.Words", " "));

        Assert.NotNull(again.MistakeAt("Form.Words"));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<ApartReturn>().CountAsync(r => r.CaseId == filed.Id)));
    }

    [Fact]
    public async Task Somebody_whom_it_is_about_never_meets_the_page_and_stays_away_after_it_came_back()
    {
        var (one, other) = await InspectorsAsync();
        var named = Colleagues.Caseworker2;
        var filed = await ApartAsync(named.Id.ToString());
        using var first = await host.SignInAsAsync(one);
        using var second = await host.SignInAsAsync(other);
        using var third = await host.SignInAsAsync(named);

        Assert.Equal(HttpStatusCode.NotFound, (await third.GetAsync(Page(filed))).Status);
        await (await first.GetAsync(Page(filed))).SubmitAsync(("Form.Words", Why));
        var page = await second.GetAsync(Page(filed));
        await page.PressAsync("Agree");

        Assert.Equal(HttpStatusCode.NotFound, (await third.GetAsync($"/office/grievances/{filed.Reference}")).Status);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Equal(HttpStatusCode.OK, (await caseworker.GetAsync($"/office/grievances/{filed.Reference}")).Status);
    }

    [Fact]
    public async Task The_database_brings_nothing_back_by_one_person_and_rewrites_nothing()
    {
        var (one, _) = await InspectorsAsync();
        var filed = await ApartAsync();
        using var first = await host.SignInAsAsync(one);
        await (await first.GetAsync(Page(filed))).SubmitAsync(("Form.Words", Why));
        await using var db = host.Database.Open();

        var alone = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(
            $"update apart_returns set state = 'Agreed', decided_by_id = proposed_by_id, decided_at = now() where case_id = {filed.Id}"));
        var without = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update cases set is_set_apart = false where id = {filed.Id}"));
        var rewritten = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update apart_returns set proposed_by_id = {Colleagues.Supervisor.Id} where case_id = {filed.Id}"));
        var gone = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"delete from apart_returns where case_id = {filed.Id}"));

        Assert.Equal(("apart_returns_by_two_people", "23514", "42501", "42501"), (alone.ConstraintName, without.SqlState, rewritten.SqlState, gone.SqlState));
        await AssertApartAsync(filed, ReturnState.Proposed);
    }

    private static string Page(FiledCase filed) => $"/office/grievances/{filed.Reference}/bring-back";

    private async Task<(Testing.Hosting.Colleague One, Testing.Hosting.Colleague Other)> InspectorsAsync() =>
        (await host.Given.AColleagueAsync(Role.Caseworker, forSetApart: true), await host.Given.AColleagueAsync(Role.Supervisor, forSetApart: true));

    private async Task<FiledCase> ApartAsync(params string[] about)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/set-apart");
        await page.SendAsync(page.Form("Revision"), null, [.. about.Select(id => ("Form.ColleagueIds", id))]);
        return filed;
    }

    private async Task AssertApartAsync(FiledCase filed, ReturnState state)
    {
        Assert.True(await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.IsSetApart).SingleAsync()));
        Assert.Equal(state, await host.StoredAsync(db => db.Set<ApartReturn>().Where(r => r.CaseId == filed.Id).Select(r => r.State).SingleAsync()));
    }
}
