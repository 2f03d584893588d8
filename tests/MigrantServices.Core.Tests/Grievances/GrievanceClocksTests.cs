using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>All clocks of a case, as the person and the office read them.</summary>
public class GrievanceClocksTests
{
    [Fact]
    public void A_tip_has_no_clock() => Assert.Empty(Read(In(CaseStatus.Tip)));

    [Fact]
    public void A_petition_has_its_seven_days_and_three_months() => Assert.Equal(
        [new("petition.DG", new(2026, 12, 1), ClockState.Running), new("rights.DG", new(2027, 2, 22), ClockState.Running)],
        Read(In(CaseStatus.UnderReview)));

    [Fact]
    public void Both_stand_still_for_the_same_reason()
    {
        var grievance = In(CaseStatus.UnderReview);
        Do(grievance, Grievance.Pause, Kim);

        Assert.Equal(
            [new("petition.DG", null, ClockState.Paused, "consultation"), new("rights.DG", null, ClockState.Paused, "consultation")],
            Read(grievance));
    }

    [Fact]
    public void On_the_spot_only_the_petition_stands_still()
    {
        var grievance = In(CaseStatus.Investigating);
        grievance.KeepBy(Kim, Kept(grievance, Grievance.BeginSiteInvestigation), SiteClock, Noon);

        Assert.Equal(
            [
                new("petition.DG", null, ClockState.Paused, Grievance.OnSite),
                new("site.DG", new(2026, 12, 10), ClockState.Running),
                new("rights.DG", new(2027, 2, 22), ClockState.Running),
            ],
            Read(grievance));
    }

    [Fact]
    public void Other_bodies_take_it_for_one_year_and_for_two_from_the_last_day()
    {
        var grievance = In(CaseStatus.UnderReview);
        grievance.CheckJurisdictionBy(Kim, Checked(grievance, last: new(2025, 2, 28)), Noon);

        Assert.Equal(
            [new("bar-national.DG", new(2026, 2, 28), ClockState.Over), new("bar-centre.DG", new(2027, 2, 28), ClockState.Running)],
            Read(grievance).Where(clock => clock.Code.StartsWith("bar-", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_not_ours_is_sent_on_within_eight_working_hours()
    {
        var grievance = In(CaseStatus.UnderReview);
        grievance.CheckJurisdictionBy(Kim, Checked(grievance, Competence.NotOurs), Noon);
        Assert.Contains(new ClockView("transfer.DG", new(2026, 11, 24), ClockState.Running, At: Noon.AddDays(1)), Read(grievance));

        Do(grievance, Grievance.Refer, Kim);
        Assert.DoesNotContain(Read(grievance), clock => clock.Code == "transfer.DG");
    }

    [Fact]
    public void After_the_answer_the_days_for_an_objection_run_and_then_those_of_the_objection()
    {
        Assert.Equal(["objection-window.DG"], Read(In(CaseStatus.Answered)).Select(clock => clock.Code));
        Assert.Equal(["objection.DG"], Read(In(CaseStatus.ObjectionReview)).Select(clock => clock.Code));
        Assert.Equal(["objection-window.DG"], Read(In(CaseStatus.Closed)).Select(clock => clock.Code));
        var decidedTwice = In(CaseStatus.ObjectionAnswered);
        decidedTwice.CloseBy(Kim, Noon);
        Assert.Empty(Read(decidedTwice));
    }

    private static IReadOnlyList<ClockView> Read(Grievance grievance) => AllClocks.Of(grievance);
}
