using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Workday;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>What goes on outside the office that has the case: another city, a receiver, a daycare where no cards are issued.</summary>
[Trait("Category", "Database")]
public sealed class ChildElsewhereTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static Actor Handler => Colleagues.Caseworker.Actor;

    [Fact]
    public async Task A_family_reads_that_another_city_has_its_case()
    {
        var filed = await host.ATakenChildAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("Suwon-si (issues no cards yet)", (await office.GetAsync(Of(filed, "do/offer-transfer"))).Words, StringComparison.Ordinal);
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.OfferTransfer.Code, Code = Colleagues.Suwon }, Handler);

        await host.WithAsync(async services => await services.GetRequiredService<TransferDesk>().AcceptAsync(await OneAsync(services, filed), Colleagues.SuwonOfficer.Actor, default));

        using var parent = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("هذه المدينة لا تصدر البطاقات بعد", (await parent.GetAsync("/ar/my-case/child")).Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.Messages.CountAsync(m => m.CaseId == filed.Id && m.Template == "child-moved.1")));
    }

    [Fact]
    public async Task A_receiver_that_is_silent_or_does_not_know_of_an_end_stands_in_the_day_of_the_handler()
    {
        var (silent, owed) = (await host.AConfirmedChildAsync(), await host.AConfirmedChildAsync());
        foreach (var filed in new[] { silent, owed })
        {
            await host.AgreedAsync(filed, "city-health-centre");
            await host.AReferralOutAsync(filed);
        }

        await host.WithAsync(async services => await services.GetRequiredService<ChildReferralDesk>().RecallAsync(
            await OneAsync(services, owed), await services.GetRequiredService<Core.Storage.PortalDb>().Set<ServiceReferral>().SingleAsync(r => r.CaseId == owed.Id), Handler, default));
        Assert.DoesNotContain(silent.Reference, await DayAsync(DaySection.ReceiverSilent));
        Assert.Equal([owed.Reference], await DayAsync(DaySection.ReceiverOwed));
        var until = await host.StoredAsync(db => db.Set<ServiceReferral>().Where(r => r.CaseId == silent.Id).Select(r => r.LinkEndsAt!.Value).SingleAsync());
        host.Clock.Advance(until - host.Clock.GetUtcNow());

        Assert.Equal([silent.Reference], await DayAsync(DaySection.ReceiverSilent));
        var round = await host.WithAsync(services => services.GetRequiredService<ChildRound>().WaitingAsync(host.Clock.GetUtcNow(), default));
        Assert.Equal([1, 1], new[] { RoundThing.ReceiverSilent, RoundThing.ReceiverOwed }.Select(thing => round.Where(line => line.Thing == thing && line.Colleague == Handler.UserId).Sum(line => line.Count)));
    }

    [Fact]
    public async Task A_city_that_pays_for_daycare_and_issues_no_cards_helps_before_any_confirmation()
    {
        const string Icheon = "41500";
        var filed = await host.ATakenChildAsync(form => (form.Place.City, form.Place.Waits) = (Icheon, true));
        var form = new ProposeChildcare { Daycare = "example-daycare-icheon", From = "2026-11", Months = 3 };
        Assert.Equal("childcare.enrolment-missing", (await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(async services =>
            await services.GetRequiredService<ChildcareDesk>().ProposeAsync(await OneAsync(services, filed), form, Handler, default)))).Refusal.Code);
        Assert.False(await host.StoredAsync(db => db.Set<ChildcareAward>().AnyAsync(a => a.CaseId == filed.Id)));
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.AddProof.Code, Code = ChildcareDesk.Enrolment, On = new DateOnly(2026, 11, 20) }, Handler);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.NotNull((await office.GetAsync(Of(filed, "childcare"))).Form("Form.Daycare"));

        await host.WithAsync(async services => await services.GetRequiredService<ChildcareDesk>().ProposeAsync(await OneAsync(services, filed), form, Handler, default));
        await host.WithAsync(async services => await services.GetRequiredService<ChildcareDesk>().ApproveAsync(await OneAsync(services, filed), await AwardAsync(services, filed), Colleagues.Supervisor.Actor, default));
        await host.WithAsync(async services => await services.GetRequiredService<ChildcareDesk>().RecordMonthAsync(await OneAsync(services, filed), await AwardAsync(services, filed), new(2026, 11, 1), Handler, default));

        Assert.Equal(1, await host.StoredAsync(db => db.Set<ChildcareMonth>().CountAsync(m => m.CaseId == filed.Id && m.Municipality == Icheon)));
        var twice = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into childcare_awards (id, case_id, child_id, municipality, daycare, "from", "to", proposed_by_id, proposed_at, state)
            select gen_random_uuid(), case_id, child_id, municipality, daycare, "from", "to", proposed_by_id, proposed_at, 'Proposed' from childcare_awards where case_id = {filed.Id}
            """)));
        Assert.Equal("childcare_awards_do_not_overlap", twice.ConstraintName);

        // what it rests on ends, and the help with it
        using var parent = await host.ComeBackAsync(filed.CodeId);
        var withdraw = await parent.GetAsync("/en/my-case/child/withdraw");
        await withdraw.SendAsync(withdraw.Form("Revision"), null);
        Assert.Equal(AwardState.Stopped, await host.StoredAsync(db => db.Set<ChildcareAward>().Where(a => a.CaseId == filed.Id).Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task Who_waits_for_a_city_in_which_nothing_can_be_decided_is_not_taken_on()
    {
        var filed = await host.Given.AChildAsync(form => (form.Place.City, form.Place.Waits) = ("41480", true));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Null((await office.GetAsync(ChildOffice.Of(filed))).Document.QuerySelector("form[action$='deeds/take-on']"));

        var refused = await host.PressAsync(office, filed, "take-on");

        Assert.Equal(System.Net.HttpStatusCode.Conflict, refused.Status);
        var one = await host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Id == filed.Id));
        Assert.Equal((CaseStatus.Waiting, null, null), (one.Status, one.HandlerId, one.DueOn));
    }

    private static Task<ChildcareAward> AwardAsync(IServiceProvider services, FiledCase filed) => services.GetRequiredService<Core.Storage.PortalDb>().Set<ChildcareAward>().SingleAsync(a => a.CaseId == filed.Id);

    private Task<List<string>> DayAsync(DaySection section) => host.WithAsync(async services =>
        (await services.GetRequiredService<ChildDayReader>().ReadAsync(Handler, default))!.Parts.Where(part => part.Section == section).SelectMany(part => part.Rows).Select(row => row.Reference).ToList());
}
