using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.Oversight.SameRespondent;

namespace MigrantServices.Portal.Tests.Oversight;

/// <summary>The same respondent, seen as a pattern by two supervisors together, who learn nothing of those who filed.</summary>
[Trait("Category", "Database")]
public sealed class PatternTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Opened_it_shows_the_respondent_and_counts_to_the_two_and_nothing_of_whoever_filed()
    {
        var name = NewName();
        var cases = await host.ThreeAsync(name);
        var number = (await host.NumberAsync(cases[0]))!;
        using var asking = await host.SignInAsAsync(Colleagues.Supervisor);
        using var agreeing = await host.SignInAsAsync(Colleagues.Supervisor2);
        using var third = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Supervisor));

        var asked = await AskAsync(asking, number);
        Assert.Contains("Patterns that another supervisor asks to open: ", (await agreeing.GetAsync("/office")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Patterns that another supervisor asks to open: ", (await asking.GetAsync("/office")).Words, StringComparison.Ordinal);
        var seen = await agreeing.GetAsync("/office/patterns/" + number);
        Assert.Contains(Reason, seen.Words, StringComparison.Ordinal);
        var opened = await seen.PressAsync("Agree");

        WebPage[] both = [opened, await asking.GetAsync("/office/patterns/" + number)];
        Assert.All(both, page =>
        {
            Assert.Contains(name, page.Words, StringComparison.Ordinal);
            Assert.Contains("Cases3", page.Words, StringComparison.Ordinal);
            Assert.Contains("1-2", page.Words, StringComparison.Ordinal);
            Assert.Contains("Ansan-si", page.Words, StringComparison.Ordinal);
        });
        var closing = await agreeing.GetAsync($"/office/patterns/{number}/close");
        var shut = await third.GetAsync("/office/patterns/" + number);
        Assert.DoesNotContain(name, shut.Html, StringComparison.Ordinal);
        foreach (var page in (WebPage[])[asked, seen, .. both, closing, shut, await asking.GetAsync("/office/patterns")])
        {
            await host.AssertNobodyAsync(page, cases);
        }

        var records = await host.StoredAsync(db => db.AccessRecords.Where(r => r.Detail!.EndsWith(number)).ToListAsync());
        Assert.Contains(records, r => r.UserId == Colleagues.Supervisor2.Id && r.Deed == AccessDeed.View && r.Detail == "pattern-open:" + number);
        Assert.All(records, r => Assert.Equal((null, 0), (r.CaseId, r.CaseIds!.Length)));
        using var officer = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        Assert.Contains($"repeated respondent {number}, opened", (await officer.GetAsync("/office/access-records")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_agrees_to_their_own_request_on_the_page_or_in_the_database()
    {
        var number = (await host.NumberAsync((await host.ThreeAsync())[0]))!;
        using var asking = await host.SignInAsAsync(Colleagues.Supervisor);
        using var other = await host.SignInAsAsync(Colleagues.Supervisor2);
        var before = await asking.GetAsync("/office/patterns/" + number);
        await AskAsync(asking, number);
        var waiting = await asking.GetAsync("/office/patterns/" + number);
        Assert.DoesNotContain("handler=Agree", waiting.Html, StringComparison.Ordinal);

        var form = (await other.GetAsync("/office/patterns/" + number)).ValueOf("Revision")!;
        var token = (await asking.GetAsync($"/office/patterns/{number}/refuse")).ValueOf("__RequestVerificationToken")!.Split(',')[0];
        var forged = await asking.SendAsync(
            HttpMethod.Post, $"/office/patterns/{number}?handler=Agree", Browserless.Encode([new("Revision", form), new("__RequestVerificationToken", token)]));
        var refused = await (await asking.GetAsync($"/office/patterns/{number}/refuse")).SubmitAsync(("Form.Words", Reason));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (forged.Status, refused.Status));
        Assert.Contains("cannot answer your own request", forged.Words, StringComparison.Ordinal);
        await using var db = host.Database.Open();
        var bySql = await Assert.ThrowsAsync<PostgresException>(() =>
            db.Database.ExecuteSqlAsync($"update patterns set agreed_by_id = asked_by_id, open_until = now() + interval '1 day' where number = {number}"));
        Assert.Equal("patterns_two_people", bySql.ConstraintName);
        var step = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(
            $"insert into pattern_steps (id, pattern_id, deed, at, by_id, asked_by_id) select gen_random_uuid(), id, 'Agreed', now(), asked_by_id, asked_by_id from patterns where number = {number}"));
        Assert.Equal("pattern_steps_two_people", step.ConstraintName);
        foreach (var rewriting in new[] { "update pattern_steps set at = now()", "delete from pattern_steps", "truncate pattern_steps" })
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(rewriting))).SqlState);
        }

        Assert.Equal((PatternState.Asked, 2), await host.StateAsync(number));
        Assert.NotNull(before);
    }

    [Fact]
    public async Task Of_two_who_agree_at_once_one_wins_and_the_other_is_told()
    {
        var number = (await host.NumberAsync((await host.ThreeAsync())[0]))!;
        using var asking = await host.SignInAsAsync(Colleagues.Supervisor);
        using var one = await host.SignInAsAsync(Colleagues.Supervisor2);
        using var other = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Supervisor));
        await AskAsync(asking, number);
        WebPage[] seen = [await one.GetAsync("/office/patterns/" + number), await other.GetAsync("/office/patterns/" + number)];

        var answers = await Task.WhenAll(seen.Select(page => page.PressAsync("Agree")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        Assert.Equal((PatternState.Open, 3), await host.StateAsync(number));
    }

    [Fact]
    public async Task Its_time_over_it_is_shut_for_the_two_as_well()
    {
        var name = NewName();
        var number = (await host.NumberAsync((await host.ThreeAsync(name))[0]))!;
        using var asking = await host.SignInAsAsync(Colleagues.Supervisor);
        await host.OpenAsync(asking, number);
        Assert.Contains(name, (await asking.GetAsync("/office/patterns/" + number)).Html, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromDays(15));
        using var again = await host.SignInAsAsync(Colleagues.Supervisor);

        var page = await again.GetAsync("/office/patterns/" + number);

        Assert.DoesNotContain(name, page.Html, StringComparison.Ordinal);
        Assert.Contains("Ask to open it", page.Words, StringComparison.Ordinal);
        var late = await (await again.GetAsync($"/office/patterns/{number}/close")).SubmitAsync(("Form.Outcome", "NothingFound"), ("Form.Words", Reason));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal((PatternState.Raised, 3), await host.StateAsync(number));
    }

    [Fact]
    public async Task Closed_it_stays_shut_until_another_case_comes()
    {
        var name = NewName();
        var cases = await host.ThreeAsync(name);
        var number = (await host.NumberAsync(cases[0]))!;
        using var asking = await host.SignInAsAsync(Colleagues.Supervisor);
        await host.OpenAsync(asking, number);

        var closed = await (await asking.GetAsync($"/office/patterns/{number}/close")).SubmitAsync(("Form.Outcome", "Prevention"), ("Form.Words", Reason));
        Assert.DoesNotContain(name, closed.Html, StringComparison.Ordinal);
        Assert.Equal(PatternState.Closed, (await host.StateAsync(number)).State);
        await host.FiledAsync(name);
        await host.CountedAsync();

        var back = await asking.GetAsync("/office/patterns/" + number);
        Assert.Contains("1-2 more since it was closed", back.Words, StringComparison.Ordinal);
        Assert.Equal(PatternState.Raised, (await host.StateAsync(number)).State);
        using var other = await host.SignInAsAsync(Colleagues.Supervisor2);
        Assert.DoesNotContain("Form.Words", (await other.GetAsync("/office/patterns/" + number)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interest_in_one_of_its_cases_hides_the_whole_of_it()
    {
        var cases = await host.ThreeAsync();
        var number = (await host.NumberAsync(cases[0]))!;
        var me = await host.Given.AColleagueAsync(Role.Supervisor);
        using var supervisor = await host.SignInAsAsync(me);
        Assert.Contains(number, (await supervisor.GetAsync("/office/patterns")).Html, StringComparison.Ordinal);

        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == cases[1].Id);
            var form = new DeclareInterest { Reason = "family", Words = "제 가족의 회사입니다." };
            await services.GetRequiredService<FairnessDesk>().DeclareAsync(grievance, form, me.Actor, CancellationToken.None);
        });

        Assert.DoesNotContain(number, (await supervisor.GetAsync("/office/patterns")).Html, StringComparison.Ordinal);
        foreach (var page in new[] { "", "/ask", "/refuse", "/close" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync($"/office/patterns/{number}{page}")).Status);
        }

        using var other = await host.SignInAsAsync(Colleagues.Supervisor2);
        Assert.Contains(number, (await other.GetAsync("/office/patterns")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_there_only_for_supervisors_of_all_its_places_and_for_no_other_role()
    {
        var number = (await host.NumberAsync((await host.ThreeAsync())[0]))!;
        using var suwon = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Suwon]));
        using var ansan = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Ansan]));
        using var apart = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Supervisor, forSetApart: true));
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.Equal(HttpStatusCode.NotFound, (await suwon.GetAsync("/office/patterns/" + number)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await apart.GetAsync("/office/patterns/" + number)).Status);
        Assert.DoesNotContain(number, (await suwon.GetAsync("/office/patterns")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ansan.GetAsync("/office/patterns/" + number)).Status);
        var (known, unknown) = (await caseworker.GetAsync("/office/patterns/" + number), await caseworker.GetAsync("/office/patterns/P-2026-none"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (known.Status, unknown.Status));
    }

    [Theory]
    [InlineData("Form.Purpose", "")]
    [InlineData("Form.Purpose", "Curiosity")]
    [InlineData("Form.Words", "")]
    [InlineData("Form.Words", "궁금해서")]
    public async Task Asking_needs_a_purpose_and_a_sentence_and_without_them_nothing_changes(string field, string value)
    {
        var number = (await host.NumberAsync((await host.ThreeAsync())[0]))!;
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var answers = new Dictionary<string, string> { ["Form.Purpose"] = "OwnMotion", ["Form.Words"] = Reason };
        answers[field] = value;

        var again = await (await supervisor.GetAsync($"/office/patterns/{number}/ask")).SubmitAsync([.. answers.Select(a => (a.Key, a.Value))]);

        Assert.NotNull(again.MistakeAt(field));
        Assert.Equal((PatternState.Raised, 1), await host.StateAsync(number));
    }
}
