using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>A recommendation does not vanish when an objection changes what was decided.</summary>
[Trait("Category", "Database")]
public sealed class ChangedOutcomeTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task What_was_sent_stays_on_the_persons_page_and_is_answered_all_the_same()
    {
        var (filed, id) = await host.Given.ARecommendationAsync();
        await ChangeAsync(filed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var form = await office.GetAsync($"/office/grievances/{filed.Reference}/recommendations/{id}/reply");
        await form.SubmitAsync(("Form.Reply", "Accepted"), ("Form.RepliedOn", Core.Calendar.Seoul.DateOf(host.Clock.GetUtcNow()).ToString("O")), ("Form.Reasons", "교육을 하겠습니다."));

        Assert.Equal(MeasuresReply.Accepted, await host.StoredAsync(db => db.Recommendations.Where(r => r.Id == id).Select(r => r.Reply).SingleAsync()));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.NotNull((await filer.GetAsync("/en/my-case/status")).Document.QuerySelector("#recommended"));
    }

    [Fact]
    public async Task What_still_waited_is_given_back_and_waits_for_nobody_any_more()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/recommend")).SubmitAsync(("Form.Addressee", "원곡부동산"), ("Form.Text", "거절하지 마십시오."));
        await ChangeAsync(filed);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        Assert.Contains(filed.Reference, (await supervisor.GetAsync("/office")).Words, StringComparison.Ordinal);

        var page = await supervisor.GetAsync($"/office/grievances/{filed.Reference}");
        await page.SendAsync(page.Form("deeds/send-back-recommendation"), null);

        Assert.Null(await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.RecommendationById).SingleAsync()));
        Assert.DoesNotContain(filed.Reference, (await supervisor.GetAsync("/office")).Words, StringComparison.Ordinal);
    }

    // the person objects, and two newcomers change the outcome
    private Task ChangeAsync(FiledCase filed) => host.WithAsync(async services =>
    {
        var grievance = await services.GetRequiredService<PortalDb>().Grievances.Include(g => g.People).Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id);
        var (objections, decisions, approvals, newcomer) = (services.GetRequiredService<ObjectionDesk>(), services.GetRequiredService<DecisionDesk>(), services.GetRequiredService<ApprovalDesk>(), Colleagues.Caseworker2.Actor);
        await objections.ObjectAsync(grievance, new() { Body = "It is not enough." }, "en", Actor.Filer(filed.Id, filed.CodeId), default);
        await decisions.TakeOnObjectionAsync(grievance, affirms: true, newcomer, default);
        List<string?> read = [.. (await decisions.SourcesAsync(grievance, newcomer, default)).Select(choice => choice.Text.NamedAs(null))];
        await decisions.ProposeObjectionAsync(grievance, new() { Stands = false, Reason = "resolved.explained", Answer = "다시 살펴보았습니다.", Sources = read }, newcomer, default);
        await approvals.ApproveAsync(grievance, (await approvals.LetterAsync(grievance, default))!.Fingerprint, Colleagues.Supervisor2.Actor, default);
    });
}
