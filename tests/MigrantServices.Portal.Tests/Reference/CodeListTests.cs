using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Reference;

/// <summary>The procedure is changed by two administrators from a day on, and a case keeps what held when it was received.</summary>
[Trait("Category", "Database")]
public sealed class CodeListTests(PortalHost host) : IClassFixture<PortalHost>
{
    private DateOnly Today => Seoul.DateOf(host.Clock.GetUtcNow());

    [Fact]
    public async Task A_case_received_before_keeps_its_period_and_reasons_and_a_later_one_has_the_new()
    {
        var old = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var (before, day) = (await DueAsync(old), Today.AddDays(1));
        await ApproveAsync(await ProposeAsync("periods", "Replace", "petition.DG", ("Form.EffectiveOn", Iso(day)), ("Form.Length", "10"), ("Form.Unit", "working-days")));
        await ApproveAsync(await ProposeAsync("outcome-reasons", "End", "settled.mediation", ("Form.EffectiveOn", Iso(day))));
        await ApproveAsync(await ProposeAsync("outcome-reasons", "Add", null, [("Form.EffectiveOn", Iso(day)), ("Form.Outcome", "settled"), ("Form.Code", "apology"), .. Texts]));

        host.Clock.Advance(TimeSpan.FromDays(1));
        var late = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);

        Assert.Equal(before, await DueAsync(old));
        Assert.Equal(new DateOnly(2026, 12, 7), await DueAsync(late));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Equal((true, false), await ReasonsAsync(old));
        Assert.Equal((false, true), await ReasonsAsync(late));
        var page = await office.GetAsync($"/office/grievances/{late.Reference}/propose");
        Assert.Contains("They apologised", page.Words, StringComparison.Ordinal);
        Assert.All(ReferenceText.EverybodysLanguages, tag => Assert.NotEmpty(host.Services.GetRequiredService<TextCatalog>().In(tag, "outcome-reasons.settled.apology")));
        var rows = await RowsAsync(Lists.Periods, "petition.DG");
        Assert.Equal([(7, (DateOnly?)day.AddDays(-1)), (10, null)], rows.Select(row => (EntryDetails.Of(row.Details).Length!.Value, row.ValidTo)));

