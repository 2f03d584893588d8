using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.StartUps;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Tests.RefugeeSupport;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>A start-up is granted by a plan, and each step is paid only when one colleague saw it and another accepted it.</summary>
[Trait("Category", "Database")]
public sealed class StartUpTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Seen = "계약서를 보았음";

    private static readonly Actor Caseworker = Colleagues.Caseworker.Actor, Supervisor = Colleagues.Supervisor.Actor;

    [Fact]
    public async Task A_start_up_is_granted_only_by_a_plan_whose_steps_are_the_grant()
    {
        var (filed, line) = await InHandAsync();

        Assert.Equal("application.plan-missing", await GivenMoney.RefusedAsync(() => PreparedAsync(filed)));
        await PlanAsync(filed, line, (0, 3_000_000), (3, 4_000_000));
        Assert.Equal("application.plan-other-sum", await GivenMoney.RefusedAsync(() => PreparedAsync(filed)));
        await PlanAsync(filed, line, (0, 3_000_000), (900, 5_000_000));
        Assert.Equal("application.plan-other-days", await GivenMoney.RefusedAsync(() => PreparedAsync(filed)));
        Assert.Equal(LineState.Asked, await host.StoredAsync(db => db.Set<SupportLine>().Where(one => one.Id == line).Select(one => one.State).SingleAsync()));

        await PlanAsync(filed, line, (0, 3_000_000), (3, 5_000_000));
        var award = await GrantedAsync(filed);
        Assert.Equal([3_000_000L, 5_000_000L], award.Instalments.OrderBy(part => part.Number).Select(part => part.Won));
        Assert.Equal(8_000_000, award.Won);
        Assert.Equal("", await host.WrongSumsAsync());
    }

    [Fact]
    public async Task A_start_up_runs_to_its_second_step_and_none_is_paid_before_another_accepted_it()
    {
        var (filed, line) = await InHandAsync();
        await PlanAsync(filed, line, (0, 3_000_000), (0, 5_000_000));
        var award = await GrantedAsync(filed);
        var steps = await StepsAsync(filed);

        await NotPaidAsync(award, 1);
        await SaysAsync("milestone.not-reported", filed, (desk, one) => desk.DecideAsync(one, steps[0].Id, agrees: true, Supervisor, CancellationToken.None));
        await SaysAsync("milestone.not-in-turn", filed, (desk, one) => desk.ReportAsync(one, steps[1].Id, new() { Seen = Seen }, Caseworker, CancellationToken.None));
        using (var office = await host.SignInAsAsync(Colleagues.Caseworker))
        {
            var page = await office.GetAsync(Of(filed, line));
            Assert.NotEmpty((await page.SendAsync(page.Form("Report.Seen"), null, ("Report.Seen", ""))).Summary);
            var reported = await page.SendAsync(page.Form("Report.Seen"), null, ("Report.Seen", Seen));
            Assert.Contains(Seen, reported.Words, StringComparison.Ordinal);
            Assert.Null(reported.Document.QuerySelector("button[name=agrees]"));
        }

        await NotPaidAsync(award, 1);
        await SaysAsync("milestone.needs-a-second-person", filed, (desk, one) => desk.DecideAsync(one, steps[0].Id, agrees: true, Caseworker, CancellationToken.None));
        await SaysAsync("milestone.reported-already", filed, (desk, one) => desk.ReportAsync(one, steps[0].Id, new() { Seen = Seen }, Caseworker, CancellationToken.None));
        using (var supervisor = await host.SignInAsAsync(Colleagues.Supervisor))
        {
            var page = await supervisor.GetAsync(Of(filed, line));
            Assert.Equal(HttpStatusCode.OK, (await page.SendAsync(page.Form("handler=Decide"), null, ("agrees", "true"))).Status);
        }

        await host.PayAsync(award, 1);
        await NotPaidAsync(award, 2);
        await WithAsync(filed, (desk, one) => desk.ReportAsync(one, steps[1].Id, new() { Seen = Seen }, Caseworker, CancellationToken.None));
        await WithAsync(filed, (desk, one) => desk.DecideAsync(one, steps[1].Id, agrees: false, Supervisor, CancellationToken.None));
        await NotPaidAsync(award, 2);
        await WithAsync(filed, (desk, one) => desk.ReportAsync(one, steps[1].Id, new() { Seen = Seen }, Caseworker, CancellationToken.None));
        await WithAsync(filed, (desk, one) => desk.DecideAsync(one, steps[1].Id, agrees: true, Supervisor, CancellationToken.None));
        await host.PayAsync(award, 2);

        Assert.Equal((8_000_000L, 8_000_000L), ((await host.AwardAsync(award)).Won, (await host.AwardAsync(award)).PaidWon));
        Assert.Equal("", await host.WrongSumsAsync());
        using var person = await host.ComeBackAsync(filed.CodeId);
        var mine = await person.GetAsync("/en/my-case/support/plan");
        Assert.Contains("A sewing machine", mine.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Seen, mine.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_written_on_its_page_for_a_start_up_before_the_decision()
    {
        var (filed, line) = await InHandAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Of(filed, line));

        var wrong = await page.SendAsync(page.Form("Form.Words"), null, ("Form.Words", ""), ("Form.Steps[0].What", "가게 계약"), ("Form.Steps[0].Won", "12.5"));
        Assert.Equal(5, wrong.Summary.Count);
        Assert.Equal(4, (await page.SendAsync(page.Form("Form.Words"), null, ("Form.Words", ""))).Summary.Count);
        var kept = await page.SendAsync(page.Form("Form.Words"), null, ("Form.Words", "수선 가게"), ("Form.Mentor", "조언자 마루"), ("Form.Provider", "job-centre"), ("Form.Steps[0].What", "가게 계약"), ("Form.Steps[0].DueOn", Day(0)), ("Form.Steps[0].Won", "8,000,000"));
        Assert.Contains("조언자 마루", kept.Words, StringComparison.Ordinal);

        var steps = await StepsAsync(filed);
        await host.PreparedAsync(filed, "start-up", grants: false, Caseworker);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Caseworker, CancellationToken.None));
        await host.ApprovedAsync(filed, Supervisor);
        await SaysAsync("milestone.not-there", filed, (desk, one) => desk.DecideAsync(one, Guid.NewGuid(), agrees: true, Supervisor, CancellationToken.None));
        await SaysAsync("milestone.not-granted", filed, (desk, one) => desk.ReportAsync(one, steps[0].Id, new() { Seen = Seen }, Caseworker, CancellationToken.None));
        var course = await host.ASupportAsync(form => form.Programmes.Chosen = ["korean-class"]);
        await host.TakenOnAsync(course);
        var other = await host.StoredAsync(db => db.Set<SupportLine>().Where(one => one.CaseId == course.Id).Select(one => one.Id).SingleAsync());
        await SaysAsync("plan.no-start-up", course, (desk, one) => desk.WriteAsync(one, other, Form((0, 1)), Caseworker, CancellationToken.None));
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Of(course, other))).Status);
    }

    [Fact]
    public async Task Nobody_changes_a_step_or_accepts_it_alone_whatever_they_write()
    {
        var (filed, line) = await InHandAsync();
        await PlanAsync(filed, line, (0, 8_000_000));
        await GrantedAsync(filed);
        var step = (await StepsAsync(filed))[0].Id;

        await NotWrittenAsync($"update start_up_milestones set won = 9000000 where id = {step}");
        await NotWrittenAsync($"update start_up_milestones set state = 'Accepted', accepted_by_id = {Supervisor.UserId}, accepted_at = now() where id = {step}");
        await WithAsync(filed, (desk, one) => desk.ReportAsync(one, step, new() { Seen = Seen }, Caseworker, CancellationToken.None));
        await NotWrittenAsync($"update start_up_milestones set state = 'Accepted', accepted_by_id = {Caseworker.UserId}, accepted_at = now() where id = {step}");

        Assert.Equal(MilestoneState.Reported, (await StepsAsync(filed))[0].State);
    }

    private static string Of(FiledCase filed, Guid line) => $"/office/support/{filed.Reference}/lines/{line}/plan";

    private async Task<(FiledCase Filed, Guid Line)> InHandAsync()
    {
        await host.FundedAsync("work");
        var filed = await host.ASupportAsync(form => (form.Programmes.Chosen, form.Household.Members) = (["start-up"], [form.Household.Members[0]]));
        await host.TakenOnAsync(filed);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDesk>().SeePapersAsync(one, new() { Deed = "see-papers", Codes = ["business-plan"] }, Caseworker, CancellationToken.None));
        return (filed, await host.StoredAsync(db => db.Set<SupportLine>().Where(one => one.CaseId == filed.Id).Select(one => one.Id).SingleAsync()));
    }

    private Task PlanAsync(FiledCase filed, Guid line, params (int Days, long Won)[] steps) => WithAsync(filed, (desk, one) => desk.WriteAsync(one, line, Form(steps), Caseworker, CancellationToken.None));

    private WritePlan Form(params (int Days, long Won)[] steps) => new()
    {
        Words = "옷 수선 가게",
        Mentor = "조언자 마루",
        Provider = "job-centre",
        Steps = [.. steps.Select(step => new PlanStep
        {
            What = "재봉틀을 들인다",
            InTheirLanguage = "A sewing machine",
            DueOn = Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(step.Days),
            Won = step.Won.ToString(System.Globalization.CultureInfo.InvariantCulture),
        })],
    };

    private string Day(int ahead) => Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task PreparedAsync(FiledCase filed) => host.PreparedAsync(filed, "start-up", grants: true, Caseworker);

    private async Task<Award> GrantedAsync(FiledCase filed)
    {
        await PreparedAsync(filed);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Caseworker, CancellationToken.None));
        await host.ApprovedAsync(filed, Supervisor);
        return await host.StoredAsync(db => db.Set<Award>().Include(award => award.Instalments).SingleAsync(award => award.CaseId == filed.Id));
    }

    private Task<List<Milestone>> StepsAsync(FiledCase filed) => host.StoredAsync(db => db.Set<StartUpPlan>().Where(plan => plan.CaseId == filed.Id)
        .SelectMany(plan => plan.Milestones).OrderBy(step => step.Number).ToListAsync());

    private async Task NotPaidAsync(Award award, int part)
    {
        var before = await host.MoneyAsync();
        Assert.Equal("payment.milestone-open", await GivenMoney.RefusedAsync(() => host.PrepareAsync(award, part)));
        Assert.Equal(before, await host.MoneyAsync());
    }

    // as the portal's own user, who may not at all or is told no by a rule
    private async Task NotWrittenAsync(FormattableString sql) => Assert.Contains(
        (await Assert.ThrowsAsync<PostgresException>(() => host.WithAsync(services => services.GetRequiredService<PortalDb>().Database.ExecuteSqlAsync(sql)))).SqlState,
        new[] { PostgresErrorCodes.CheckViolation, PostgresErrorCodes.InsufficientPrivilege });

    private Task WithAsync(FiledCase filed, Func<StartUpDesk, SupportApplication, Task> deed) => host.DoAsync(filed, (services, one) => deed(services.GetRequiredService<StartUpDesk>(), one));

    private async Task SaysAsync(string code, FiledCase filed, Func<StartUpDesk, SupportApplication, Task> deed)
    {
        var before = await StandsAsync();
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => WithAsync(filed, deed))).Refusal.Code);
        Assert.Equal(before, await StandsAsync());

        async Task<string> StandsAsync() => string.Join(';', (await StepsAsync(filed)).Select(step => step.State.ToString() + step.ReportedById + step.AcceptedById))
            + await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id));
    }
}
