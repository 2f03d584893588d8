using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Goals;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>A goal counts once the person agreed to it, on their own page or as a colleague kept it.</summary>
[Trait("Category", "Database")]
public sealed class GoalTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Actor Caseworker = Colleagues.Caseworker.Actor;

    [Fact]
    public async Task A_goal_is_written_by_the_office_and_agreed_to_on_the_persons_own_page()
    {
        var filed = await InHandAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Of(filed));
        Assert.Equal(3, (await page.SendAsync(page.Form("Form.Words"), null, ("Form.Words", ""))).Summary.Count);
        var person = page.Document.QuerySelector("select[name='Form.Person'] option[value]:not([value=''])")!.GetAttribute("value")!;
        var kept = await page.SendAsync(
            page.Form("Form.Words"), null, ("Form.Person", person), ("Form.Words", "한국어 초급을 마친다"), ("Form.InTheirLanguage", "أنهي المستوى الأول"), ("Form.ReachBy", Day(90)));
        Assert.Contains("Waits for their word", kept.Words, StringComparison.Ordinal);

        using var mine = await host.ComeBackAsync(filed.CodeId);
        var shown = await mine.GetAsync("/en/my-case/support/plan");
        Assert.Contains("أنهي المستوى الأول", shown.Words, StringComparison.Ordinal);
        var agreed = await shown.SendAsync(shown.Form("handler=Agree"), null);
        Assert.Contains("You agreed on", agreed.Words, StringComparison.Ordinal);

        var goal = await GoalAsync(filed);
        Assert.True(goal is { State: GoalState.Agreed, AgreedHow: null, AgreementKeptById: null });
        await SaysAsync("goal.not-to-agree", filed, (desk, one) => desk.AgreeAsync(one, goal.Id, Actor.Filer(filed.Id, filed.CodeId), CancellationToken.None));
        await WithAsync(filed, (desk, one) => desk.CloseAsync(one, goal.Id, reached: true, Caseworker, CancellationToken.None));
        Assert.Equal(GoalState.Reached, (await GoalAsync(filed)).State);
        await SaysAsync("goal.closed-already", filed, (desk, one) => desk.CloseAsync(one, goal.Id, reached: false, Caseworker, CancellationToken.None));
    }

    [Fact]
    public async Task A_colleague_keeps_how_somebody_agreed_who_has_no_page()
    {
        var filed = await InHandAsync();
        var id = await SetAsync(filed);
        await SaysAsync("goal.not-agreed", filed, (desk, one) => desk.CloseAsync(one, id, reached: true, Caseworker, CancellationToken.None));

        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Of(filed));
        Assert.Single((await page.SendAsync(page.Form("Agreement.How"), null, ("Agreement.How", ""))).Summary);
        var kept = await page.SendAsync(page.Form("Agreement.How"), null, ("Agreement.How", "통역인과 함께 전화로 읽어 드림"));

        Assert.Contains("통역인과 함께 전화로 읽어 드림", kept.Words, StringComparison.Ordinal);
        Assert.Equal((GoalState.Agreed, Caseworker.UserId), ((await GoalAsync(filed)).State, (await GoalAsync(filed)).AgreementKeptById));
        await SaysAsync("goal.not-to-agree", filed, (desk, one) => desk.KeepAgreementAsync(one, id, new() { How = "다시" }, Caseworker, CancellationToken.None));
    }

    [Fact]
    public async Task What_somebody_agreed_to_is_never_changed_and_nothing_is_reached_without_it()
    {
        var filed = await InHandAsync();
        var id = await SetAsync(filed);

        await NotWrittenAsync($"update case_goals set reach_by = reach_by + 1 where id = {id}");
        await NotWrittenAsync($"update case_goals set state = 'Reached', agreed_at = now(), closed_at = now(), closed_by_id = {Caseworker.UserId} where id = {id}");
        await SaysAsync("goal.no-such-person", filed, (desk, one) => desk.SetAsync(one, Form(Guid.NewGuid()), Caseworker, CancellationToken.None));
        await SaysAsync("goal.not-there", filed, (desk, one) => desk.CloseAsync(one, Guid.NewGuid(), reached: false, Caseworker, CancellationToken.None));
        using var stranger = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Of(filed))).Status);
    }

    private static string Of(FiledCase filed) => $"/office/support/{filed.Reference}/goals";

    private async Task<FiledCase> InHandAsync()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);
        return filed;
    }

    private SetGoal Form(Guid person) => new() { Person = person, Words = "한국어 초급을 마친다", ReachBy = Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(90) };

    private async Task<Guid> SetAsync(FiledCase filed)
    {
        var person = await host.StoredAsync(db => db.Set<HouseholdPerson>().Where(one => one.CaseId == filed.Id && one.IsApplicant).Select(one => one.Key).SingleAsync());
        var id = Guid.Empty;
        await host.DoAsync(filed, async (services, one) => id = await services.GetRequiredService<GoalDesk>().SetAsync(one, Form(person), Caseworker, CancellationToken.None));
        return id;
    }

    private Task<CaseGoal> GoalAsync(FiledCase filed) => host.StoredAsync(db => db.Set<CaseGoal>().SingleAsync(goal => goal.CaseId == filed.Id));

    private string Day(int ahead) => Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // as the portal's own user, who may not at all or is told no by a rule
    private async Task NotWrittenAsync(FormattableString sql) => Assert.Contains(
        (await Assert.ThrowsAsync<PostgresException>(() => host.WithAsync(services => services.GetRequiredService<PortalDb>().Database.ExecuteSqlAsync(sql)))).SqlState,
        new[] { PostgresErrorCodes.CheckViolation, PostgresErrorCodes.InsufficientPrivilege });

    private Task WithAsync(FiledCase filed, Func<GoalDesk, SupportApplication, Task> deed) => host.DoAsync(filed, (services, one) => deed(services.GetRequiredService<GoalDesk>(), one));

    private async Task SaysAsync(string code, FiledCase filed, Func<GoalDesk, SupportApplication, Task> deed)
    {
        var before = await StandsAsync();
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => WithAsync(filed, deed))).Refusal.Code);
        Assert.Equal(before, await StandsAsync());

        Task<string> StandsAsync() => host.StoredAsync(async db => string.Join(';', await db.Set<CaseGoal>().Where(goal => goal.CaseId == filed.Id).Select(goal => goal.State.ToString() + goal.AgreedAt).ToListAsync())
            + await db.Events.CountAsync(e => e.CaseId == filed.Id));
    }
}
