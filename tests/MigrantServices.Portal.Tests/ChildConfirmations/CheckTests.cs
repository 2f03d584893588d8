using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Portal.Web.Checks;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.ChildConfirmations;

/// <summary>Somebody who checks is told one of four things, and nothing tells which but the words that are shown.</summary>
public sealed class CheckTests(PortalHost host) : IClassFixture<PortalHost>
{
    public static TheoryData<string> Languages => ["ko", "en", "vi", "zh-Hans", "ar"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_answer_is_of_one_size_and_shows_one_of_four(string language)
    {
        using var clinic = host.Browser();
        var pages = new List<WebPage>();
        foreach (var (expected, token) in await host.OfEachKindAsync())
        {
            var page = await clinic.PostAsync($"/{language}/check", ("Token", token));

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(["answer-" + expected], page.Document.QuerySelectorAll(".check-answer:not([hidden])").Select(answer => answer.Id!));
            Assert.Equal(4, page.Document.QuerySelectorAll(".check-answer").Length);
            pages.Add(page);
        }

        Assert.Single(pages.Select(page => page.Body.Length).Distinct());
        Assert.Single(pages.Skip(1).Select(Headers).Distinct());
        Assert.All(pages, page => Assert.Equal(("no-referrer", true), (page.Headers["Referrer-Policy"], page.Headers["Cache-Control"].Contains("no-store", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task One_question_is_put_to_the_database_for_each_answer_and_it_is_always_the_same()
    {
        // somebody with a session of their own, which is nobody's business here
        using var clinic = await host.ComeBackAsync((await host.Given.AGrievanceAsync()).CodeId);
        var asked = new List<string>();
        foreach (var (_, token) in await host.OfEachKindAsync())
        {
            asked.Add(string.Join('|', await QuestionsAsync(token)));
            Assert.Empty((await clinic.PostAsync("/en/check", ("Token", token))).Statements);
        }

        Assert.Equal(["select state from card_issues where token_hash = $1"], asked.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_code_that_is_shown_again_is_answered_as_its_papers_stand_now()
    {
        using var clinic = host.Browser();
        var child = await host.AChildAsync();
        var first = await host.IssueAsync(child);
        Assert.Equal(["answer-valid", "answer-valid"], [await AnswerAsync(first), await AnswerAsync(first)]);

        var second = await host.IssueAsync(child with { Old = new(first.Id, CardState.Replaced) });
        Assert.Equal(["answer-replaced", "answer-valid"], [await AnswerAsync(first), await AnswerAsync(second)]);

        await host.EndAsync(second.Id, CardState.Revoked);
        Assert.Equal(["answer-replaced", "answer-expired"], [await AnswerAsync(first), await AnswerAsync(second)]);

        async Task<string> AnswerAsync(IssuedCard card) =>
            (await clinic.PostAsync("/en/check", ("Token", card.Token))).Document.QuerySelector(".check-answer:not([hidden])")!.Id!;
    }

    [Fact]
    public async Task What_is_pasted_may_be_the_whole_address_with_the_lines_end()
    {
        using var clinic = host.Browser();
        var card = await host.IssueAsync(await host.AChildAsync());

        var page = await clinic.PostAsync("/en/check", ("Token", $" https://portal.gg.go.kr/check#{card.Token}\r\n"));

        Assert.Equal("answer-valid", page.Document.QuerySelector(".check-answer:not([hidden])")!.Id);
    }

    [Fact]
    public async Task The_page_itself_shows_no_answer_and_needs_neither_account_nor_cookie()
    {
        using var clinic = host.Browser();

        var page = await clinic.OnceAsync(HttpMethod.Get, "/en/check");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(4, page.Document.QuerySelectorAll(".check-answer[hidden]").Length);
        Assert.DoesNotContain(clinic.Cookies.Keys, name => name != "__Host-language");
        Assert.DoesNotContain("__RequestVerificationToken", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_on_the_card_leads_to_the_page_in_the_readers_language()
    {
        using var clinic = host.Browser();

        var moved = await clinic.OnceAsync(HttpMethod.Get, "/check");
        var card = await host.IssueAsync(await host.AChildAsync());
        var posted = await clinic.OnceAsync(HttpMethod.Post, "/check", Browserless.Encode([KeyValuePair.Create("Token", card.Token)]));

        Assert.Equal((HttpStatusCode.Redirect, "/ko/check"), (moved.Status, moved.Headers["Location"]));
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/ko/check"), (posted.Status, posted.Headers["Location"]));
    }

    [Fact]
    public async Task No_log_no_record_and_no_row_tells_what_was_checked()
    {
        using var clinic = host.Browser();
        var kinds = await host.OfEachKindAsync();
        await OutboxAtRestAsync();
        var before = await RowsAsync();
        var lines = host.Log.Lines.Count;

        foreach (var (_, token) in kinds)
        {
            await clinic.PostAsync("/en/check", ("Token", token));
        }

        var written = host.Log.Lines.Skip(lines).ToList();
        var hasher = host.Services.GetRequiredService<TokenHasher>();
        Assert.Equal(before, await RowsAsync());
        Assert.DoesNotContain(clinic.Cookies.Keys, name => name != "__Host-language");
        foreach (var token in kinds.Select(kind => kind.Token).Where(token => token.Length > 100))
        {
            var hash = hasher.Of(token);
            Assert.DoesNotContain(written, line => line.Contains(token[50..90], StringComparison.Ordinal)
                || line.Contains(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase) || line.Contains(Convert.ToBase64String(hash), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_token_is_in_no_answer_and_in_no_error()
    {
        using var clinic = host.Browser();
        var card = await host.IssueAsync(await host.AChildAsync());
        var answers = new[]
        {
            await clinic.PostAsync("/en/check", ("Token", card.Token)),
            await clinic.PostAsync("/en/check", ("Other", card.Token)),
            await clinic.SendAsync(HttpMethod.Post, "/en/check", new StringContent(card.Token)),
            await clinic.PostAsync("/en/check", ("Token", card.Token + new string('x', 9_000))),
        };

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK], answers.Select(answer => answer.Status));
        Assert.All(answers, answer => Assert.DoesNotContain(card.Token, answer.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_cards_in_a_row_are_answered_and_a_flood_is_told_to_wait()
    {
        using var clinic = host.Browser();
        var before = host.Address;
        host.Address = IPAddress.Parse("192.0.2.99");
        try
        {
            for (var card = 0; card < CheckLimiter.Burst; card++)
            {
                Assert.Equal(HttpStatusCode.OK, (await clinic.PostAsync("/en/check", ("Token", "x"))).Status);
            }

            var refused = await clinic.PostAsync("/en/check", ("Token", "x"));

            Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (refused.Status, refused.Headers["Retry-After"]));
        }
        finally
        {
            host.Address = before;
        }
    }

    [Fact]
    public async Task The_public_keys_are_published_for_everybody()
    {
        using var clinic = host.Browser();

        var page = await clinic.GetAsync("/check/keys.json");

        using var keys = JsonDocument.Parse(page.Html);
        Assert.Equal(host.Services.GetRequiredService<SigningKeys>().CurrentKeyId, keys.RootElement.GetProperty("keys")[0].GetProperty("kid").GetString());
        Assert.DoesNotContain("\"d\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(("application/jwk-set+json", "public, max-age=3600"), (page.Headers["Content-Type"].Split(';')[0], page.Headers["Cache-Control"]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_page_for_checks_without_the_network_comes_as_one_file_that_calls_nobody(string language)
    {
        using var clinic = host.Browser();

        var page = await clinic.GetAsync($"/{language}/check/offline");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("attachment; ", page.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("[src], link, a, img"));
        Assert.Contains("default-src 'none'", page.Document.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Contains(host.Services.GetRequiredService<SigningKeys>().CurrentKeyId, page.Html, StringComparison.Ordinal);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
    }

    // what the database's own driver tells of, for this one check
    private async Task<IReadOnlyList<string>> QuestionsAsync(string token)
    {
        using var check = new Activity("check");
        var asked = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = one =>
            {
                if (one.TraceId == check.TraceId && (one.GetTagItem("db.query.text") ?? one.GetTagItem("db.statement")) is string question)
                {
                    asked.Enqueue(question);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        check.Start();
        await host.WithAsync(services => services.GetRequiredService<CardCheck>().AskAsync(token, CancellationToken.None));
        return [.. asked];
    }

    private static string Headers(WebPage page) => string.Join('\n', page.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}"));

    // every table but the queue, which the portal writes by itself
    // what follows from filing is done in the background, and has nothing to do with the checks
    private async Task OutboxAtRestAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await host.StoredAsync(db => db.Set<OutboxJob>().AnyAsync(job => job.DoneAt == null && job.DueAt <= host.Clock.GetUtcNow(), patience.Token)))
        {
            await Task.Yield();
        }
    }

    private async Task<string> RowsAsync()
    {
        await using var source = NpgsqlDataSource.Create(host.Database.ConnectionString);
        await using var names = source.CreateCommand("select string_agg(format('select %L || count(*) from %I', relname || ' ', relname), ' union all ' order by relname) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('outbox_jobs')");
        await using var counts = source.CreateCommand($"select string_agg(line, '|') from ({await names.ExecuteScalarAsync()}) as lines(line)");
        return (string)(await counts.ExecuteScalarAsync())!;
    }
}
