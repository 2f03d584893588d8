using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A refusal says what was found not to be met, why, and what can be done against it by when; in Korean and in the family's language.</summary>
[Trait("Category", "Database")]
public sealed class RefusalLetterTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_letter_names_what_is_not_met_the_reasons_and_each_remedy_with_its_day_and_article()
    {
        var (filed, handler) = await DoubtedAsync("unregistered", "lives-here");
        using (handler)
        {
            var form = await handler.GetAsync(Of(filed, "do/propose-refusal"));
            Assert.Contains("The birth is not confirmed anywhere", form.Words, StringComparison.Ordinal);
            Assert.Equal(["lives-elsewhere", "registered"], form.Document.QuerySelectorAll("[name='Form.Code']").Select(choice => choice.GetAttribute("value")).Order());
            await handler.DoAsync(filed, "propose-refusal", ("Form.Code", "registered"), ("Form.Words", "다른 시에서 이미 확인되었습니다."), ("Form.InTheirLanguage", "أكّدتها مدينة أخرى."));
        }

        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        Assert.Contains("Found not to be met", (await supervisor.GetAsync(Of(filed))).Words, StringComparison.Ordinal);
        await host.PressAsync(supervisor, filed, "approve-refusal");

        var (korean, arabic) = await LetterAsync(filed);
        Assert.All(
            (string[])["출생이 확인되어 있지 않다", "경기도에 산다", "제3조", "서류가 없다는 것은 이유가 아닙니다", "다른 시에서 이미 확인되었습니다.", "이의신청", "2027년 1월 22일까지", "제35조", "행정심판", "행정심판법 제27조", "행정소송", "행정소송법 제20조", "2027년 2월 21일까지", "1331", "110", "국적이나 체류자격이 생기지 않습니다"],
            words => Assert.Contains(words, korean, StringComparison.Ordinal));
        Assert.All(
            (string[])["الولادة غير مؤكَّدة في أي جهة", "يعيش الطفل في كيونغي", "غياب ورقة لم يكن سبباً", "أكّدتها مدينة أخرى.", "اعتراض لدى هذا المكتب", "المادة 35", "طعن إداري", "المادة 27", "دعوى أمام المحكمة الإدارية", "المادة 20", "1331", "2027"],
            words => Assert.Contains(words, arabic, StringComparison.Ordinal));
        Assert.DoesNotContain("대한민국에서 태어났다", korean, StringComparison.Ordinal);
        using var parent = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("دعوى أمام المحكمة الإدارية", (await parent.GetAsync("/ar/my-case/child")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_that_are_taken_back_leave_with_each_way_against_it_its_day_and_article()
    {
        var filed = await host.AConfirmedChildAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.ProposeRevocation.Code, Code = "registered-since", Words = "등록됨" }, Colleagues.Caseworker.Actor);
        await host.PressAsync(filed, ChildConfirmation.ApproveRevocation.Code, Colleagues.Supervisor.Actor);

        var (korean, arabic) = await LetterAsync(filed);

        Assert.All((string[])["이의신청", "2027년 1월 22일까지", "제35조", "행정심판법 제27조", "행정소송법 제20조", "2027년 2월 21일까지", "1331"], words => Assert.Contains(words, korean, StringComparison.Ordinal));
        Assert.All((string[])["طعن إداري", "المادة 27", "1331"], words => Assert.Contains(words, arabic, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reason_whose_criterion_nobody_refuted_is_refused_and_changes_nothing()
    {
        var (filed, handler) = await DoubtedAsync("unregistered");
        using var office = handler;

        var refused = await (await office.GetAsync(Of(filed, "do/propose-refusal"))).SubmitAsync(("Form.Code", "not-foreign"), ("Form.Words", "국적이 있음"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(CaseStatus.UnderReview, await host.StatusAsync(filed));
        Assert.False(await host.StoredAsync(db => db.Events.AnyAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.ProposeRefusal.Code)));
    }

    [Fact]
    public async Task Where_nothing_was_refuted_no_reason_can_be_chosen()
    {
        var filed = await host.Given.AChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(handler, filed, "take-on");

        var form = await handler.GetAsync(Of(filed, "do/propose-refusal"));

        Assert.Empty(form.Document.QuerySelectorAll("[name='Form.Code']"));
        Assert.Contains("No criterion was found not to be met", form.Words, StringComparison.Ordinal);
    }

    /// <summary>A case in which these criteria were found not to be met, on evidence.</summary>
    private async Task<(FiledCase Filed, Browserless Handler)> DoubtedAsync(params string[] criteria)
    {
        var filed = await host.Given.AChildAsync();
        var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(handler, filed, "take-on");
        await handler.DoAsync(filed, "add-proof", ("Form.Code", "court-paper"), ("Form.On", "2026-11-20"));
        var proof = await host.StoredAsync(db => db.Set<ChildProof>().Where(p => p.CaseId == filed.Id).Select(p => p.Id).SingleAsync());
        foreach (var criterion in criteria)
        {
            await handler.DoAsync(filed, "find-fact", ("Form.Code", criterion), ("Form.IsMet", "false"), ("Form.Proofs", proof.ToString()));
        }

        return (filed, handler);
    }

    private Task<(string Korean, string Theirs)> LetterAsync(FiledCase filed) => host.WithAsync(async services =>
    {
        var letter = await host.StoredAsync(db => db.Messages.Where(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Decision).OrderByDescending(m => m.SentAt).FirstAsync());
        var vault = services.GetRequiredService<Vault>();
        return (vault.Open(letter.InKorean!.Value, letter.Id, SealedField.MessageInKorean), vault.Open(letter.Body, letter.Id, SealedField.Message));
    });
}
