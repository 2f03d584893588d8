using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Translations stand beside what was told, a second person checks them, and a decision says which version it relied on.</summary>
[Trait("Category", "Database")]
public sealed partial class TranslationTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Korean = "집주인이 외국인에게는 세를 주지 않는다고 했습니다.";

    [Fact]
    public async Task A_translation_stands_beside_the_text_which_stays_and_the_person_does_not_see_it()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var before = await AccountAsync(filed);

        var page = await TranslateAsync(filed, ("Form.Interpreter", "통역인 응우옌"), ("Form.HasConflict", "true"), ("Form.ConflictWords", "같은 교회에 다님"));

        Assert.Contains(Korean, page.Words, StringComparison.Ordinal);
        Assert.Contains("Not checked", page.Words, StringComparison.Ordinal);
        Assert.Contains("통역인 응우옌", page.Words, StringComparison.Ordinal);
        Assert.Contains("같은 교회에 다님", page.Words, StringComparison.Ordinal);
        Assert.Equal(before, await AccountAsync(filed));
        var kept = await OneAsync(filed);
        Assert.DoesNotContain("응우옌", System.Text.Encoding.UTF8.GetString(kept.Interpreter!.Value.Bytes), StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Deed == AccessDeed.Change && r.Detail == "translate")));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.DoesNotContain(Korean, (await filer.GetAsync("/ko/my-case/status")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Words", "Form.Words", "")]
    [InlineData("Form.Kind", "Form.Kind", "")]
    [InlineData("Form.To", "Form.To", "vi")]
    [InlineData("Form.HasConflict", "Form.Interpreter", "통역인 응우옌")]
    public async Task What_is_missing_is_said_beside_the_field_and_nothing_is_kept(string mistakeAt, string field, string value)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);

        var again = await TranslateAsync(filed, (field, value));

        Assert.NotNull(again.MistakeAt(mistakeAt));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<Translation>().CountAsync(t => t.CaseId == filed.Id)));
    }

    [Fact]
    public async Task Whoever_put_it_in_does_not_check_it_and_another_does()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await TranslateAsync(filed);
        var address = $"/office/grievances/{filed.Reference}/translations/{(await OneAsync(filed)).Id}";
        using var second = await host.SignInAsAsync(Colleagues.Caseworker2);
        var theirs = await second.GetAsync(address);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.DoesNotContain("handler=Check", (await office.GetAsync(address)).Html, StringComparison.Ordinal);
        var write = await office.GetAsync($"/office/grievances/{filed.Reference}/note");

        var refused = await write.SendAsync(write.Form("Form.Body"), address + "?handler=Check");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("A colleague has to do that", refused.Words, StringComparison.Ordinal);
        Assert.Equal(CheckState.Unchecked, (await OneAsync(filed)).State);

        var page = await theirs.PressAsync("Check");

        Assert.Contains("Checked by 이서준", page.Words, StringComparison.Ordinal);
        Assert.Equal((CheckState.Checked, Colleagues.Caseworker2.Id), ((await OneAsync(filed)).State, (await OneAsync(filed)).CheckedById!.Value));
    }

    [Fact]
    public async Task A_rejection_has_its_reason()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await TranslateAsync(filed);
        using var second = await host.SignInAsAsync(Colleagues.Caseworker2);
        var page = await second.GetAsync($"/office/grievances/{filed.Reference}/translations/{(await OneAsync(filed)).Id}");

        var again = await page.SubmitAsync(("Form.Reason", ""));
        Assert.NotNull(again.MistakeAt("Form.Reason"));
        Assert.Equal(CheckState.Unchecked, (await OneAsync(filed)).State);

        Assert.Contains("반대로 옮김", (await again.SubmitAsync(("Form.Reason", "반대로 옮김"))).Words, StringComparison.Ordinal);
        Assert.Equal(CheckState.Rejected, (await OneAsync(filed)).State);
    }

    [Theory]
    [InlineData("update translations set state = 'Checked', checked_by_id = added_by_id, checked_at = now() where case_id = {0}")]
    [InlineData("update translations set state = 'Checked' where case_id = {0}")]
    [InlineData("update translations set words = words || words where case_id = {0}")]
    [InlineData("update translations set added_by_id = (select id from users where id <> added_by_id limit 1) where case_id = {0}")]
    [InlineData("update translations set original_version = words where case_id = {0}")]
    public async Task The_database_itself_keeps_words_and_two_people(string sql)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await TranslateAsync(filed);

        await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db =>
            db.Database.ExecuteSqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql, filed.Id))));

        Assert.Equal((CheckState.Unchecked, Colleagues.Caseworker.Id), ((await OneAsync(filed)).State, (await OneAsync(filed)).AddedById));
    }

    [Fact]
    public async Task A_statement_in_no_known_language_is_not_kept()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var before = await host.StoredAsync(db => db.InquiryRecords.CountAsync(r => r.CaseId == filed.Id));

        var page = await (await office.GetAsync($"/office/grievances/{filed.Reference}/records/record-statement")).SubmitAsync(
            ("Form.Code", "witness"), ("Form.On", "2026-11-23"), ("Form.People", "Trần"), ("Form.Language", "xx"), ("Form.Words", "Tôi đã thấy."));

        Assert.NotNull(page.MistakeAt("Form.Language"));
        Assert.Equal(before, await host.StoredAsync(db => db.InquiryRecords.CountAsync(r => r.CaseId == filed.Id)));
    }

    [Fact]
    public async Task A_text_of_another_case_is_not_translated_here()
    {
        var (mine, theirs) = (await host.Given.AGrievanceAsync(CaseStatus.UnderReview), await host.Given.AGrievanceAsync(CaseStatus.UnderReview));
        await TranslateAsync(theirs);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{mine.Reference}/translations/new?text=Account&id={theirs.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{mine.Reference}/translations/{(await OneAsync(theirs)).Id}")).Status);
    }

    private async Task ProposeInVietnameseAsync(FiledCase filed, string kind)
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/propose")).SubmitAsync(
            ("Form.Reason", "resolved.explained"), ("Form.Answer", "설명하였습니다."), ("Form.InTheirLanguage", "Chúng tôi đã giải thích."), ("Form.WordsKind", kind), ("Form.Sources", $"Account:{filed.Id}=original"), ("Form.Sources", $"Hope:{filed.Id}=original"));
        Assert.Equal(CaseStatus.Proposed, await StatusAsync(filed));
    }

    private async Task<FiledCase> ProposedOnATranslationAsync()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await TranslateAsync(filed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await ProposeAsync(office, filed, $"Account:{filed.Id}={(await OneAsync(filed)).Id}", known: true);
        Assert.Equal(CaseStatus.Proposed, await StatusAsync(filed));
        return filed;
    }

    private async Task AssertNotApprovedAsync(FiledCase filed)
    {
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var preview = await supervisor.GetAsync($"/office/grievances/{filed.Reference}/approve");

        var refused = await preview.SendAsync(preview.Form("Seen"), null);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Shipped.Says("refusal.translation.changed-since"), refused.Words, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Proposed, await StatusAsync(filed));
        Assert.False(await host.StoredAsync(db => db.Messages.AnyAsync(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Decision)));
    }

    /// <summary>Translates the account as the caseworker; the given answers take the place of the usual ones.</summary>
    private async Task<WebPage> TranslateAsync(FiledCase filed, params (string Name, string Value)[] but)
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var form = await office.GetAsync($"/office/grievances/{filed.Reference}/translations/new?text=Account&id={filed.Id}");
        var usual = new (string Name, string Value)[] { ("Form.To", "ko"), ("Form.Kind", "Human"), ("Form.Words", Korean) };
        return await form.SubmitAsync([.. usual.ExceptBy(but.Select(one => one.Name), one => one.Name), .. but]);
    }

    private static async Task<WebPage> ProposeAsync(Browserless office, FiledCase filed, string source, bool known = false)
    {
        var form = await office.GetAsync($"/office/grievances/{filed.Reference}/propose");
        return await form.SubmitAsync([("Form.Reason", "resolved.explained"), ("Form.Answer", "설명하였습니다."), ("Form.Sources", source), ("Form.Sources", $"Hope:{filed.Id}=original"), .. known ? [("Form.UncheckedIsKnown", "true")] : Array.Empty<(string, string)>()]);
    }

    // nothing in the portal changes what was told; whoever did it by other means is found out
    private Task ChangeAccountAsync(FiledCase filed) => host.WithAsync(async services =>
    {
        var words = services.GetRequiredService<Vault>().Seal("Tôi viết lại.", filed.Id, SealedField.Account).Bytes;
        await services.GetRequiredService<Core.Storage.PortalDb>().Database.ExecuteSqlAsync($"update cases set account = {words} where id = {filed.Id}");
    });

    private Task<string> AccountAsync(FiledCase filed) =>
        host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => Convert.ToHexString((byte[])(object)g.Account)).SingleAsync());

    private Task<Translation> OneAsync(FiledCase filed) => host.StoredAsync(db => db.Set<Translation>().AsNoTracking().SingleAsync(t => t.CaseId == filed.Id));

    private Task<int> SourcesAsync(FiledCase filed) => host.StoredAsync(db => db.Set<DecisionSource>().CountAsync(s => s.CaseId == filed.Id));

    private Task<CaseStatus> StatusAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Status).SingleAsync());
}
