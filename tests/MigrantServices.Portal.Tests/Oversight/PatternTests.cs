using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Oversight;

/// <summary>The same respondent, seen as a pattern by two supervisors together, who learn nothing of those who filed.</summary>
[Trait("Category", "Database")]
public sealed class PatternTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Reason = "같은 곳의 채용 관행을 전체로 보아야 합니다.";

    private static int _names;

    [Fact]
    public async Task Three_people_name_it_in_two_scripts_and_the_list_says_no_more_than_that()
    {
        var cases = new[] { await FiledAsync("구로구식품(주)"), await FiledAsync("GUROGU SIKPUM Co., Ltd.") };
        await CountedAsync();
        Assert.Null(await NumberAsync(cases[0]));
        cases = [.. cases, await FiledAsync("주식회사 구로구 식품")];
        await CountedAsync();

        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var list = await supervisor.GetAsync("/office/patterns");

        var number = Assert.IsType<string>(await NumberAsync(cases[0]));
        var card = list.Document.QuerySelectorAll(".card").Single(one => one.TextContent.Contains(number, StringComparison.Ordinal)).TextContent;
        Assert.All(new[] { "Raised", "3 to 4 cases", "quarter 4 of 2026" }, words => Assert.Contains(words, card, StringComparison.Ordinal));
        await AssertNobodyAsync(list, cases);
        Assert.DoesNotContain("구로구", list.Html, StringComparison.Ordinal);
        var one = await supervisor.GetAsync("/office/patterns/" + number);
        await AssertNobodyAsync(one, cases);
        Assert.DoesNotContain("구로구", one.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opened_it_shows_the_respondent_and_counts_to_the_two_and_nothing_of_whoever_filed()
    {
        var name = NewName();
        var cases = await ThreeAsync(name);
        var number = (await NumberAsync(cases[0]))!;
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
            await AssertNobodyAsync(page, cases);
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
        var number = (await NumberAsync((await ThreeAsync())[0]))!;
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

        Assert.Equal((PatternState.Asked, 2), await StateAsync(number));
        Assert.NotNull(before);
    }

    [Fact]
    public async Task Of_two_who_agree_at_once_one_wins_and_the_other_is_told()
    {
        var number = (await NumberAsync((await ThreeAsync())[0]))!;
        using var asking = await host.SignInAsAsync(Colleagues.Supervisor);
        using var one = await host.SignInAsAsync(Colleagues.Supervisor2);
        using var other = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Supervisor));
        await AskAsync(asking, number);
        WebPage[] seen = [await one.GetAsync("/office/patterns/" + number), await other.GetAsync("/office/patterns/" + number)];

        var answers = await Task.WhenAll(seen.Select(page => page.PressAsync("Agree")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        Assert.Equal((PatternState.Open, 3), await StateAsync(number));
    }

    [Fact]
    public async Task Its_time_over_it_is_shut_for_the_two_as_well()
    {
        var name = NewName();
        var number = (await NumberAsync((await ThreeAsync(name))[0]))!;
        using var asking = await host.SignInAsAsync(Colleagues.Supervisor);
        await OpenAsync(asking, number);
        Assert.Contains(name, (await asking.GetAsync("/office/patterns/" + number)).Html, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromDays(15));
        using var again = await host.SignInAsAsync(Colleagues.Supervisor);

        var page = await again.GetAsync("/office/patterns/" + number);

        Assert.DoesNotContain(name, page.Html, StringComparison.Ordinal);
        Assert.Contains("Ask to open it", page.Words, StringComparison.Ordinal);
        var late = await (await again.GetAsync($"/office/patterns/{number}/close")).SubmitAsync(("Form.Outcome", "NothingFound"), ("Form.Words", Reason));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal((PatternState.Raised, 3), await StateAsync(number));
    }

    [Fact]
    public async Task Closed_it_stays_shut_until_another_case_comes()
    {
        var name = NewName();
        var cases = await ThreeAsync(name);
        var number = (await NumberAsync(cases[0]))!;
        using var asking = await host.SignInAsAsync(Colleagues.Supervisor);
        await OpenAsync(asking, number);

        var closed = await (await asking.GetAsync($"/office/patterns/{number}/close")).SubmitAsync(("Form.Outcome", "Prevention"), ("Form.Words", Reason));
        Assert.DoesNotContain(name, closed.Html, StringComparison.Ordinal);
        Assert.Equal(PatternState.Closed, (await StateAsync(number)).State);
        await FiledAsync(name);
        await CountedAsync();

        var back = await asking.GetAsync("/office/patterns/" + number);
        Assert.Contains("1-2 more since it was closed", back.Words, StringComparison.Ordinal);
        Assert.Equal(PatternState.Raised, (await StateAsync(number)).State);
        using var other = await host.SignInAsAsync(Colleagues.Supervisor2);
        Assert.DoesNotContain("Form.Words", (await other.GetAsync("/office/patterns/" + number)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interest_in_one_of_its_cases_hides_the_whole_of_it()
    {
        var cases = await ThreeAsync();
        var number = (await NumberAsync(cases[0]))!;
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
        var number = (await NumberAsync((await ThreeAsync())[0]))!;
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

    [Fact]
    public async Task Cases_about_the_office_itself_and_those_taken_back_never_count()
    {
        var name = NewName();
        var kept = await FiledAsync(name);
        await FiledAsync(name, form => form.Respondent.OfThisOffice = true);
        await FiledAsync(name, form => form.Respondent.OfThisOffice = true);
        var withdrawn = await host.Given.AGrievanceAsync(CaseStatus.Withdrawn, form => form.Respondent.Name = name);
        await CountedAsync();

        Assert.Null(await NumberAsync(kept));
        Assert.False(await host.StoredAsync(db => db.Set<RespondentToken>().AnyAsync(t => t.CaseId == withdrawn.Id)));
    }

    [Fact]
    public async Task Taking_one_back_takes_the_pattern_out_of_sight()
    {
        var cases = await ThreeAsync();
        var number = (await NumberAsync(cases[0]))!;
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == cases[2].Id);
            await services.GetRequiredService<FilerDesk>().WithdrawAsync(grievance, null, Actor.Filer(grievance.Id, cases[2].CodeId), CancellationToken.None);
        });
        await CountedAsync();

        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync("/office/patterns/" + number)).Status);
        Assert.DoesNotContain(number, (await supervisor.GetAsync("/office/patterns")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LinkKind.Repeat)]
    [InlineData(LinkKind.Joint)]
    public async Task What_belongs_together_counts_once(LinkKind kind)
    {
        var name = NewName();
        var (first, second) = (await FiledAsync(name), await FiledAsync(name));
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == second.Id);
            await services.GetRequiredService<LinkingDesk>().LinkAsync(grievance, new() { Kind = kind, Reference = first.Reference }, Colleagues.Caseworker.Actor, CancellationToken.None);
        });
        await FiledAsync(name);
        await CountedAsync();
        Assert.Null(await NumberAsync(first));

        await FiledAsync(name);
        await CountedAsync();

        Assert.Equal(3, await host.StoredAsync(db => db.Set<Pattern>().Where(p => db.Set<RespondentToken>().Any(t => t.CaseId == first.Id && t.Token == p.Token)).Select(p => p.Cases).SingleAsync()));
    }

    [Fact]
    public async Task Older_cases_than_the_window_do_not_count()
    {
        var name = NewName();
        var old = new[] { await FiledAsync(name), await FiledAsync(name) };
        await using (var db = host.Database.Open())
        {
            await db.Database.ExecuteSqlAsync($"update cases set received_at = received_at - interval '25 months' where id = {old[0].Id}");
        }

        await FiledAsync(name);
        await CountedAsync();

        Assert.Null(await NumberAsync(old[0]));
    }

    [Theory]
    [InlineData("Form.Purpose", "")]
    [InlineData("Form.Purpose", "Curiosity")]
    [InlineData("Form.Words", "")]
    [InlineData("Form.Words", "궁금해서")]
    public async Task Asking_needs_a_purpose_and_a_sentence_and_without_them_nothing_changes(string field, string value)
    {
        var number = (await NumberAsync((await ThreeAsync())[0]))!;
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var answers = new Dictionary<string, string> { ["Form.Purpose"] = "OwnMotion", ["Form.Words"] = Reason };
        answers[field] = value;

        var again = await (await supervisor.GetAsync($"/office/patterns/{number}/ask")).SubmitAsync([.. answers.Select(a => (a.Key, a.Value))]);

        Assert.NotNull(again.MistakeAt(field));
        Assert.Equal((PatternState.Raised, 1), await StateAsync(number));
    }

    [Fact]
    public async Task The_list_goes_on_where_a_page_ends()
    {
        await using (var db = host.Database.Open())
        {
            db.AddRange(Enumerable.Range(0, PatternRegister.PageSize + 1).Select(n =>
                Pattern.Raise($"P-2020-{n:000000}", Guid.NewGuid(), new(5, host.Clock.GetUtcNow(), "employer", RespondentSector.Private), host.Clock.GetUtcNow())));
            await db.SaveChangesAsync();
        }

        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var numbers = new List<string>();
        for (var page = await supervisor.GetAsync("/office/patterns"); ; page = await page.FollowAsync("a[href*='before=']"))
        {
            numbers.AddRange(page.Document.QuerySelectorAll(".card h2").Select(title => title.TextContent.Trim()));
            if (page.Document.QuerySelector("a[href*='before=']") is null)
            {
                break;
            }
        }

        Assert.Distinct(numbers);
        Assert.Equal(PatternRegister.PageSize + 1, numbers.Count(number => number.StartsWith("P-2020-", StringComparison.Ordinal)));
    }

    // consonants that no other test's name has in this order
    private static string NewName()
    {
        var number = Interlocked.Increment(ref _names);
        return "구미동 " + string.Concat(new[] { number / 36 % 6, number / 6 % 6, number % 6 }.Select(digit => "가나다마사파"[digit] + "라")) + "산업공장";
    }

    private Task<FiledCase> FiledAsync(string name, Action<FileGrievance>? but = null) => host.Given.AGrievanceAsync(CaseStatus.Submitted, form =>
    {
        form.Respondent.Name = name;
        but?.Invoke(form);
    });

    private async Task<FiledCase[]> ThreeAsync(string? name = null)
    {
        name ??= NewName();
        FiledCase[] cases =
        [
            await FiledAsync(name, form => (form.Grounds.Grounds, form.Contact.Name) = (["nationality"], "Phạm Thị Bí Mật")),
            await FiledAsync(name + "(주)", form => (form.Contact.Name, form.Contact.Language) = ("가려진 사람", "ko")),
            await FiledAsync(name),
        ];
        await CountedAsync();
        return cases;
    }

    private static async Task<WebPage> AskAsync(Browserless supervisor, string number) =>
        await (await supervisor.GetAsync($"/office/patterns/{number}/ask")).SubmitAsync(("Form.Purpose", "OwnMotion"), ("Form.Words", Reason));

    private async Task OpenAsync(Browserless asking, string number)
    {
        await AskAsync(asking, number);
        using var other = await host.SignInAsAsync(Colleagues.Supervisor2);
        await (await other.GetAsync("/office/patterns/" + number)).PressAsync("Agree");
    }

    private Task<string?> NumberAsync(FiledCase filed) => host.StoredAsync(db =>
        db.Set<Pattern>().Where(p => db.Set<RespondentToken>().Any(t => t.CaseId == filed.Id && t.Token == p.Token)).Select(p => p.Number).SingleOrDefaultAsync());

    private async Task<(PatternState State, int Steps)> StateAsync(string number) => await host.StoredAsync(async db =>
    {
        var pattern = await db.Set<Pattern>().Include(p => p.Steps).SingleAsync(p => p.Number == number);
        return (pattern.StateAt(host.Clock.GetUtcNow()), pattern.Steps.Count);
    });

    /// <summary>No word of a page tells a case or whoever filed it.</summary>
    private async Task AssertNobodyAsync(WebPage page, FiledCase[] cases)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var people = await host.StoredAsync(db => db.Set<CasePerson>().Where(p => cases.Select(c => c.Id).Contains(p.CaseId)).Select(p => p.Id).ToListAsync());
        string[] secrets =
        [
            .. cases.SelectMany(one => new[] { one.Id.ToString(), one.Id.ToString("N"), one.Reference, one.CodeId.ToString(), one.Code.ToString()! }),
            .. people.Select(id => id.ToString()),
            "Nguyễn Thị Hoa", "Phạm Thị Bí Mật", "가려진 사람", "Chủ nhà nói", "원곡동", "Vietnam", "2026-10-05", "23 November 2026",
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, page.Document.QuerySelector("main")!.OuterHtml.Replace("· 23 November 2026 12:00", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        Assert.All(secrets.Take(cases.Length * 5), secret => Assert.DoesNotContain(secret, page.Html, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Waits until the portal's own worker has counted what the desks left for it.</summary>
    private async Task CountedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await host.StoredAsync(db => db.Set<OutboxJob>().AnyAsync(j => j.Kind == PatternHandler.JobKind && j.DoneAt == null)))
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