        async Task<(bool Ended, bool New)> ReasonsAsync(FiledCase filed)
        {
            var form = await office.GetAsync($"/office/grievances/{filed.Reference}/propose");
            return (form.Html.Contains("value=\"settled.mediation\"", StringComparison.Ordinal), form.Html.Contains("value=\"settled.apology\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_preview_says_what_becomes_different_and_keeps_nothing()
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var before = await ChangesAsync();

        var preview = await (await administrator.GetAsync("/office/reference/periods/change?kind=Replace&code=objection.DG"))
            .SubmitAsync(("Form.EffectiveOn", Iso(Today.AddDays(5))), ("Form.Length", "21"), ("Form.Unit", "working-days"), ("Form.Source", "규칙 제2호"));

        Assert.Contains("14 working days", preview.Words, StringComparison.Ordinal);
        Assert.Contains("21 working days", preview.Words, StringComparison.Ordinal);
        Assert.Matches("open cases? keeps? what holds now", preview.Words);
        Assert.Equal(before, await ChangesAsync());
    }

    [Theory]
    [InlineData("periods", "Replace", "measures.DG", "Form.Length", "0")]
    [InlineData("periods", "Replace", "measures.DG", "Form.Length", "-2")]
    [InlineData("periods", "Replace", "measures.DG", "Form.Length", "two")]
    [InlineData("periods", "Replace", "measures.DG", "Form.Unit", "fortnights")]
    [InlineData("periods", "Replace", "measures.DG", "Form.EffectiveOn", "2026-11-23")]
    [InlineData("periods", "Replace", "measures.DG", "Form.EffectiveOn", "2020-01-01")]
    [InlineData("periods", "Replace", "measures.DG", "Form.Source", "")]
    [InlineData("pause-reasons", "Add", null, "Form.Until", "2026-12-01")]
    [InlineData("pause-reasons", "Add", null, "Form.Code", "파업")]
    [InlineData("outcome-reasons", "Add", null, "Form.Outcome", "")]
    [InlineData("remedies", "Replace", "human-rights-commission", "Form.Phone", "call me")]
    public async Task What_is_wrong_is_said_beside_the_field_and_changes_nothing(string list, string kind, string? code, string field, string wrong)
    {
        var before = await ChangesAsync();
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        (string Name, string Value)[] right =
        [
            ("Form.EffectiveOn", "2026-12-30"), ("Form.Length", "3"), ("Form.Unit", "months"), ("Form.Source", "법률 제1호"),
            ("Form.Code", code ?? "strike"), ("Form.Outcome", "settled"), ("Form.Phone", "1331"),
        ];

        var page = await SendAsync(administrator, list, kind, code, [.. right.Where(answer => answer.Name != field), (field, wrong)]);

        Assert.NotNull(page.MistakeAt(field));
        Assert.Equal(before, await ChangesAsync());
    }

    [Theory]
    [InlineData("extension-reasons", "Add", "workload", "names all reasons for more time")]
    [InlineData("pause-reasons", "Add", "hearing", "was used before")]
    [InlineData("outcomes", "End", "settled", "still in force")]
    [InlineData("statements-of", "End", "respondent", "cannot work without")]
    [InlineData("office-contacts", "End", "DG", "does not allow")]
    [InlineData("articles", "End", "race:8", "rest on this article")]
    [InlineData("articles", "End", "petitions:8", "rest on this article")]
    public async Task What_a_rule_forbids_is_refused_with_its_reason_and_changes_nothing(string list, string kind, string code, string said)
    {
        var before = await ChangesAsync();
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);

        var page = await SendAsync(administrator, list, kind, code, ("Form.Code", code), ("Form.EffectiveOn", "2026-12-30"), ("Form.Source", "법률 제1호"), ("Form.Phone", "1331"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(said, page.Summary[0], StringComparison.Ordinal);
        Assert.Equal(before, await ChangesAsync());
    }

    [Fact]
    public async Task An_unknown_article_is_refused()
    {
        var before = await ChangesAsync();
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);

        var page = await SendAsync(administrator, "pause-reasons", "End", "expert", ("Form.Code", "expert"), ("Form.EffectiveOn", "2026-12-30"), ("Form.Source", "법률 제1호"), ("Form.Article", "race:99"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(before, await ChangesAsync());
    }

    [Fact]
    public async Task Two_changes_of_one_entry_do_not_begin_on_the_same_day()
    {
        var day = Iso(Today.AddDays(20));
        await ProposeAsync("periods", "Replace", "rights.DG", ("Form.EffectiveOn", day), ("Form.Length", "4"), ("Form.Unit", "months"));
        var before = await ChangesAsync();
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator2);

        var page = await SendAsync(administrator, "periods", "Replace", "rights.DG", ("Form.EffectiveOn", day), ("Form.Length", "5"), ("Form.Unit", "months"), ("Form.Source", "법률 제1호"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(before, await ChangesAsync());
    }

    [Fact]
    public async Task Whoever_proposed_a_change_cannot_approve_it_not_even_in_the_database()
    {
        var id = await ProposeAsync("remedies", "Replace", "civil-rights-commission", ("Form.EffectiveOn", Iso(Today.AddDays(5))), ("Form.Phone", "02-110"));
        using var proposer = await host.SignInAsAsync(Colleagues.Administrator);
        var page = await proposer.GetAsync($"/office/reference/changes/{id}");

        Assert.Null(page.Document.QuerySelector("form[action*='Approve']"));
        var refused = await page.PressAsync("TakeBack");
        var forged = await Assert.ThrowsAsync<RefusedException>(async () =>
        {
            var other = await ProposeAsync("remedies", "Replace", "civil-rights-commission", ("Form.EffectiveOn", Iso(Today.AddDays(6))), ("Form.Phone", "02-110"));
            await host.WithAsync(s => s.GetRequiredService<ReferenceDesk>().ApproveAsync(Colleagues.Administrator.Actor, other, default));
        });
        var sql = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db =>
            db.Database.ExecuteSqlRawAsync("update reference_changes set approved_by_id = proposed_by_id, approved_at = now() where approved_at is null and withdrawn_at is null")));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Equal("reference.needs-a-second-person", forged.Refusal.Code);
        Assert.Equal("reference_changes_two_people", sql.ConstraintName);
        Assert.Single(await RowsAsync(Lists.Remedies, "civil-rights-commission"));
    }

    [Fact]
    public async Task A_new_entry_is_not_published_while_a_language_is_missing()
    {
        var id = await ProposeAsync("pause-reasons", "Add", null, ("Form.EffectiveOn", Iso(Today.AddDays(3))), ("Form.Code", "translation"), ("Form.Texts[ko]", "번역"), ("Form.Texts[en]", "Translation"));
        using var second = await host.SignInAsAsync(Colleagues.Administrator2);
        var seen = await second.GetAsync($"/office/reference/changes/{id}");

        Assert.Contains("Languages without a sentence: Tiếng Việt, 简体中文, العربية", seen.Words, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(s => s.GetRequiredService<ReferenceDesk>().ApproveAsync(Colleagues.Administrator2.Actor, id, default)));
        Assert.Equal("reference.texts-missing", refused.Refusal.Code);
        Assert.Empty(await RowsAsync(Lists.PauseReasons, "translation"));

        using var proposer = await host.SignInAsAsync(Colleagues.Administrator);
        await (await proposer.GetAsync($"/office/reference/changes/{id}")).SubmitAsync(("Form.Texts[vi]", "Dịch"), ("Form.Texts[zh-Hans]", "翻译"), ("Form.Texts[ar]", "الترجمة"));
        await ApproveAsync(id);

        Assert.Single(await RowsAsync(Lists.PauseReasons, "translation"));
        Assert.Equal("الترجمة", host.Services.GetRequiredService<TextCatalog>().In("ar", "pause-reasons.translation"));
    }

    [Fact]
    public async Task An_approved_change_can_be_taken_back_until_its_day_comes()
    {
        var day = Today.AddDays(2);
        var shorter = await ProposeAsync("periods", "Replace", "measures-national.DG", ("Form.EffectiveOn", Iso(day)), ("Form.Length", "60"), ("Form.Unit", "calendar-days"));
        var ended = await ProposeAsync("protections", "End", "medical", ("Form.EffectiveOn", Iso(day)));
        await ApproveAsync(shorter);
        await ApproveAsync(ended);
        await TakeBackAsync(shorter);
        await TakeBackAsync(ended);

        Assert.Null(Assert.Single(await RowsAsync(Lists.Periods, "measures-national.DG")).ValidTo);
        Assert.Null(Assert.Single(await RowsAsync(Lists.Protections, "medical")).ValidTo);
        Assert.True(host.Services.GetRequiredService<ReferenceBook>().Has(Lists.Protections, "medical", day.AddDays(30)));
    }

    [Fact]
    public async Task A_change_on_which_a_later_one_stands_is_not_taken_back()
    {
        var first = await ProposeAsync("periods", "Replace", "site.DG", ("Form.EffectiveOn", Iso(Today.AddDays(10))), ("Form.Length", "15"), ("Form.Unit", "working-days"));
        await ApproveAsync(first);
        await ApproveAsync(await ProposeAsync("periods", "Replace", "site.DG", ("Form.EffectiveOn", Iso(Today.AddDays(20))), ("Form.Length", "16"), ("Form.Unit", "working-days")));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(s => s.GetRequiredService<ReferenceDesk>().TakeBackAsync(Colleagues.Administrator.Actor, first, default)));

        Assert.Equal("reference.changes-later", refused.Refusal.Code);
        Assert.Equal(3, (await RowsAsync(Lists.Periods, "site.DG")).Count);
    }

    [Fact]
    public async Task A_sentence_that_is_too_long_is_not_added_and_neither_is_one_to_a_change_that_is_not_there()
    {
        var id = await ProposeAsync("pause-reasons", "Add", null, ("Form.EffectiveOn", Iso(Today.AddDays(3))), ("Form.Code", "flood"), ("Form.Texts[ko]", "홍수"));
        var (tooLong, shortOne) = (new Dictionary<string, string?> { ["en"] = new('x', ReferenceText.TextMaxLength + 1), ["vi"] = "Lũ" }, new Dictionary<string, string?> { ["en"] = "A flood" });

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(s => s.GetRequiredService<ReferenceDesk>().CompleteAsync(Colleagues.Administrator.Actor, id, tooLong, default)));
        var unknown = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(s => s.GetRequiredService<ReferenceDesk>().CompleteAsync(Colleagues.Administrator.Actor, Guid.CreateVersion7(), shortOne, default)));

        Assert.Equal(("reference.text-too-long", "reference.not-there"), (refused.Refusal.Code, unknown.Refusal.Code));
        Assert.Equal(["ko"], await host.StoredAsync(db => db.Set<ReferenceText>().Where(t => t.ChangeId == id).Select(t => t.Language).ToListAsync()));
    }

