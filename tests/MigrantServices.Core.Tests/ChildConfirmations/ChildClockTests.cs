using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Tests.Grievances;
using Xunit;
using static MigrantServices.Core.Tests.ChildConfirmations.ChildLife;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>When the days of a child's case begin to count, and that danger waits for none.</summary>
public class ChildClockTests
{
    [Fact]
    public void The_office_has_fourteen_working_days_the_first_one_counted()
    {
        var one = New();

        Assert.Equal(new DateOnly(2026, 12, 10), one.DueOn);
    }

    [Fact]
    public void Where_the_city_does_not_take_part_nothing_runs_until_it_does()
    {
        var one = New(cityTakesPart: false);
        Assert.Equal((CaseStatus.Waiting, null), (one.Status, one.DueOn));

        one.JoinCityBy(Actor.Portal, Clock, Noon.AddDays(30));

        Assert.Equal(CaseStatus.Submitted, one.Status);
        Assert.True(one.DueOn > new DateOnly(2027, 1, 1));
    }

    [Fact]
    public void A_case_that_waits_for_its_city_gets_its_fourteen_days_on_the_day_it_is_taken_on()
    {
        var one = New(cityTakesPart: false);
        Assert.Null(one.DueOn);

        one.TakeOnBy(Kim, Clock, Noon.AddDays(40));

        Assert.Equal((Noon.AddDays(40), Clock.DueOn(Noon.AddDays(40), [])), (one.ClockFrom, one.DueOn));
        Assert.Equal(ChildConfirmation.ClockBegins, one.Events[^1].Detail);
        Refused("child.clock-runs", one, () => one.JoinCityBy(Actor.Portal, Clock, Noon.AddDays(41)));
    }

    [Fact]
    public void A_case_that_has_its_days_keeps_them_when_it_is_taken_on()
    {
        var one = New();
        var due = one.DueOn;

        one.TakeOnBy(Kim, Clock, Noon.AddDays(3));

        Assert.Equal((due, Noon), (one.DueOn, one.ClockFrom));
        Assert.Null(one.Events[^1].Detail);
    }

    [Fact]
    public void A_child_in_danger_waits_for_no_city_and_its_days_begin_with_the_city_or_with_whoever_takes_it_on()
    {
        var joined = InDanger();
        Assert.Equal((CaseStatus.Submitted, null), (joined.Status, joined.DueOn));
        joined.JoinCityBy(Actor.Portal, Clock, Noon.AddDays(9));
        Assert.Equal((CaseStatus.Submitted, Noon.AddDays(9)), (joined.Status, joined.ClockFrom));
        Assert.NotNull(joined.DueOn);

        var taken = InDanger();
        taken.TakeOnBy(Kim, Clock, Noon.AddDays(2));
        Assert.Equal(Noon.AddDays(2), taken.ClockFrom);
        Assert.NotNull(taken.DueOn);
    }

    [Fact]
    public void An_alarm_waits_for_nothing_in_whatever_status()
    {
        foreach (var status in ChildConfirmation.Service.Statuses.Where(s => s != CaseStatus.Withdrawn))
        {
            var one = In(status);
            one.RaiseAlarmBy(Choi, Noon);
            Assert.Equal((status, Noon), (one.Status, one.AlarmSince));
            one.EndAlarmBy(Choi, Noon);
            Refused("child.no-alarm", one, () => one.EndAlarmBy(Choi, Noon));
        }
    }

    private static ChildConfirmation InDanger()
    {
        var one = Unfiled(WayIn.Request, Ansan);
        one.FileBy(Kim, cityTakesPart: false, needsConsent: true, Clock, Noon, waitsForNothing: true);
        one.ToldOfDanger(Noon);
        return one;
    }

    private static void Refused(string code, ChildConfirmation one, Action deed)
    {
        var (status, revision, events) = (one.Status, one.Revision, one.Events.Count);

        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);

        Assert.Equal((status, revision, events), (one.Status, one.Revision, one.Events.Count));
    }
}
