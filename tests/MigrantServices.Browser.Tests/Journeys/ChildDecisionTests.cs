using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>The office says no, or not yet: the family reads why, until when and what it can do, in its own language and in Korean.</summary>
public sealed class ChildDecisionTests(ChildTeam team) : IClassFixture<ChildTeam>
{
    private const string Reasons = "출생이 이미 신고되어 있습니다.";
    private const string InChinese = "孩子的出生已经登记过了。";

    [BrowserFact]
    public async Task A_refusal_goes_out_with_its_reasons_and_no_papers_are_made()
    {
        var filed = await team.Portal.AChildInHandAsync(team.People, form => form.Reach.Language = "zh-Hans");
        await team.Handler.DoAsync(filed.Reference, "add-proof", ("Form.Code", "court-paper"), ("Form.On", "2026-11-20"));
        await team.Handler.OpenAsync(filed.Reference, "/do/find-fact");
        var paper = await team.Handler.Page.Locator("input[name='Form.Proofs']").GetAttributeAsync("value");
        await team.Handler.DoAsync(filed.Reference, "find-fact", ("Form.Code", "unregistered"), ("Form.IsMet", "false"), ("Form.Proofs", paper!));
        await team.Handler.DoAsync(filed.Reference, "propose-refusal", ("Form.Code", "registered"), ("Form.Words", Reasons), ("Form.InTheirLanguage", InChinese));
        team.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await team.Second.PressAsync(filed.Reference, "approve-refusal");

        await using var family = await Family.OfAsync(team.Portal, filed, "zh-Hans");
        await family.OpenAsync();
        await family.ReadsAsync("mychild.status.Refused");
        await family.ReadLetterAsync(InChinese, Reasons, team.Portal.Text("zh-Hans", "child-refusal-reasons.registered"));
        await team.Handler.OpenAsync(filed.Reference, "/papers");
        await team.Handler.SeesAsync("children.papers.none");
    }

    [BrowserFact]
    public async Task More_time_is_taken_with_a_reason_and_the_family_has_notice_of_it()
    {
        var filed = await team.Portal.AChildInHandAsync(team.People);
        await using var family = await Family.OfAsync(team.Portal, filed, "ar");
        await family.OpenAsync();
        var before = await family.Page.Locator(".case-now").InnerTextAsync();
        team.Portal.Clock.Advance(TimeSpan.FromMinutes(1));

        await team.Handler.OpenAsync(filed.Reference, "/extend");
        await team.Handler.Page.AnswerAsync(("Form.Reason", "fact-check"), ("Form.Days", "5"));
        await team.Handler.Page.PressAsync("button[formaction*=Preview]");
        Assert.Equal(1, await team.Handler.Page.Locator(".letter[lang=ar]").CountAsync());
        await team.Handler.Page.GoOnAsync();

        await family.OpenAsync();
        Assert.NotEqual(before, await family.Page.Locator(".case-now").InnerTextAsync());
        await family.ReadLetterAsync(team.Portal.Text("ar", "extension-reasons.fact-check"));
    }
}