    [Theory]
    [InlineData("update reference_items set source = 'x' where list = 'periods'")]
    [InlineData("delete from reference_items where list = 'periods'")]
    public async Task What_was_laid_down_is_not_rewritten_in_the_database_either(string sql) =>
        await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlRawAsync(sql)));

    [Fact]
    public async Task Only_administrators_change_a_list()
    {
        var before = await ChangesAsync();
        var form = new ProposeChange { List = Lists.Protections, Kind = ChangeKind.End, Code = "shelter", EffectiveOn = Today.AddDays(3), Source = "법률 제1호" };

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(s => s.GetRequiredService<ReferenceDesk>().ProposeAsync(Colleagues.Supervisor.Actor, form, default)));

        Assert.Equal("reference.administrators-only", refused.Refusal.Code);
        Assert.Equal(before, await ChangesAsync());
    }

    private static (string, string)[] Texts =>
        [("Form.Texts[ko]", "사과함"), ("Form.Texts[en]", "They apologised"), ("Form.Texts[vi]", "Đã xin lỗi"), ("Form.Texts[zh-Hans]", "已道歉"), ("Form.Texts[ar]", "اعتذروا")];

    private async Task<Guid> ProposeAsync(string list, string kind, string? code, params (string, string)[] answers)
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var form = await administrator.GetAsync($"/office/reference/{list}/change?kind={kind}&code={code}");
        var preview = await form.SubmitAsync([.. answers, ("Form.Source", "법률 제12345호")]);
        var kept = await preview.PressAsync("Propose");
        Assert.StartsWith("/office/reference/changes/", kept.Path, StringComparison.Ordinal);
        return Guid.Parse(kept.Path.Split('/')[^1]);
    }

    private async Task ApproveAsync(Guid id)
    {
        using var second = await host.SignInAsAsync(Colleagues.Administrator2);
        Assert.Equal(HttpStatusCode.OK, (await (await second.GetAsync($"/office/reference/changes/{id}")).PressAsync("Approve")).Status);
        Assert.NotNull(await host.StoredAsync(db => db.Set<ReferenceChange>().Where(c => c.Id == id).Select(c => c.ApprovedAt).SingleAsync()));
    }

    private async Task TakeBackAsync(Guid id)
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await (await administrator.GetAsync($"/office/reference/changes/{id}")).PressAsync("TakeBack")).Status);
    }

    /// <summary>Sends the form of a change, also where the portal would not have shown it.</summary>
    private static async Task<WebPage> SendAsync(Browserless administrator, string list, string kind, string? code, params (string Name, string Value)[] answers)
    {
        var shown = await administrator.GetAsync($"/office/reference/{list}/change?kind={kind}&code={code}");
        var page = shown.Status == HttpStatusCode.OK ? shown : await administrator.GetAsync("/office/reference/periods/change?kind=Replace&code=petition.DG");
        var form = page.Form("Form.Source");
        return await page.SendAsync(form, $"/office/reference/{list}/change?handler=Propose", [("Form.Kind", kind), .. answers]);
    }

    private Task<List<ReferenceItem>> RowsAsync(string list, string code) =>
        host.StoredAsync(db => db.ReferenceItems.AsNoTracking().Where(i => i.List == list && i.Code == code).OrderBy(i => i.ValidFrom).ToListAsync());

    private Task<DateOnly?> DueAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.DueOn).SingleAsync());

    private Task<int> ChangesAsync() => host.StoredAsync(db => db.Set<ReferenceChange>().CountAsync());

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
