using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.RefugeeSupport;

/// <summary>Programmes are changed by two administrators from a day on, and old terms stay what they were.</summary>
[Trait("Category", "Database")]
public sealed class ProgrammeTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Address = "/office/admin/programme-change";
    private static int _proposed;

    private DateOnly Today => Seoul.DateOf(host.Clock.GetUtcNow());

    private ProgrammeBook Book => host.Services.GetRequiredService<ProgrammeBook>();

    [Fact]
    public async Task An_amount_changes_from_its_day_and_whoever_was_given_help_before_keeps_the_old_one()
    {
        var day = Today.AddDays(10);
        var given = Book.Find("school-start", Today)!;

        await ApproveAsync(await ProposeAsync("Terms", "school-start", ("Form.EffectiveOn", Iso(day)), ("Form.Amount1", "350,000"), ("Form.CeilingWon", "350000"), ("Form.WonInAll", "350000")));

        Assert.Equal([300_000L], Book.Find("school-start", day.AddDays(-1))!.Rules.AmountsWon);
        Assert.Equal([350_000L], Book.Find("school-start", day)!.Rules.AmountsWon);
        Assert.Equal(Book.Find("school-start", day)!.Rules.Papers[0].Substitutes, given.Rules.Papers[0].Substitutes);
        var kept = await host.StoredAsync(db => db.Set<ProgrammeTerms>().SingleAsync(terms => terms.Id == given.Id));
        Assert.Equal([300_000L], kept.Rules.AmountsWon);
        Assert.Equal(day.AddDays(-1), kept.ValidTo);
        Assert.Equal([300_000L], Book.FindTerms(given.Id)!.Rules.AmountsWon);
    }

    [Fact]
    public async Task The_preview_shows_before_and_after_and_keeps_nothing()
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var before = await ChangesAsync();

        var preview = await (await administrator.GetAsync($"{Address}?kind=Terms&code=rent-help")).SubmitAsync(
            ("Form.Amount1", "210000"), ("Form.EffectiveOn", Iso(Today.AddDays(5))), ("Form.Source", "예산 제1호"));

        Assert.Contains("200,000 won / 260,000 won", preview.Words, StringComparison.Ordinal);
        Assert.Contains("210,000 won / 260,000 won", preview.Words, StringComparison.Ordinal);
        Assert.Contains("keeps the terms it began with", preview.Words, StringComparison.Ordinal);
        Assert.Equal(before, await ChangesAsync());
        var again = await preview.PressAsync("Change");
        Assert.Equal("210000", again.ValueOf("Form.Amount1"));
        Assert.Equal(6, again.Document.QuerySelectorAll("[name='Form.Categories'][checked]").Length);
    }

    [Fact]
    public async Task A_new_programme_is_there_from_its_day_on_in_every_language()
    {
        var day = Today.AddDays(3);
        var id = await ProposeAsync("New", null, [("Form.EffectiveOn", Iso(day)), ("Form.Code", "bus-card"), ("Form.Heading", "other"), ("Form.Help", "Voucher"), ("Form.Article", "refugee:7"),
            ("Form.Need", "goods"), ("Form.Covers", "Member"), ("Form.Amount1", "60000"), ("Form.Months", "1"), ("Form.BudgetLine", "living"), .. Names]);
        Assert.Null(Book.Programme("bus-card"));

        await ApproveAsync(id);

        Assert.Null(Book.Find("bus-card", day.AddDays(-1)));
        Assert.Equal([60_000L], Book.Find("bus-card", day)!.Rules.AmountsWon);
        Assert.False(Book.Programme("bus-card")!.IsExample);
        host.Clock.Advance(TimeSpan.FromDays(3));
        using var resident = host.Browser();
        Assert.Contains("بطاقة الحافلة", (await resident.GetAsync("/ar/support")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_programme_takes_nobody_new_from_its_day_on()
    {
        var day = Today.AddDays(4);

        await ApproveAsync(await ProposeAsync("Close", "exchange", ("Form.EffectiveOn", Iso(day))));

        Assert.NotNull(Book.Find("exchange", day.AddDays(-1)));
        Assert.Null(Book.Find("exchange", day));
    }

    [Theory]
    [InlineData("Form.Amount1", "-1")]
    [InlineData("Form.Amount1", "0")]
    [InlineData("Form.Amount1", "1000.5")]
    [InlineData("Form.Amount2", "1000.5")]
    [InlineData("Form.MoreWon", "-200")]
    [InlineData("Form.CeilingWon", "a lot")]
    [InlineData("Form.Months", "")]
    [InlineData("Form.Months", "0")]
    [InlineData("Form.Months", "1.5")]
    [InlineData("Form.MinAge", "-3")]
    [InlineData("Form.ClosesOn", "2026-11-30")]
    [InlineData("Form.EffectiveOn", "2020-01-01")]
    [InlineData("Form.EffectiveOn", "")]
    [InlineData("Form.Source", "")]
    [InlineData("Form.Need", "")]
    public async Task What_is_wrong_is_said_beside_the_field_and_changes_nothing(string field, string wrong)
    {
        var before = await ChangesAsync();
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        (string Name, string Value)[] right = [("Form.EffectiveOn", "2027-12-30"), ("Form.Source", "예산 제1호"), ("Form.Amount1", "210000")];

        var page = await (await administrator.GetAsync($"{Address}?kind=Terms&code=rent-help")).SubmitAsync([.. right.Where(answer => answer.Name != field), (field, wrong)]);

        Assert.NotNull(page.MistakeAt(field));
        Assert.Equal(wrong, page.ValueOf(field));
        Assert.Equal(before, await ChangesAsync());
    }

    [Theory]
    [InlineData("Form.Categories", "f-4", "not there on that day")]
    [InlineData("Form.BudgetLine", "gold", "not there on that day")]
    [InlineData("Form.BudgetLine", "", "budget line is needed")]
    [InlineData("Form.MinAge", "90", "do not fit")]
    public async Task What_a_rule_forbids_is_refused_with_its_reason_and_changes_nothing(string field, string wrong, string said)
    {
        var before = await ChangesAsync();
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var form = await administrator.GetAsync($"{Address}?kind=Terms&code=rent-help");

        var page = await form.SendAsync(form.Form("Form.Source"), $"{Address}?handler=Propose",
            ("Form.EffectiveOn", "2027-12-30"), ("Form.Source", "예산 제1호"), ("Form.Amount1", "210000"), ("Form.MaxAge", "80"), (field, wrong));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(said, page.Summary[0], StringComparison.Ordinal);
        Assert.Equal(before, await ChangesAsync());
    }

    [Fact]
    public async Task Whoever_proposed_a_change_cannot_approve_it_not_even_in_the_database()
    {
        var id = await ProposeAsync("Terms", "living-expense", ("Form.EffectiveOn", Iso(Today.AddDays(5))), ("Form.Months", "4"));
        using var proposer = await host.SignInAsAsync(Colleagues.Administrator);
        var page = await proposer.GetAsync($"{Address}/{id}");

        Assert.Null(page.Document.QuerySelector("form[action*='Approve']"));
        var forged = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(s => s.GetRequiredService<ProgrammeDesk>().ApproveAsync(Colleagues.Administrator.Actor, id, default)));
        var sql = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db =>
            db.Database.ExecuteSqlRawAsync("update programme_changes set approved_by_id = proposed_by_id, approved_at = now() where approved_at is null and withdrawn_at is null")));
        Assert.Equal("programme.needs-a-second-person", forged.Refusal.Code);
        Assert.Equal("programme_changes_two_people", sql.ConstraintName);
        Assert.Equal(3, Book.Find("living-expense", Today.AddDays(9))!.Rules.Months);

        Assert.Equal(HttpStatusCode.OK, (await page.PressAsync("TakeBack")).Status);
        var late = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(s => s.GetRequiredService<ProgrammeDesk>().ApproveAsync(Colleagues.Administrator2.Actor, id, default)));
        Assert.Equal("programme.decided-already", late.Refusal.Code);
        Assert.Single(Book.All("living-expense"));
    }

    [Fact]
    public async Task A_change_whose_day_came_before_it_was_approved_is_refused()
    {
        var id = await ProposeAsync("Terms", "clinic-costs", ("Form.EffectiveOn", Iso(Today.AddDays(1))), ("Form.Months", "4"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        using var second = await host.SignInAsAsync(Colleagues.Administrator2);

        var page = await (await second.GetAsync($"{Address}/{id}")).PressAsync("Approve");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Single(Book.All("clinic-costs"));
    }

    [Fact]
    public async Task Two_changes_of_one_programme_do_not_begin_on_the_same_day()
    {
        var day = Iso(Today.AddDays(20));
        await ProposeAsync("Terms", "maternity-help", ("Form.EffectiveOn", day), ("Form.Months", "8"));
        var before = await ChangesAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(s => s.GetRequiredService<ProgrammeDesk>().ProposeAsync(
            Colleagues.Administrator2.Actor, new() { Kind = ProgrammeChangeKind.Close, Code = "maternity-help", EffectiveOn = DateOnly.Parse(day), Source = "예산 제1호" }, default)));

        Assert.Equal("programme.day-taken", refused.Refusal.Code);
        Assert.Equal(before, await ChangesAsync());
    }

    [Theory]
    [InlineData("update programme_terms set rules = rules || '{\"months\": 99}'")]
    [InlineData("update programme_terms set valid_from = '2020-01-01'")]
    [InlineData("delete from programme_terms")]
    [InlineData("update support_programmes set is_example = false")]
    [InlineData("delete from programme_texts")]
    [InlineData("delete from programme_changes")]
    [InlineData("insert into programme_terms (id, programme_code, valid_from, rules, source) values (gen_random_uuid(), 'shelter', '2030-01-01', '{\"need\": \"housing\", \"months\": 0}', 'x')")]
    public async Task What_was_laid_down_is_not_rewritten_in_the_database_either(string sql)
    {
        await ProposeAsync("Terms", "legal-help", ("Form.EffectiveOn", Iso(Today.AddDays(300 + Interlocked.Increment(ref _proposed)))), ("Form.Months", "8"));

        await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task The_portals_own_role_may_add_and_end_and_no_more()
    {
        var may = await host.StoredAsync(db => db.Database.SqlQueryRaw<bool>(
            """
            select has_column_privilege('portal_app', 'programme_terms', 'valid_to', 'update')
                and not has_column_privilege('portal_app', 'programme_terms', 'rules', 'update')
                and not has_table_privilege('portal_app', 'programme_terms', 'delete')
                and not has_table_privilege('portal_app', 'programme_changes', 'delete')
                and not has_column_privilege('portal_app', 'programme_changes', 'rules', 'update')
                and not has_any_column_privilege('portal_app', 'support_programmes', 'update') as "Value"
            """).SingleAsync());

        Assert.True(may);
    }

    [Fact]
    public async Task Whoever_goes_on_under_old_terms_is_counted_by_those_terms()
    {
        var own = Book.All("interpretation").Select(terms => terms.Id).ToHashSet();

        var kept = await host.StoredAsync(db => new ProgrammeRegister(db, Book, [new Keeper(own)], host.Clock).KeptAsync("interpretation", default));
        var none = await host.StoredAsync(db => new ProgrammeRegister(db, Book, [new Keeper(own)], host.Clock).KeptAsync("counselling", default));

        Assert.Equal(new KeptTerms("some.text", 1), Assert.Single(kept));
        Assert.Equal(0, Assert.Single(none).Count);
    }

    [Fact]
    public async Task Only_administrators_change_a_programme()
    {
        var before = await ChangesAsync();
        var form = new ProposeProgramme { Kind = ProgrammeChangeKind.Close, Code = "shelter", EffectiveOn = Today.AddDays(3), Source = "예산 제1호" };

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(s => s.GetRequiredService<ProgrammeDesk>().ProposeAsync(Colleagues.Supervisor.Actor, form, default)));

        Assert.Equal("programme.administrators-only", refused.Refusal.Code);
        Assert.Equal(before, await ChangesAsync());
    }

    private static (string, string)[] Names => [.. new[] { ("ko", "버스 카드"), ("en", "Bus card"), ("vi", "Thẻ xe buýt"), ("zh-Hans", "公交卡"), ("ar", "بطاقة الحافلة") }
        .SelectMany(one => new[] { ($"Form.Names[{one.Item1}]", one.Item2), ($"Form.Abouts[{one.Item1}]", one.Item2) })];

    private async Task<Guid> ProposeAsync(string kind, string? code, params (string, string)[] answers)
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var form = await administrator.GetAsync($"{Address}?kind={kind}&code={code}");
        var preview = await form.SubmitAsync([.. answers, ("Form.Source", "예산 제12345호")]);
        var kept = await preview.PressAsync("Propose");
        Assert.StartsWith(Address + "/", kept.Path, StringComparison.Ordinal);
        return Guid.Parse(kept.Path.Split('/')[^1]);
    }

    private async Task ApproveAsync(Guid id)
    {
        using var second = await host.SignInAsAsync(Colleagues.Administrator2);
        Assert.Equal(HttpStatusCode.OK, (await (await second.GetAsync($"{Address}/{id}")).PressAsync("Approve")).Status);
        Assert.NotNull(await host.StoredAsync(db => db.Set<ProgrammeChange>().Where(c => c.Id == id).Select(c => c.ApprovedAt).SingleAsync()));
    }

    private Task<int> ChangesAsync() => host.StoredAsync(db => db.Set<ProgrammeChange>().CountAsync());

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Something that was begun under these terms.</summary>
    private sealed class Keeper(HashSet<Guid> own) : ITermsKeeper
    {
        public string TextKey => "some.text";

        public Task<int> CountAsync(IReadOnlyCollection<Guid> terms, CancellationToken cancel) => Task.FromResult(terms.Count(own.Contains));
    }
}
