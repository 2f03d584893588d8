using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Workday;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>What is asked to be destroyed waits in a supervisor's day, and what is held is destroyed by nobody until it is lifted.</summary>
[Trait("Category", "Database")]
public sealed class HoldTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Uiwang = "41430";
    private const string Paju = "41480";

    [Fact]
    public async Task What_somebody_asks_for_stands_in_the_day_and_the_mail_of_whoever_may_decide()
    {
        var (asks, supervisor, elsewhere) = (await OfAsync(Role.Caseworker), await OfAsync(Role.Supervisor), await host.Given.AColleagueAsync(Role.Supervisor, municipalities: ["41220"]));
        var filed = await OverAsync(Uiwang);
        Assert.Equal((0, 0), (await InDayAsync(supervisor, filed), await InRoundAsync(supervisor)));

        await AskAsync(filed, asks);

        Assert.Equal((1, 1), (await InDayAsync(supervisor, filed), await InRoundAsync(supervisor)));
        Assert.Equal((0, 0), (await InDayAsync(asks, filed), await InRoundAsync(asks)));
        Assert.Equal((0, 0), (await InDayAsync(elsewhere, filed), await InRoundAsync(elsewhere)));
        using var office = await host.SignInAsAsync(supervisor);
        Assert.Contains($"/office/children/{filed.Reference}/destroy", (await office.GetAsync("/office")).Document.QuerySelector("section[aria-labelledby='day-children-ToDestroy']")!.InnerHtml, StringComparison.Ordinal);

        await host.WithAsync(async services => await services.GetRequiredService<DestructionDesk>().DeclineAsync(await ConfirmedChildren.OneAsync(services, filed), supervisor.Actor, default));
        Assert.Equal((0, 0), (await InDayAsync(supervisor, filed), await InRoundAsync(supervisor)));
    }

    [Fact]
    public async Task While_it_is_held_nobody_destroys_it_and_nothing_changes()
    {
        var filed = await OverAsync(Paju);
        await AskAsync(filed, Colleagues.Caseworker);
        using var holds = await host.SignInAsAsync(Colleagues.Caseworker2);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var held = await (await holds.GetAsync(Of(filed, "hold"))).SubmitAsync(("Form.Reason", "소송이 계속되고 있습니다."), ("Form.Until", "2027-03-31"));
        Assert.Contains("소송이 계속되고 있습니다.", held.Words, StringComparison.Ordinal);
        Assert.Contains("31 March 2027", held.Words, StringComparison.Ordinal);
        Assert.Equal(0, await InDayAsync(Colleagues.Supervisor, filed));

        var page = await supervisor.GetAsync(Of(filed, "destroy"));
        Assert.Null(page.Document.QuerySelector("form[action*='Destroy']"));
        var refused = await page.SendAsync((await supervisor.GetAsync(Of(filed, "do/note"))).Form("Revision"), Of(filed, "destroy?handler=Destroy"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("held from being destroyed", refused.Summary[0], StringComparison.Ordinal);
        await StillThereAsync(filed);
        var sql = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db =>
            db.Database.ExecuteSqlAsync($"update identity_destructions set state = 'Done', decided_by_id = {Colleagues.Supervisor.Id}, decided_at = now() where case_id = {filed.Id}")));
        Assert.Equal("identity_destructions_not_held", sql.ConstraintName);

        // the day alone lifts nothing, but somebody looks again
        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"set session_replication_role = replica; update destruction_holds set until = '2026-11-20' where case_id = {filed.Id}; set session_replication_role = origin"));
        Assert.Equal(1, await InDayAsync(Colleagues.Supervisor, filed));
        Assert.Equal("child.destruction-held", await TryAsync(filed, services => services.GetRequiredService<DestructionDesk>().DestroyAsync, Colleagues.Supervisor));
        await StillThereAsync(filed);

        var lifted = await (await supervisor.GetAsync(Of(filed, "hold"))).PressAsync("Lift");
        Assert.Contains("Lifted by", lifted.Words, StringComparison.Ordinal);
        var hold = await host.StoredAsync(db => db.Set<DestructionHold>().AsNoTracking().SingleAsync(h => h.CaseId == filed.Id));
        Assert.Equal((Colleagues.Caseworker2.Id, Colleagues.Supervisor.Id), (hold.PlacedById, hold.LiftedById!.Value));
        await (await supervisor.GetAsync(Of(filed, "destroy"))).PressAsync("Destroy");
        Assert.NotNull(await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.IdentityDestroyedAt).SingleAsync()));
        Assert.Equal("child.destroyed", await TryAsync(filed, services => (one, actor, cancel) => services.GetRequiredService<HoldDesk>().HoldAsync(one, Form(), actor, cancel), Colleagues.Caseworker));
    }

    [Fact]
    public async Task It_is_held_once_lifted_by_a_supervisor_only_and_stays_as_it_was_said()
    {
        var filed = await host.ATakenChildAsync();
        Assert.Equal("child.not-held", await TryAsync(filed, services => services.GetRequiredService<HoldDesk>().LiftAsync, Colleagues.Supervisor));
        await host.WithAsync(async services => await services.GetRequiredService<HoldDesk>().HoldAsync(await ConfirmedChildren.OneAsync(services, filed), Form(), Colleagues.Caseworker.Actor, default));

        Assert.Equal("child.held-already", await TryAsync(filed, services => (one, actor, cancel) => services.GetRequiredService<HoldDesk>().HoldAsync(one, Form(), actor, cancel), Colleagues.Caseworker2));
        Assert.Equal("case.wrong-role", await TryAsync(filed, services => services.GetRequiredService<HoldDesk>().LiftAsync, Colleagues.Caseworker));
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await caseworker.GetAsync(Of(filed, "do/note"))).SendAsync((await caseworker.GetAsync(Of(filed, "do/note"))).Form("Revision"), Of(filed, "hold?handler=Lift"))).Status);

        var hold = await host.StoredAsync(db => db.Set<DestructionHold>().AsNoTracking().SingleAsync(h => h.CaseId == filed.Id));
        Assert.Null(hold.LiftedAt);
        await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlAsync($"update destruction_holds set until = '2030-01-01' where case_id = {filed.Id}")));
    }

    [Theory]
    [InlineData("", "2027-01-31", "Form.Reason")]
    [InlineData("소송", "", "Form.Until")]
    [InlineData("소송", "2026-11-23", "Form.Until")]
    public async Task Without_a_reason_or_a_day_that_lies_ahead_nothing_is_held(string reason, string until, string field)
    {
        var filed = await host.ATakenChildAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await (await office.GetAsync(Of(filed, "hold"))).SubmitAsync(("Form.Reason", reason), ("Form.Until", until));

        Assert.NotNull(page.MistakeAt(field));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<DestructionHold>().CountAsync(h => h.CaseId == filed.Id)));
    }

    private static HoldIdentity Form() => new() { Reason = "불복 절차", Until = new(2027, 3, 31) };

    private async Task<FiledCase> OverAsync(string city)
    {
        var filed = await host.Given.AChildAsync(form => (form.Place.City, form.Place.Waits) = (city, true));
        using var family = await host.ComeBackAsync(filed.CodeId);
        await (await family.GetAsync("/en/my-case/child/withdraw")).SubmitAsync(("Revision", "1"));
        return filed;
    }

    private Task AskAsync(FiledCase filed, Colleague by) => host.WithAsync(async services => await services.GetRequiredService<DestructionDesk>()
        .AskAsync(await ConfirmedChildren.OneAsync(services, filed), new() { Ground = "retention-over", Reason = "끝남" }, by.Actor, default));

    private async Task<string> TryAsync(FiledCase filed, Func<IServiceProvider, Func<ChildConfirmation, Actor, CancellationToken, Task>> deed, Colleague by) => (await Assert.ThrowsAsync<RefusedException>(() =>
        host.WithAsync(async services => await deed(services)(await ConfirmedChildren.OneAsync(services, filed), by.Actor, default)))).Refusal.Code;

    private Task<Colleague> OfAsync(Role role) => host.Given.AColleagueAsync(role, municipalities: [Uiwang]);

    private async Task<int> InDayAsync(Colleague colleague, FiledCase filed) => (await host.WithAsync(services => services.GetRequiredService<ChildDayReader>().ReadAsync(colleague.Actor, default)))!
        .Parts.Where(part => part.Section == DaySection.ToDestroy).SelectMany(part => part.Rows).Count(row => row.Reference == filed.Reference);

    private async Task<int> InRoundAsync(Colleague colleague) =>
        (await host.WithAsync(services => services.GetRequiredService<RoundCounts>().AllAsync(host.Clock.GetUtcNow(), default))).TryGetValue(colleague.Id, out var counts) ? counts[(int)RoundThing.ToDestroy] : 0;

    private async Task StillThereAsync(FiledCase filed)
    {
        var one = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => new { c.ChildId, c.IdentityDestroyedAt }).SingleAsync());
        Assert.Null(one.IdentityDestroyedAt);
        Assert.NotNull(await host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(one.ChildId, default)));
        Assert.Equal(DestructionState.Asked, await host.StoredAsync(db => db.Set<IdentityDestruction>().Where(d => d.CaseId == filed.Id).Select(d => d.State).SingleAsync()));
    }
}
