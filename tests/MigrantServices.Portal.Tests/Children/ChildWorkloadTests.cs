using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Workday;
using MigrantServices.Testing.Hosting;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Children's cases count where colleagues see what waits: in the daily round, in the load, and in the check of a month.</summary>
[Trait("Category", "Database")]
public sealed class ChildWorkloadTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Gwacheon = "41290";
    private const string Anseong = "41550";
    private const string Pyeongtaek = "41220";
    private const string Siheung = "41390";

    [Fact]
    public async Task The_round_counts_alarms_decisions_papers_and_offers_for_those_who_can_do_something()
    {
        var (officer, supervisor, second, elsewhere) = (await OfAsync(Role.MunicipalOfficer, Gwacheon), await OfAsync(Role.Supervisor, Gwacheon), await OfAsync(Role.Caseworker, Gwacheon), await OfAsync(Role.Supervisor, Anseong));
        var proposed = await ProposedAsync();
        await host.DeedAsync(proposed, new() { Deed = ChildConfirmation.RaiseAlarm.Code, Codes = ["police-112"], Words = "다친 흔적이 있음." }, Colleagues.Caseworker.Actor);
        await host.PressAsync(await ProposedAsync(), ChildConfirmation.ApproveConfirmation.Code, Colleagues.Supervisor.Actor);
        var offered = await host.ATakenChildAsync(form => form.Place.City = Gwacheon);
        await host.DeedAsync(offered, new() { Deed = ChildConfirmation.OfferTransfer.Code, Code = Anseong }, Colleagues.Caseworker.Actor);

        var round = await RoundAsync();

        Assert.Equal((1, 0, 1, 0), Of(officer));
        Assert.Equal((1, 1, 1, 0), Of(supervisor));
        Assert.Equal((1, 0, 1, 0), Of(second));
        Assert.Equal((0, 0, 0, 1), Of(elsewhere));
        // whoever proposed or agreed does not issue
        Assert.Equal((0, 0), (round[Colleagues.Caseworker.Id][(int)RoundThing.ToIssue], round[Colleagues.Supervisor.Id][(int)RoundThing.ToIssue]));

        (int, int, int, int) Of(Colleague colleague) => round.TryGetValue(colleague.Id, out var counts)
            ? (counts[(int)RoundThing.Alarms], counts[(int)RoundThing.ChildProposals], counts[(int)RoundThing.ToIssue], counts[(int)RoundThing.Offered])
            : default;

        async Task<FiledCase> ProposedAsync()
        {
            var filed = await host.ATakenChildAsync(form => form.Place.City = Gwacheon);
            await host.FindFactsAsync(filed.Reference, Colleagues.Caseworker.Actor);
            await host.PressAsync(filed, ChildConfirmation.ProposeConfirmation.Code, Colleagues.Caseworker.Actor);
            return filed;
        }
    }

    [Fact]
    public async Task What_is_closed_to_a_colleague_waits_for_them_with_nothing()
    {
        var officer = await OfAsync(Role.MunicipalOfficer, Pyeongtaek);
        var filed = await host.ATakenChildAsync(form => form.Place.City = Pyeongtaek);
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.RaiseAlarm.Code, Codes = ["police-112"], Words = "다친 흔적이 있음." }, Colleagues.Caseworker.Actor);
        Assert.Equal(1, (await RoundAsync())[officer.Id][(int)RoundThing.Alarms]);

        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"update cases set closed_to = array[{officer.Id}]::uuid[] where id = {filed.Id}"));

        Assert.False((await RoundAsync()).ContainsKey(officer.Id));
    }

    [Fact]
    public async Task The_load_and_the_month_count_children_in_ones_own_places_only()
    {
        const string Bucheon = "41190";
        var (supervisor, elsewhere) = (await OfAsync(Role.Supervisor, Bucheon), await OfAsync(Role.Supervisor, "41220"));
        await host.ATakenChildAsync(form => form.Place.City = Bucheon);
        var late = await host.ATakenChildAsync(form => form.Place.City = Bucheon);
        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"update cases set due_on = '2026-11-02', received_at = '2026-10-05T12:00:00+09' where id = {late.Id}"));
        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"update cases set due_on = '2027-11-02' where id <> {late.Id} and municipality = {Bucheon}"));

        var (children, all) = await host.WithAsync(async services =>
        {
            var reader = services.GetRequiredService<LoadReader>();
            return (await reader.OfChildrenAsync(supervisor.Actor, default), await reader.OfAllAsync(supervisor.Actor, default));
        });
        var (mine, sum) = (children.Single(load => load.Id == Colleagues.Caseworker.Id), all.Single(load => load.Id == Colleagues.Caseworker.Id));
        Assert.Equal((2, 1), (mine.Open, mine.Overdue));
        Assert.True(sum.Risk >= mine.Risk && sum.Open >= 2);
        var month = await host.WithAsync(services => services.GetRequiredService<MonthReader>().ChildFiguresAsync(new(2026, 10, 1), supervisor.Actor, default));
        Assert.Equal(new ChildMonthFigures(Received: 1, InTime: 0, Late: 0, Extended: 0, Overdue: 1), month);
        Assert.DoesNotContain(await host.WithAsync(services => services.GetRequiredService<LoadReader>().OfChildrenAsync(elsewhere.Actor, default)), load => load.Overdue > 0);
        using var office = await host.SignInAsAsync(supervisor);
        Assert.Equal(2, (await office.GetAsync("/office/load")).Document.QuerySelectorAll("table").Length);
        Assert.Contains("Decided in time", (await (await office.GetAsync("/office/monthly-check?month=2026-10")).SubmitAsync(("Form.Words", "아동 사건도 확인함."))).Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<MonthCheck>().Where(check => check.CheckedById == supervisor.Id).Select(check => check.ChildrenOverdue).SingleAsync()));
    }

    [Fact]
    public async Task A_supervisor_of_grievances_only_learns_nothing_of_children()
    {
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, services: ["DG"], municipalities: ["41590"]);

        Assert.Empty(await host.WithAsync(services => services.GetRequiredService<LoadReader>().OfChildrenAsync(supervisor.Actor, default)));
        Assert.Null(await host.WithAsync(services => services.GetRequiredService<MonthReader>().ChildFiguresAsync(new(2026, 10, 1), supervisor.Actor, default)));
    }

    [Fact]
    public async Task A_child_of_a_city_that_checks_each_year_is_reminded_of_until_it_was_checked()
    {
        var (inSiheung, inGwacheon) = (await host.AConfirmedInAsync(Siheung), await host.AConfirmedInAsync(Gwacheon));
        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"update cases set confirmed_at = '2025-12-10T12:00:00+09' where id in ({inSiheung.Id}, {inGwacheon.Id})"));
        Assert.Equal([inSiheung.Reference], await RemindedAsync());
        Assert.Equal(1, (await RoundAsync())[Colleagues.Caseworker.Id][(int)RoundThing.ChildChecks]);
        Assert.Equal("child.check-in-future", await RefusedAsync(inSiheung, new(2026, 11, 30)));
        Assert.Equal("child.check-before-papers", await RefusedAsync(inSiheung, new(2025, 12, 9)));
        Assert.Equal([inSiheung.Reference], await RemindedAsync());

        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var done = await office.DoAsync(inSiheung, "record-check", ("Form.Code", "as-confirmed"), ("Form.On", "2026-11-20"), ("Form.Words", "아이가 같은 집에서 잘 지냄."));

        Assert.Contains("As it was when confirmed", done.Words, StringComparison.Ordinal);
        Assert.Contains("아이가 같은 집에서 잘 지냄.", done.Words, StringComparison.Ordinal);
        Assert.Empty(await RemindedAsync());
        Assert.Equal(CaseStatus.Confirmed, await host.StatusAsync(inSiheung));
    }

    private async Task<string?> RefusedAsync(FiledCase filed, DateOnly on) => (await Assert.ThrowsAsync<RefusedException>(() => host.DeedAsync(
        filed, new() { Deed = ChildConfirmation.RecordCheck.Code, Code = "as-confirmed", On = on, Words = "봤음" }, Colleagues.Caseworker.Actor))).Refusal.Code;

    private async Task<IEnumerable<string>> RemindedAsync() => await host.WithAsync(async services =>
        (await services.GetRequiredService<ChildDayReader>().ReadAsync(Colleagues.Caseworker.Actor, default))!.Parts.Where(part => part.Section == DaySection.ChildChecks).SelectMany(part => part.Rows).Select(row => row.Reference).ToList());

    private Task<Colleague> OfAsync(Role role, string city) => host.Given.AColleagueAsync(role, municipalities: [city]);

    private Task<IReadOnlyDictionary<Guid, int[]>> RoundAsync() =>
        host.WithAsync(services => services.GetRequiredService<RoundCounts>().AllAsync(host.Clock.GetUtcNow(), CancellationToken.None));
}

/// <summary>Children who were confirmed in a city.</summary>
internal static class ConfirmedInCities
{
    public static Task<FiledCase> AConfirmedInAsync(this PortalHost host, string city) => host.AConfirmedChildAsync(form => form.Place.City = city);
}
