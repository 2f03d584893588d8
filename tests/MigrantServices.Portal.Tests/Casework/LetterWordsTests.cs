using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What one colleague sends in the person's language is a translation with its kind and its check, and so is what was made of the other side's answer.</summary>
[Trait("Category", "Database")]
public sealed class LetterWordsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Vietnamese = "Xin gửi ảnh chụp hợp đồng.";

    private static readonly Dictionary<string, (string Name, string Value)[]> Letters = new(StringComparer.Ordinal)
    {
        ["ask-supplement"] = [("Form.Body", "계약서 사진을 보내 주십시오."), ("Form.Until", "2026-12-07")],
        ["extend"] = [("Form.Days", "3"), ("Form.Reason", "fact-check"), ("Form.Explanation", "사실 확인이 더 필요합니다.")],
        ["extend-rights"] = [("Form.Months", "1"), ("Form.Reason", "fact-check"), ("Form.Explanation", "사실 확인이 더 필요합니다.")],
    };

    [Theory]
    [InlineData("ask-supplement")]
    [InlineData("extend")]
    [InlineData("extend-rights")]
    public async Task What_a_person_wrote_goes_out_and_is_kept_with_its_kind_until_another_checks_it(string page)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var details = await SendAsync(office, filed, page, ("Form.WordsKind", "Human"));

        Assert.Equal(HttpStatusCode.OK, details.Status);
        Assert.Contains("Not checked", details.Words, StringComparison.Ordinal);
        var kept = Assert.Single(await KeptAsync(filed));
        Assert.Equal((TextKind.Letter, "ko", "vi", TranslationKind.Human, CheckState.Unchecked, Colleagues.Caseworker.Id), (kept.Text, kept.From, kept.To, kept.Kind, kept.State, kept.AddedById));
        Assert.True(await host.StoredAsync(db => db.Messages.AnyAsync(m => m.Id == kept.TextId && m.CaseId == filed.Id && m.InKorean != null)));
        using var second = await host.SignInAsAsync(Colleagues.Caseworker2);
        var checking = await second.GetAsync($"/office/grievances/{filed.Reference}/translations/{kept.Id}");
        Assert.Contains(Vietnamese, checking.Words, StringComparison.Ordinal);
        Assert.Contains(Letters[page].First(answer => answer.Name is "Form.Body" or "Form.Explanation").Value, checking.Words, StringComparison.Ordinal);

        await checking.PressAsync("Check");

        Assert.Equal((CheckState.Checked, Colleagues.Caseworker2.Id), ((await KeptAsync(filed))[0].State, (await KeptAsync(filed))[0].CheckedById!.Value));
    }

    [Theory]
    [InlineData("ask-supplement")]
    [InlineData("extend")]
    [InlineData("extend-rights")]
    public async Task A_draft_does_not_go_out_and_what_was_typed_is_still_there(string page)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var before = await StoredAsync(filed);

        // refusal.translation.draft-stays
        var refused = await SendAsync(office, filed, page, ("Form.WordsKind", "Draft"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Shipped.Says("refusal.translation.draft-stays"), refused.Words, StringComparison.Ordinal);
        Assert.Equal(Vietnamese, refused.ValueOf("Form.InTheirLanguage")?.Trim());
        Assert.Equal(before, await StoredAsync(filed));
        Assert.Empty(await KeptAsync(filed));
        Assert.NotNull((await SendAsync(office, filed, page, ("Form.WordsKind", ""))).MistakeAt("Form.WordsKind"));
        Assert.Equal(before, await StoredAsync(filed));
    }

    [Fact]
    public async Task Without_words_of_their_own_language_nothing_was_translated()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        await SendAsync(office, filed, "ask-supplement", ("Form.WordsKind", "Draft"), "");

        Assert.Equal(CaseStatus.AwaitingSupplement, (await StoredAsync(filed)).Status);
        Assert.Empty(await KeptAsync(filed));
    }

    [Fact]
    public async Task The_other_sides_answer_has_its_language_and_a_decision_names_the_version_that_was_read()
    {
        var (filed, id) = await host.Given.AQuestionAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var address = $"/office/grievances/{filed.Reference}/questions/{id}/reply";
        Assert.NotNull((await (await office.GetAsync(address)).SubmitAsync(("Form.RepliedOn", "2026-11-23"), ("Form.Words", "我们从未拒绝。"), ("Form.Language", "xx"))).MistakeAt("Form.Language"));

        var details = await (await office.GetAsync(address)).SubmitAsync(("Form.RepliedOn", "2026-11-23"), ("Form.Words", "我们从未拒绝。"), ("Form.Language", "zh-Hans"));

        Assert.NotNull(details.Document.QuerySelector("p[lang=zh-Hans].user-text"));
        Assert.Equal("zh-Hans", await host.StoredAsync(db => db.InquiryRecords.Where(r => r.Id == id).Select(r => r.ReplyLanguage).SingleAsync()));
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/translations/new?text=RespondentReply&id={id}")).SubmitAsync(("Form.To", "ko"), ("Form.Kind", "Human"), ("Form.Words", "거절한 적이 없다고 함."));
        Assert.Equal(("zh-Hans", "ko"), (Assert.Single(await KeptAsync(filed)).From, Assert.Single(await KeptAsync(filed)).To));
        Assert.Contains($"RespondentReply:{id}=", (await office.GetAsync($"/office/grievances/{filed.Reference}/propose")).Html, StringComparison.Ordinal);
    }

    private static async Task<WebPage> SendAsync(Browserless office, FiledCase filed, string page, (string, string) kind, string words = Vietnamese) =>
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/{page}")).SubmitAsync([.. Letters[page], ("Form.InTheirLanguage", words), kind]);

    private Task<List<Translation>> KeptAsync(FiledCase filed) => host.StoredAsync(db => db.Set<Translation>().AsNoTracking().Where(t => t.CaseId == filed.Id).ToListAsync());

    private Task<(CaseStatus Status, int Revision, DateOnly? DueOn, int Messages)> StoredAsync(FiledCase filed) => host.StoredAsync(async db =>
    {
        var one = await db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id);
        return (one.Status, one.Revision, one.DueOn, await db.Messages.CountAsync(m => m.CaseId == filed.Id));
    });
}
