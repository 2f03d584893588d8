using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>No month of a child is paid twice, also where two cities know it by two cases and neither learns of the other's.</summary>
[Trait("Category", "Database")]
public sealed class ChildcareAcrossCitiesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static Actor Handler => Colleagues.Caseworker.Actor;

    [Fact]
    public async Task A_child_who_has_help_with_daycare_in_one_city_gets_none_for_these_months_in_another()
    {
        const string Icheon = "41500";
        var officer = (await host.Given.AColleagueAsync(Role.MunicipalOfficer, municipalities: [Icheon])).Actor;
        var here = await host.AConfirmedChildAsync(form => (Named(form).Place.City, form.Place.Waits) = (Hwaseong, null));
        await HelpedAsync(here, Daycare, Handler);
        await host.WithAsync(async services => await services.GetRequiredService<ChildcareDesk>().RecordMonthAsync(await OneAsync(services, here), await AwardAsync(services, here), new(2026, 11, 1), Handler, default));
        var there = await host.Given.AChildAsync(form => (form.Place.City, form.Place.Waits) = (Icheon, true));
        await host.PressAsync(there, ChildConfirmation.TakeOn.Code, officer);
        await host.DeedAsync(there, new() { Deed = ChildConfirmation.AddProof.Code, Code = ChildcareDesk.Enrolment, On = new DateOnly(2026, 11, 20) }, officer);
        // agreed to before anybody could know: only later their names are put right
        await HelpedAsync(there, "example-daycare-icheon", officer);
        await host.WithAsync(async services => await services.GetRequiredService<IdentityDesk>().CorrectAsync(await OneAsync(services, there), Named(Given.ChildAnswers()).Child(), officer, default));
        await host.FindSameAsync(here, there);

        Assert.Equal("child.province-looks", await MonthAsync(there, officer));
        var pair = await host.StoredAsync(db => db.Set<CasePair>().Where(p => p.LowerId == there.Id || p.HigherId == there.Id).Select(p => p.Id).SingleAsync());
        await host.WithAsync(async services => await services.GetRequiredService<ChildPairDesk>().JudgeAsync(await OneAsync(services, there), new() { Pair = pair, Verdict = PairVerdict.TheSame, Why = "같은 아동" }, Colleagues.Supervisor.Actor, default));
        Assert.Equal("child.province-looks", await MonthAsync(there, officer));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<ChildcareMonth>().CountAsync(m => m.CaseId == there.Id)));
        await host.WithAsync(async services => await services.GetRequiredService<ChildcareDesk>().StopAsync(await OneAsync(services, there), await AwardAsync(services, there), officer, default));
        Assert.Equal("child.province-looks", await RefusedAsync(() => HelpedAsync(there, "example-daycare-icheon", officer)));

        await host.WithAsync(async services => await services.GetRequiredService<ChildPairDesk>().JudgeAsync(await OneAsync(services, there), new() { Pair = pair, Verdict = PairVerdict.NotTheSame, Why = "다른 아동" }, Colleagues.Supervisor2.Actor, default));
        await HelpedAsync(there, "example-daycare-icheon", officer);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<ChildcareAward>().CountAsync(a => a.CaseId == there.Id && a.State == AwardState.Approved)));
    }

    // a child of its own, filed twice
    private static ApplyForChild Named(ApplyForChild form)
    {
        (form.About.OwnName, form.About.LatinName) = ("Цэцэг Батбаяр", "Tsetseg Batbayar");
        (form.About.Year, form.About.Month, form.About.Day) = ("2022", "7", "30");
        return form;
    }

    private async Task HelpedAsync(FiledCase filed, string daycare, Actor handler)
    {
        await host.WithAsync(async services => await services.GetRequiredService<ChildcareDesk>().ProposeAsync(await OneAsync(services, filed), new() { Daycare = daycare, From = "2026-11", Months = 2 }, handler, default));
        await host.WithAsync(async services => await services.GetRequiredService<ChildcareDesk>().ApproveAsync(
            await OneAsync(services, filed), await services.GetRequiredService<Core.Storage.PortalDb>().Set<ChildcareAward>().SingleAsync(a => a.CaseId == filed.Id && a.State == AwardState.Proposed), Colleagues.Supervisor.Actor, default));
    }

    private Task<string?> MonthAsync(FiledCase filed, Actor handler) => RefusedAsync(() => host.WithAsync(async services =>
        await services.GetRequiredService<ChildcareDesk>().RecordMonthAsync(await OneAsync(services, filed), await AwardAsync(services, filed), new(2026, 11, 1), handler, default)));

    private static async Task<string?> RefusedAsync(Func<Task> deed) => (await Record.ExceptionAsync(deed) as RefusedException)?.Refusal.Code;

    private static Task<ChildcareAward> AwardAsync(IServiceProvider services, FiledCase filed) => services.GetRequiredService<Core.Storage.PortalDb>().Set<ChildcareAward>().SingleAsync(a => a.CaseId == filed.Id);
}
