using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Oversight;

/// <summary>A day off at short notice moves what is due, and says so on both sides.</summary>
[Trait("Category", "Database")]
public sealed class HolidaysTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_day_off_that_is_added_moves_open_due_days_and_taking_it_back_moves_them_again()
    {
        var (running, paused) = (await host.Given.AGrievanceAsync(CaseStatus.UnderReview), await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement));
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var before = await DueAsync(running);

        var added = await AddAsync(administrator, "2026-11-27");
        await DoneAsync();

        Assert.Contains("임시공휴일", added.Words, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 12, 2), await DueAsync(running));
        Assert.Null(await DueAsync(paused));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var details = await office.GetAsync($"/office/grievances/{running.Reference}");
        Assert.Contains("the due day moved from 1 December 2026 to 2 December 2026", details.Words, StringComparison.Ordinal);
        using var filer = await host.ComeBackAsync(running.CodeId);
        var status = await filer.GetAsync("/en/my-case/status");
        Assert.Contains("The office answers by 2 December 2026", status.Words, StringComparison.Ordinal);
        Assert.Contains("public holidays changed", status.Words, StringComparison.Ordinal);
        Assert.Single(await host.StoredAsync(db => db.AccessRecords.Where(r => r.CaseId == running.Id && r.Detail == "recount").ToListAsync()));

        await added.PressAsync("Withdraw");
        await DoneAsync();

        Assert.Equal(before, await DueAsync(running));
        var lines = await host.StoredAsync(db => db.Set<AddedDayOff>().Where(d => d.Day == new DateOnly(2026, 11, 27)).ToListAsync());
        Assert.NotNull(Assert.Single(lines).WithdrawnAt);
    }

    [Fact]
    public async Task Days_of_a_system_failure_are_left_out_of_every_open_clock_and_both_sides_read_why()
    {
        var (running, paused) = (await host.Given.AGrievanceAsync(CaseStatus.UnderReview), await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement));
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var before = await DueAsync(running);

        var recorded = await FailAsync(administrator, "2026-11-23", "2026-11-23");
        await DoneAsync();

        Assert.Contains("통합 전산망 장애", recorded.Words, StringComparison.Ordinal);
        Assert.Equal(before!.Value.AddDays(1), await DueAsync(running));
        Assert.Null(await DueAsync(paused));
        using var filer = await host.ComeBackAsync(running.CodeId);
        Assert.Contains("because days on which our system had failed do not count", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("because days on which our system had failed do not count", (await office.GetAsync($"/office/grievances/{running.Reference}")).Words, StringComparison.Ordinal);
        Assert.Contains("The information system had failed from 23 November 2026", (await office.GetAsync($"/office/grievances/{paused.Reference}")).Words, StringComparison.Ordinal);
        Assert.Single(await host.StoredAsync(db => db.Set<CasePause>().Where(p => p.CaseId == running.Id).ToListAsync()));

        var again = await FailAsync(administrator, "2026-11-23", "2026-11-23");
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains(Shipped.Says("refusal.calendar.failure-known"), Assert.Single(again.Summary), StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<SystemFailure>().CountAsync(f => f.From == new DateOnly(2026, 11, 23))));
        await DoneAsync();
        Assert.Equal(before.Value.AddDays(1), await DueAsync(running));
    }

    [Fact]
    public async Task Days_of_a_system_failure_are_left_out_of_the_months_of_a_case_that_should_have_been_answered_before()
    {
        var overdue = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        // it came on Monday, 2 November, was due on the 10th, and has until the 1st of February
        var (came, due, months) = (Seoul.StartOf(new(2026, 11, 2)), new DateOnly(2026, 11, 10), new DateOnly(2027, 2, 1));
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == overdue.Id).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.ReceivedAt, came).SetProperty(g => g.ClockFrom, came).SetProperty(g => g.DueOn, due).SetProperty(g => g.RightsUntil, months)));
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);

        await FailAsync(administrator, "2026-11-17", "2026-11-18");
        await DoneAsync();

        Assert.Equal((due, null, new DateOnly(2027, 2, 3)), await host.StoredAsync(async db =>
        {
            var stored = await db.Grievances.SingleAsync(g => g.Id == overdue.Id);
            return (stored.DueOn!.Value, stored.DueMovedFrom, stored.RightsUntil!.Value);
        }));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("The information system had failed from 17 November 2026", (await office.GetAsync($"/office/grievances/{overdue.Reference}")).Words, StringComparison.Ordinal);
        using var filer = await host.ComeBackAsync(overdue.CodeId);
        Assert.DoesNotContain("Before, it was", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23", "2030-01-01", "Failure.To")]
    [InlineData("2026-11-20", "2026-11-19", "Failure.To")]
    [InlineData("2020-01-01", "2026-11-19", "Failure.From")]
    [InlineData("", "2026-11-19", "Failure.From")]
    public async Task A_failure_that_is_not_over_or_runs_backwards_is_not_recorded(string from, string to, string field)
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);

        var page = await FailAsync(administrator, from, to);

        Assert.NotNull(page.MistakeAt(field));
        Assert.False(await host.StoredAsync(db => db.Set<SystemFailure>().AnyAsync(f => f.To == new DateOnly(2026, 11, 19))));
    }

    private static async Task<WebPage> FailAsync(Browserless administrator, string from, string to) =>
        await (await administrator.GetAsync("/office/holidays")).SubmitAsync(("Failure.From", from), ("Failure.To", to), ("Failure.Words", "통합 전산망 장애"));

    [Theory]
    [InlineData("2026-11-22", "임시공휴일", "관보 1호", "Form.Day")]
    [InlineData("", "임시공휴일", "관보 1호", "Form.Day")]
    [InlineData("2026-12-10", "", "관보 1호", "Form.Name")]
    [InlineData("2026-12-10", "임시공휴일", "", "Form.Source")]
    [InlineData("2026-13-45", "임시공휴일", "관보 1호", "Form.Day")]
    public async Task What_is_wrong_is_said_beside_the_field_and_adds_nothing(string day, string name, string source, string field)
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var before = await CountAsync();

        var page = await (await administrator.GetAsync("/office/holidays"))
            .SubmitAsync(("Form.Day", day), ("Form.Name", name), ("Form.Source", source));

        Assert.NotNull(page.MistakeAt(field));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_rest_day_is_not_added_a_second_time()
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var before = await CountAsync();

        var page = await AddAsync(administrator, "2026-12-25");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(Shipped.Says("refusal.calendar.rest-day-already"), page.Words, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_day_that_has_passed_is_not_taken_back()
    {
        var id = await host.StoredAsync(async db =>
        {
            var past = new AddedDayOff { Day = new(2026, 11, 2), Name = "임시공휴일", Source = "관보", AddedById = Colleagues.Administrator.Id, AddedAt = host.Clock.GetUtcNow() };
            db.Add(past);
            await db.SaveChangesAsync();
            return past.Id;
        });

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            host.WithAsync(s => s.GetRequiredService<DaysOffDesk>().WithdrawAsync(Colleagues.Administrator.Actor, id, default)));

        Assert.Equal("calendar.past-day", refused.Refusal.Code);
        Assert.Null((await host.StoredAsync(db => db.Set<AddedDayOff>().SingleAsync(d => d.Id == id))).WithdrawnAt);
    }

    [Fact]
    public async Task Only_administrators_come_to_this_desk()
    {
        var before = await CountAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(s => s.GetRequiredService<DaysOffDesk>().AddAsync(
            Colleagues.Supervisor.Actor, new() { Day = new(2026, 12, 10), Name = "임시공휴일", Source = "관보" }, default)));

        Assert.Equal("calendar.administrators-only", refused.Refusal.Code);
        Assert.Equal(before, await CountAsync());
    }

    private static async Task<WebPage> AddAsync(Browserless administrator, string day) =>
        await (await administrator.GetAsync("/office/holidays")).SubmitAsync(("Form.Day", day), ("Form.Name", "임시공휴일"), ("Form.Source", "관보 제12345호"));

    private Task<DateOnly?> DueAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.DueOn).SingleAsync());

    private Task<int> CountAsync() => host.StoredAsync(db => db.Set<AddedDayOff>().CountAsync(d => d.WithdrawnAt == null));

    private Task DoneAsync() => host.JobsDoneAsync(RecountHandler.JobKind, Core.Grievances.PutOff.PutOffHandler.JobKind, SystemFailureHandler.JobKind);
}
