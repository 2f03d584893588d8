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

/// <content>Months that were entered by mistake, and those before a move.</content>
public sealed partial class ChildcareTests
{
    [Fact]
    public async Task A_month_entered_by_mistake_is_voided_by_two_people_and_free_again()
    {
        var filed = await AwardedAsync();
        Assert.Null(await TryMonthAsync(filed, new(2026, 11, 1)));
        var month = Assert.Single(await MonthsAsync(filed));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await office.GetAsync(Of(filed, $"childcare/{month.Id}/void"))).SubmitAsync(("Form.Reason", "다른 아이의 달을 잘못 입력함."));
        Assert.Null(Assert.Single(await MonthsAsync(filed)).VoidId);
        Assert.Equal("childcare.month-paid", await TryMonthAsync(filed, new(2026, 11, 1)));

        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var asked = await supervisor.GetAsync(Of(filed, $"childcare/{month.Id}/void"));
        Assert.Contains("다른 아이의 달을 잘못 입력함.", asked.Words, StringComparison.Ordinal);
        await asked.PressAsync("Approve");

        var voided = Assert.Single(await MonthsAsync(filed));
        Assert.Equal((month.Id, month.Amount), (voided.Id, voided.Amount));
        Assert.NotNull(voided.VoidId);
        Assert.Contains("Voided", (await office.GetAsync(Of(filed, "childcare"))).Words, StringComparison.Ordinal);
        Assert.Null(await TryMonthAsync(filed, new(2026, 11, 1)));
        Assert.Equal(2, (await MonthsAsync(filed)).Count);
        Assert.Single((await host.WithAsync(services => services.GetRequiredService<ChildcareReader>().TakeAsync(Hwaseong, new(2026, 11, 1), "x", Colleagues.Supervisor.Actor, default)))!, paid => paid.Child == SerialOf(month.ChildId));
    }

    [Fact]
    public async Task A_month_is_asked_to_be_void_once_and_voided_once()
    {
        var filed = await AwardedAsync();
        Assert.Null(await TryMonthAsync(filed, new(2026, 11, 1)));
        var month = Assert.Single(await MonthsAsync(filed));
        Assert.Null(await AskAsync());

        Assert.Equal("childcare.void-asked", await AskAsync());
        Assert.Equal((1, 1), await AskedAsync());
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        await (await supervisor.GetAsync(Of(filed, $"childcare/{month.Id}/void"))).PressAsync("Approve");
        Assert.Equal("childcare.void-already", await AskAsync());
        Assert.Equal((1, 1), await AskedAsync());

        async Task<string?> AskAsync()
        {
            try
            {
                await host.WithAsync(async services => await services.GetRequiredService<ChildcareVoidDesk>().ProposeAsync(
                    await OneAsync(services, filed),
                    await services.GetRequiredService<PortalDb>().Set<ChildcareMonth>().SingleAsync(m => m.Id == month.Id),
                    new() { Reason = "잘못 입력함." },
                    Colleagues.Caseworker.Actor,
                    default));
                return null;
            }
            catch (RefusedException no)
            {
                return no.Refusal.Code;
            }
        }

        Task<(int Voids, int Events)> AskedAsync() => host.StoredAsync(async db => (
            await db.Set<ChildcareVoid>().CountAsync(v => v.MonthId == month.Id), await db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.ProposeMonthVoid.Code)));
    }

    [Fact]
    public async Task Whoever_asked_to_void_a_month_does_not_decide_it_and_the_database_voids_none_without_two()
    {
        var filed = await AwardedAsync();
        Assert.Null(await TryMonthAsync(filed, new(2026, 11, 1)));
        var month = Assert.Single(await MonthsAsync(filed));
        var both = await host.Given.AColleagueAsync(Core.People.Role.Supervisor);
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.HandOver.Code, ColleagueId = both.Id }, Colleagues.Caseworker.Actor);
        using var office = await host.SignInAsAsync(both);
        await (await office.GetAsync(Of(filed, $"childcare/{month.Id}/void"))).SubmitAsync(("Form.Reason", "잘못 입력함."));

        var page = await office.GetAsync(Of(filed, "do/note"));
        Assert.Equal(HttpStatusCode.Conflict, (await page.SendAsync(page.Form("Revision"), Of(filed, $"childcare/{month.Id}/void?handler=Approve"))).Status);

        Assert.Null(Assert.Single(await MonthsAsync(filed)).VoidId);
        await using var app = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);
        await using var alone = app.CreateCommand($"update childcare_months set void_id = (select id from childcare_voids where month_id = '{month.Id}') where id = '{month.Id}'");
        Assert.Equal("childcare_months_void_agreed", (await Assert.ThrowsAsync<PostgresException>(() => alone.ExecuteNonQueryAsync())).ConstraintName);
        await using var same = app.CreateCommand($"update childcare_voids set state = 'Approved', decided_by_id = proposed_by_id, decided_at = now() where month_id = '{month.Id}'");
        Assert.Equal("childcare_voids_two_people", (await Assert.ThrowsAsync<PostgresException>(() => same.ExecuteNonQueryAsync())).ConstraintName);
        Assert.Null(Assert.Single(await MonthsAsync(filed)).VoidId);
    }

    [Fact]
    public async Task The_city_that_paid_enters_the_months_before_the_move_and_no_other_city_does()
    {
        var filed = await AwardedAsync();
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.OfferTransfer.Code, Code = Colleagues.Suwon }, Colleagues.Caseworker.Actor);
        using var suwon = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        await (await suwon.GetAsync("/office/children/offers")).PressAsync("Accept", ("reference", filed.Reference));
        var award = await AwardAsync(filed);
        using var hwaseong = await host.SignInAsAsync(await host.Given.AColleagueAsync(Core.People.Role.MunicipalOfficer, municipalities: [Hwaseong]));
        Assert.Equal(HttpStatusCode.NotFound, (await hwaseong.GetAsync(Of(filed, "childcare"))).Status);

        var list = await hwaseong.GetAsync("/office/children/childcare");
        Assert.DoesNotContain(filed.Reference, list.Html, StringComparison.Ordinal);
        Assert.Contains(SerialOf(award.ChildId), list.Words, StringComparison.Ordinal);
        var elsewhere = await (await suwon.GetAsync("/office/children/offers")).SendAsync(list.Form("handler=Former"), "/office/children/childcare?handler=Former", ("award", award.Id.ToString()), ("paid", "2026-11"));
        Assert.NotEqual(HttpStatusCode.Redirect, elsewhere.Status);
        Assert.Empty(await MonthsAsync(filed));
        await list.SendAsync(list.Form("handler=Former"), "/office/children/childcare?handler=Former", ("award", award.Id.ToString()), ("paid", "2026-11"));

        var paid = Assert.Single(await MonthsAsync(filed));
        Assert.Equal((Hwaseong, new DateOnly(2026, 11, 1)), (paid.Municipality, paid.Month));
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.RecordFormerMonth.Code)));
        Assert.DoesNotContain(SerialOf(award.ChildId), (await hwaseong.GetAsync("/office/children/childcare")).Words, StringComparison.Ordinal);
    }
}
