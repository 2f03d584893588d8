using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>A case that nobody reported: a supervisor begins it on what the office saw or read.</summary>
[Trait("Category", "Database")]
public sealed class OwnMotionTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Account = "신문에 내국인만 받는다는 식당이 나왔습니다.";

    [Fact]
    public async Task It_begins_once_under_review_and_without_anybody_who_filed_it()
    {
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);
        var page = await office.GetAsync("/office/grievances/own-motion");

        var details = await page.SubmitAsync(Answers);
        var again = await page.SubmitAsync(Answers);

        Assert.Equal(details.Path, again.Path);
        Assert.Contains("A report in the press", details.Words, StringComparison.Ordinal);
        var begun = await BegunAsync(page);
        Assert.Equal((CaseStatus.UnderReview, Channel.Own, "press", Colleagues.Supervisor.Id), (begun.Status, begun.Channel, begun.OwnSource, begun.HandlerId));
        Assert.Equal((true, true, false), (begun.IsAnonymous, begun.OwnMotionAt is not null, begun.IsSetApart));
        Assert.Equal((0, 0, 0), await host.StoredAsync(async db => (
            await db.Codes.CountAsync(c => c.CaseId == begun.Id), await db.Messages.CountAsync(m => m.CaseId == begun.Id), await db.Set<CasePerson>().CountAsync(p => p.CaseId == begun.Id))));
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == begun.Id && r.Deed == AccessDeed.Change && r.Detail == "file" && r.UserId == Colleagues.Supervisor.Id)));
        Assert.DoesNotContain("/for-the-person", details.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{begun.Reference}/write\"", details.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{begun.Reference}/representatives\"", details.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{begun.Reference}/renew-code\"", details.Html, StringComparison.Ordinal);
        var forged = await office.SendAsync(
            HttpMethod.Post,
            $"/office/grievances/{begun.Reference}/representatives",
            Browserless.Encode([new("Revision", $"{begun.Revision}"), new("Form.Name", "Nguyễn Thị Hoa"), new("__RequestVerificationToken", details.ValueOf("__RequestVerificationToken")!.Split(',')[0])]));
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Equal((0, begun.Revision), await host.StoredAsync(async db => (await db.Set<CasePerson>().CountAsync(p => p.CaseId == begun.Id), await db.Grievances.Where(g => g.Id == begun.Id).Select(g => g.Revision).SingleAsync())));
    }

    [Fact]
    public async Task Without_saying_that_they_have_no_interest_nobody_begins_it()
    {
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);
        var page = await office.GetAsync("/office/grievances/own-motion");

        var refused = await page.SubmitAsync([.. Answers.Where(answer => answer.Item1 != "Form.Affirms")]);

        Assert.Equal((HttpStatusCode.Conflict, Account), (refused.Status, refused.ValueOf("Form.Account")?.Trim()));
        Assert.False(await IsBegunAsync(page));
    }

    [Theory]
    [InlineData("Form.Source", "Form.Source")]
    [InlineData("Form.Account", "Form.Account")]
    [InlineData("Form.WhenWhere.Municipality", "Form.WhenWhere.Municipality")]
    [InlineData("Form.Grounds.Grounds", "Form.Grounds.Grounds")]
    [InlineData("Form.Respondent.Kind", "Form.Respondent.Kind")]
    public async Task What_is_missing_is_asked_for_and_nothing_begins(string without, string mistake)
    {
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);
        var page = await office.GetAsync("/office/grievances/own-motion");

        var again = await page.SubmitAsync([.. Answers.Where(answer => answer.Item1 != without)]);

        Assert.NotNull(again.MistakeAt(mistake));
        Assert.False(await IsBegunAsync(page));
    }

    [Fact]
    public async Task A_caseworker_finds_no_way_to_it()
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.DoesNotContain("own-motion", (await office.GetAsync("/office/grievances")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync("/office/grievances/own-motion")).Status);
    }

    private static (string, string)[] Answers =>
    [
        ("Form.Source", "press"), ("Form.Account", Account), ("Form.WhenWhere.Municipality", Colleagues.Ansan), ("Form.Grounds.Grounds", "nationality"), ("Form.Grounds.Sectors", "goods-services"),
        ("Form.Respondent.Kind", "business"), ("Form.Respondent.Name", "예시식당"), ("Form.Affirms", "true"),
    ];

    private Task<Grievance> BegunAsync(WebPage page) => host.StoredAsync(db => db.Grievances.AsNoTracking().SingleAsync(g => g.SentFrom == Guid.Parse(page.ValueOf("Form.Token")!)));

    private Task<bool> IsBegunAsync(WebPage page) => host.StoredAsync(db => db.Grievances.AnyAsync(g => g.SentFrom == Guid.Parse(page.ValueOf("Form.Token")!)));
}
