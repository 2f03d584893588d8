using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Help with the costs of daycare: two people, each month once, to the daycare only.</summary>
[Trait("Category", "Database")]
public sealed partial class ChildcareTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Two_people_agree_a_month_is_paid_and_the_city_gets_a_list_without_a_name()
    {
        var filed = await AwardedAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Of(filed, "childcare"));
        await page.SubmitAsync(("Paid.Month", "2026-11"));

        var paid = Assert.Single(await MonthsAsync(filed));
        Assert.Equal((100_000, Daycare, new DateOnly(2026, 11, 1), Hwaseong), (paid.Amount, paid.Daycare, paid.Month, paid.Municipality));
        var list = await (await office.GetAsync("/office/children/childcare")).SubmitAsync(("Form.City", Hwaseong), ("Form.Month", "2026-11"), ("Form.Purpose", "11월 지급"));
        Assert.Equal("text/csv; charset=utf-8", list.Headers["Content-Type"]);
        var serial = await host.WithAsync(services => Task.FromResult(services.GetRequiredService<ChildcareReader>().SerialOf(paid.ChildId)));
        Assert.Contains($"\"{serial}\",\"100000\"", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Salma", list.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("S. A.", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Reference, list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(paid.ChildId.ToString(), list.Html, StringComparison.Ordinal);
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.Deed == AccessDeed.Export && r.Detail == "childcare:41590:2026-11" && r.Words == "11월 지급")));
    }

    [Fact]
    public async Task Whoever_proposed_does_not_approve_and_nothing_changes()
    {
        var filed = await host.AConfirmedChildAsync(InHwaseong);
        var colleague = await host.Given.AColleagueAsync(Core.People.Role.Supervisor);
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.HandOver.Code, ColleagueId = colleague.Id }, Colleagues.Caseworker.Actor);
        using var both = await host.SignInAsAsync(colleague);
        await ProposeAsync(both, filed, "2026-11", "3");
        var award = await AwardAsync(filed);

        var page = await both.GetAsync(Of(filed, "childcare"));
        Assert.DoesNotContain("handler=Approve", page.Html, StringComparison.Ordinal);
        var forged = await page.SendAsync(page.Form("handler=Propose"), Of(filed, "childcare?handler=Approve"), ("award", award.Id.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Equal((AwardState.Proposed, null), await StateAsync(filed));
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        var other = await caseworker.GetAsync(Of(filed, "do/note"));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SendAsync(other.Form("Revision"), Of(filed, "childcare?handler=Approve"), ("award", award.Id.ToString()))).Status);
        Assert.Equal((AwardState.Proposed, null), await StateAsync(filed));
        await using var app = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
        await using var behind = app.CreateCommand($"update childcare_awards set state = 'Approved', decided_by_id = proposed_by_id, decided_at = now() where case_id = '{filed.Id}'");
        Assert.Equal("childcare_awards_two_people", (await Assert.ThrowsAsync<PostgresException>(() => behind.ExecuteNonQueryAsync())).ConstraintName);
    }

    [Fact]
    public async Task Thirty_who_enter_the_same_month_at_once_leave_one()
    {
        var filed = await AwardedAsync();

        var done = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => TryMonthAsync(filed, new(2026, 11, 1))));

        Assert.Equal(1, done.Count(code => code is null));
        Assert.Single(await MonthsAsync(filed));
        Assert.Equal("childcare.month-paid", await TryMonthAsync(filed, new(2026, 11, 1)));
        Assert.Single(await MonthsAsync(filed));
    }

    [Theory]
    [InlineData("2026-10", "childcare.before-award")]
    [InlineData("2026-12", "childcare.month-to-come")]
    [InlineData("2027-02", "childcare.after-award")]
    public async Task A_month_outside_the_award_or_to_come_is_refused(string month, string refusal)
    {
        var filed = await AwardedAsync();

        Assert.Equal(refusal, await TryMonthAsync(filed, Month.Read(month)!.Value));
        Assert.Empty(await MonthsAsync(filed));
    }

    [Theory]
    [InlineData("2025-12", "3")]
    [InlineData("2026-11", "0")]
    [InlineData("2026-11", "-1")]
    [InlineData("2026-11", "1.5")]
    [InlineData("2026-11", "13")]
    [InlineData("2026-11", "many")]
    [InlineData("soon", "1")]
    public async Task What_cannot_be_proposed_leaves_no_award(string from, string months)
    {
        var filed = await host.AConfirmedChildAsync(InHwaseong);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var refused = await ProposeAsync(office, filed, from, months);

        Assert.NotEmpty(refused.Summary);
        Assert.Equal(0, await host.StoredAsync(db => db.Set<ChildcareAward>().CountAsync(a => a.CaseId == filed.Id)));
    }

    [Fact]
    public async Task A_city_that_takes_no_part_pays_nothing_and_months_do_not_overlap()
    {
        var ansan = await host.AConfirmedChildAsync();
        Assert.Equal("childcare.no-pilot", await TryProposeAsync(ansan, Daycare));
        var hwaseong = await AwardedAsync();
        Assert.Equal("childcare.overlaps", await TryProposeAsync(hwaseong, Daycare));
        Assert.Equal("childcare.daycare-elsewhere", await TryProposeAsync(hwaseong, "example-daycare-anseong"));

        Assert.Equal(0, await host.StoredAsync(db => db.Set<ChildcareAward>().CountAsync(a => a.CaseId == ansan.Id)));
        Assert.Equal(1, await host.StoredAsync(db => db.Set<ChildcareAward>().CountAsync(a => a.CaseId == hwaseong.Id)));
    }

    [Fact]
    public async Task It_stops_by_itself_when_another_city_accepts_the_case()
    {
        var filed = await AwardedAsync();
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.OfferTransfer.Code, Code = Colleagues.Suwon }, Colleagues.Caseworker.Actor);
        using var suwon = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        await (await suwon.GetAsync("/office/children/offers")).PressAsync("Accept", ("reference", filed.Reference));

        Assert.Equal((AwardState.Stopped, StopReason.MovedAway), await StateAsync(filed));
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.StopChildcare.Code)));
        Assert.Equal("childcare.after-award", await TryMonthAsync(filed, new(2026, 12, 1), Colleagues.SuwonOfficer));
        Assert.Empty(await MonthsAsync(filed));
    }

    [Fact]
    public async Task It_stops_when_the_confirmation_ends_and_when_the_child_left()
    {
        var revoked = await AwardedAsync();
        await host.DeedAsync(revoked, new() { Deed = ChildConfirmation.ProposeRevocation.Code, Code = "registered-since", Words = "등록됨" }, Colleagues.Caseworker.Actor);
        await host.PressAsync(revoked, ChildConfirmation.ApproveRevocation.Code, Colleagues.Supervisor.Actor);
        Assert.Equal((AwardState.Stopped, StopReason.ConfirmationEnded), await StateAsync(revoked));

        var left = await AwardedAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await office.GetAsync(Of(left, "childcare"))).PressAsync("Stop");
        Assert.Equal((AwardState.Stopped, StopReason.LeftDaycare), await StateAsync(left));
    }

    [Fact]
    public async Task It_stops_at_eighteen()
    {
        var filed = await host.AConfirmedChildAsync(form =>
        {
            InHwaseong(form);
            (form.About.Year, form.About.Month, form.About.Day) = ("2008", "12", "1");
        });
        await host.WithAsync(async services => await services.GetRequiredService<ChildcareDesk>().ProposeAsync(await OneAsync(services, filed), new() { Daycare = Daycare, From = "2026-11", Months = 2 }, Colleagues.Caseworker.Actor, default));
        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.WithAsync(services => services.GetServices<Core.Storage.Outbox.IOutboxHandler>().Single(handler => handler.Kind == AgeHandler.JobKind).HandleAsync("{}", default));

        Assert.Equal((AwardState.Stopped, StopReason.CameOfAge), await StateAsync(filed));
        host.Clock.Advance(TimeSpan.FromDays(-8));
    }

    [Fact]
    public async Task A_paid_month_is_never_changed_and_another_city_gets_no_list()
    {
        var filed = await AwardedAsync();
        Assert.Null(await TryMonthAsync(filed, new(2026, 11, 1)));
        foreach (var sql in new[] { "update childcare_months set amount = 1", "delete from childcare_months" })
        {
            // a connection that comes back from the pool has stepped out of its role
            await using var app = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
            await using var forged = app.CreateCommand(sql);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => forged.ExecuteNonQueryAsync())).SqlState);
        }

        using var suwon = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        Assert.Empty((await suwon.GetAsync("/office/children/childcare")).Document.QuerySelectorAll("input[name='Form.City']"));
        Assert.Null(await host.WithAsync(services => services.GetRequiredService<ChildcareReader>().TakeAsync(Hwaseong, new(2026, 11, 1), "x", Colleagues.SuwonOfficer.Actor, default)));
    }

    [Fact]
    public async Task Nothing_is_awarded_for_months_before_the_help_began_in_the_city()
    {
        var filed = await host.AConfirmedChildAsync(InHwaseong);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(async services => await services.GetRequiredService<ChildcareDesk>().ProposeAsync(
            await OneAsync(services, filed), new() { Daycare = Daycare, From = "2020-01", Months = 2 }, Colleagues.Caseworker.Actor, default)));

        Assert.Equal("childcare.before-start", refused.Refusal.Code);
        Assert.False(await host.StoredAsync(db => db.Set<ChildcareAward>().AnyAsync(a => a.CaseId == filed.Id)));
    }

    private string SerialOf(Guid child) => host.WithAsync(services => Task.FromResult(services.GetRequiredService<ChildcareReader>().SerialOf(child))).GetAwaiter().GetResult();

    private static void InHwaseong(Core.ChildConfirmations.Filing.ApplyForChild form) => form.Place.City = Hwaseong;

    private async Task<FiledCase> AwardedAsync()
    {
        var filed = await host.AConfirmedChildAsync(InHwaseong);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var proposed = await ProposeAsync(office, filed, "2026-11", "3");
        Assert.Empty(proposed.Summary);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        await (await supervisor.GetAsync(Of(filed, "childcare"))).PressAsync("Approve");
        Assert.Equal((AwardState.Approved, null), await StateAsync(filed));
        return filed;
    }

    private static async Task<WebPage> ProposeAsync(Browserless office, FiledCase filed, string from, string months) =>
        await (await office.GetAsync(Of(filed, "childcare"))).SubmitAsync(("Form.Daycare", Daycare), ("Form.From", from), ("Form.Months", months));

    private Task<string?> TryProposeAsync(FiledCase filed, string daycare) => TryAsync(async services => await services.GetRequiredService<ChildcareDesk>()
        .ProposeAsync(await OneAsync(services, filed), new() { Daycare = daycare, From = "2026-11", Months = 1 }, Colleagues.Caseworker.Actor, default));

    private Task<string?> TryMonthAsync(FiledCase filed, DateOnly month, Colleague? by = null) => TryAsync(async services => await services.GetRequiredService<ChildcareDesk>().RecordMonthAsync(
        await OneAsync(services, filed), await services.GetRequiredService<PortalDb>().Set<ChildcareAward>().SingleAsync(a => a.CaseId == filed.Id), month, (by ?? Colleagues.Caseworker).Actor, default));

    private async Task<string?> TryAsync(Func<IServiceProvider, Task> deed)
    {
        try
        {
            await host.WithAsync(deed);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
        catch (DbUpdateConcurrencyException)
        {
            return "somebody-was-faster";
        }
    }

    private Task<List<ChildcareMonth>> MonthsAsync(FiledCase filed) => host.StoredAsync(db => db.Set<ChildcareMonth>().AsNoTracking().Where(m => m.CaseId == filed.Id).ToListAsync());

    private Task<ChildcareAward> AwardAsync(FiledCase filed) => host.StoredAsync(db => db.Set<ChildcareAward>().AsNoTracking().SingleAsync(a => a.CaseId == filed.Id));

    private async Task<(AwardState, StopReason?)> StateAsync(FiledCase filed)
    {
        var award = await AwardAsync(filed);
        return (award.State, award.StoppedBecause);
    }
}
