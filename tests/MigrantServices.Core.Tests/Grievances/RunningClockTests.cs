using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Each clock has a beginning of its own, a pause hides no day that was missed, and hours end at their minute.</summary>
public class RunningClockTests
{
    private static readonly DateOnly Due = new(2026, 12, 1);

    [Fact]
    public void The_days_of_all_visits_count_together()
    {
        var grievance = OnSite();
        grievance.EndSiteInvestigationBy(Kim, Clock, Noon.AddDays(1));

        Go(grievance, Noon.AddDays(8));

        // two of the fourteen days were used up in November
        Assert.Equal((new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 16)), (grievance.SiteFrom!.Value, grievance.DueOn));
    }

    [Fact]
    public void Once_all_days_on_the_spot_are_used_up_nobody_goes_again()
    {
        var grievance = OnSite();
        grievance.EndSiteInvestigationBy(Kim, Clock, Noon.AddDays(16));
        Go(grievance, Noon.AddDays(17));
        grievance.EndSiteInvestigationBy(Kim, Clock, Noon.AddDays(17));

        // the tenth of December was the fourteenth day
        AssertRefused("grievance.site-days-used", grievance, () => Go(grievance, Noon.AddDays(18)));
    }

    [Fact]
    public void More_days_on_the_spot_are_taken_once_for_all_visits()
    {
        var grievance = OnSite();
        Extend(grievance, SiteClock, 7);
        grievance.EndSiteInvestigationBy(Kim, Clock, Noon);
        Go(grievance, Noon.AddDays(1));

        Assert.Equal(new DateOnly(2026, 12, 21), grievance.DueOn);
        AssertRefused("case.extended-once", grievance, () => Extend(grievance, SiteClock, 1));
    }

    [Fact]
    public void An_objection_that_is_made_again_has_its_own_days_and_its_own_extension()
    {
        var grievance = In(CaseStatus.ObjectionReview);
        var first = Extend(grievance, ObjectionClock, 10, Choi);
        grievance.WithdrawObjectionBy(FilerOf(grievance), Noon);

        grievance.ObjectBy(FilerOf(grievance), Message(grievance, FilerOf(grievance)), ObjectionClock, Noon.AddDays(1));
        Assert.Equal((Noon.AddDays(1), 0, new DateOnly(2026, 12, 11)), (grievance.ObjectedAt, grievance.ObjectionExtendedBy, grievance.DueOn));
        grievance.TakeOnObjectionBy(Choi, affirms: true, Noon.AddDays(1));
        var second = Extend(grievance, ObjectionClock, 10, Choi, Noon.AddDays(1));

        Assert.Equal((first.Clock, first.Number), (second.Clock, second.Number));
        Assert.NotEqual(first.CountedFrom, second.CountedFrom);
    }

    [Fact]
    public void An_objection_takes_nothing_from_the_clocks_of_the_petition()
    {
        var grievance = In(CaseStatus.UnderReview);
        Extend(grievance, Clock, 7);
        grievance.ProposeBy(Kim, Suspended, new([1]), null, Noon);
        Do(grievance, Grievance.Approve, Lee);
        grievance.ObjectBy(FilerOf(grievance), Message(grievance, FilerOf(grievance)), ObjectionClock, Noon.AddDays(1));
        Assert.Equal((Noon, 1, 7, (DateOnly?)null), (grievance.ClockFrom, grievance.Extensions, grievance.ExtendedBy, grievance.DueMovedFrom));
        grievance.WithdrawObjectionBy(FilerOf(grievance), Noon.AddDays(2));

        grievance.KeepBy(Kim, Kept(grievance, Grievance.Resume, Today.AddDays(14)), Clock, Noon.AddDays(14));

        // fourteen days from the eighth of December on, without Christmas; and no fresh extension
        Assert.Equal(new DateOnly(2026, 12, 28), grievance.DueOn);
        AssertRefused("case.extension-needs-consent", grievance, () => Extend(grievance, Clock, 1));
        Assert.Equal(RightsClock.DueOn(Noon, grievance.Pauses), grievance.RightsDueOn(RightsClock));
    }

    [Fact]
    public void A_pause_after_the_due_day_does_not_hide_that_it_was_missed()
    {
        var grievance = In(CaseStatus.UnderReview);

        grievance.PauseBy(Kim, "consultation", Noon.AddDays(9));

        Assert.Equal((Due, true), (grievance.DueOn, grievance.IsMissed));
        Assert.False(grievance.IsMovedBy(OpenClock()));
        Assert.Equal((ClockState.Over, Due), Petition(grievance, Noon.AddDays(9)));
        AssertRefused("case.paused-already", grievance, () => Extend(grievance, Clock, 1));
        grievance.EndPauseBy(Kim, Clock, Noon.AddDays(12));
        Assert.Equal((Due, (DateOnly?)null), (grievance.DueOn, grievance.PausedOn));
    }

    [Fact]
    public void A_pause_on_the_due_day_itself_still_stops_the_clock()
    {
        var grievance = In(CaseStatus.UnderReview);

        grievance.PauseBy(Kim, "consultation", Noon.AddDays(8));

        Assert.Equal((null, false), (grievance.DueOn, grievance.IsMissed));
        Assert.Equal((ClockState.Paused, null), Petition(grievance, Noon.AddDays(9)));
    }

    [Fact]
    public void A_request_after_the_due_day_does_not_hide_it_either()
    {
        var grievance = In(CaseStatus.UnderReview);

        grievance.AskSupplementBy(Kim, Message(grievance, Kim), Today.AddDays(19), Today.AddDays(19), Noon.AddDays(9));

        Assert.Equal((CaseStatus.AwaitingSupplement, Due), (grievance.Status, grievance.DueOn));
    }

    [Fact]
    public void On_the_spot_the_day_that_was_missed_stays_beside_the_days_on_the_spot()
    {
        var grievance = In(CaseStatus.Investigating);

        Go(grievance, Noon.AddDays(9));

        Assert.Equal((Due, new DateOnly(2026, 12, 21), true), (grievance.DueOn, grievance.SiteDueOn(SiteClock), grievance.IsMissed));
        Assert.Equal((ClockState.Over, Due), Petition(grievance, Noon.AddDays(9)));
        var made = Extend(grievance, SiteClock, 7, Kim, Noon.AddDays(9));
        Assert.Equal((new DateOnly(2026, 12, 21), new DateOnly(2026, 12, 31)), (made.DueBefore, made.DueAfter));
        Assert.Equal(Due, grievance.DueOn);
        grievance.EndSiteInvestigationBy(Kim, Clock, Noon.AddDays(10));
        Assert.Equal(Due, grievance.DueOn);
    }

    [Theory]
    [InlineData(0, true, ClockState.Running)]
    [InlineData(1, false, ClockState.Over)]
    public void A_petition_in_hours_is_late_a_minute_after_the_last_one(int minutes, bool inTime, ClockState state)
    {
        var hours = new CaseClock(Period.WorkingDays(1), new(new WorkingCalendar().Current));
        var grievance = Unbegun(named: true);
        grievance.FileBy(FilerOf(grievance), hours, Noon);
        grievance.TakeOnBy(Kim, affirms: true, Noon);
        Do(grievance, Grievance.CheckJurisdiction, Kim);
        // five hours until the evening, three the next morning
        var last = Noon.AddDays(1);
        Assert.Equal((last, Today.AddDays(1)), (grievance.DueAt!.Value, grievance.DueOn));
        var at = last.AddMinutes(minutes);
        Assert.Equal(state, Petition(grievance, at).State);
        Do(grievance, Grievance.Propose, Kim);

        grievance.ApproveBy(Lee, Message(grievance, Lee), Window, at);

        Assert.Equal((inTime, null, null), (grievance.AnsweredInTime, grievance.DueOn, grievance.DueAt));
    }

    [Fact]
    public void More_time_for_a_petition_in_hours_is_asked_for_before_its_last_minute_is_over()
    {
        var hours = new CaseClock(Period.WorkingDays(1), new(new WorkingCalendar().Current), longestExtension: 1);
        var grievance = Unbegun(named: true);
        grievance.FileBy(FilerOf(grievance), hours, Noon);
        grievance.TakeOnBy(Kim, affirms: true, Noon);

        AssertRefused("case.extension-too-late", grievance, () => Extend(grievance, hours, 1, Kim, Noon.AddDays(1).AddMinutes(1)));
        Extend(grievance, hours, 1, Kim, Noon.AddDays(1));

        Assert.Equal(Noon.AddDays(2), grievance.DueAt);
    }

    [Theory]
    [InlineData(0, ClockState.Running)]
    [InlineData(1, ClockState.Over)]
    public void What_is_not_ours_is_to_be_sent_on_by_the_minute(int minutes, ClockState state)
    {
        var grievance = In(CaseStatus.UnderReview);
        grievance.CheckJurisdictionBy(Kim, Checked(grievance, Competence.NotOurs), Noon);

        var clock = At(Noon.AddDays(1).AddMinutes(minutes)).Of(grievance).Single(one => one.Code == GrievanceClocks.Transfer);

        Assert.Equal((state, Noon.AddDays(1)), (clock.State, clock.At!.Value));
    }

    [Theory]
    [InlineData("settle", ProposalOutcome.Agreed)]
    [InlineData("fail-mediation", ProposalOutcome.Failed)]
    [InlineData("propose-settlement", ProposalOutcome.Replaced)]
    public void A_proposal_to_settle_ends_with_what_follows_it(string deed, ProposalOutcome outcome)
    {
        var grievance = In(CaseStatus.Mediating);
        var (proposal, question) = (Kept(grievance, Grievance.ProposeSettlement), Kept(grievance, Grievance.AskRespondent));
        grievance.KeepBy(Kim, proposal, null, Noon);
        grievance.KeepBy(Kim, Kept(grievance, Grievance.HoldSession), null, Noon, [proposal]);
        Assert.Null(proposal.Outcome);

        grievance.KeepBy(Kim, Kept(grievance, new(deed)), null, Noon, [proposal, question]);

        Assert.Equal((outcome, Today), (proposal.Outcome, proposal.EndedOn));
        Assert.Null(question.Outcome);
    }

    private static Grievance OnSite()
    {
        var grievance = In(CaseStatus.Investigating);
        Go(grievance, Noon);
        return grievance;
    }

    private static void Go(Grievance grievance, DateTimeOffset at) => grievance.KeepBy(Kim, Kept(grievance, Grievance.BeginSiteInvestigation), SiteClock, at);

    private static CaseExtension Extend(Grievance grievance, CaseClock clock, int days, Actor? by = null, DateTimeOffset? at = null) =>
        grievance.ExtendBy(by ?? Kim, new() { Reason = "fact-check", Days = days }, Message(grievance, by ?? Kim), clock, at ?? Noon);

    private static (ClockState State, DateOnly? DueOn) Petition(Grievance grievance, DateTimeOffset at)
    {
        var clock = At(at).Of(grievance).Single(one => one.Code == "petition.DG");
        return (clock.State, clock.DueOn);
    }

    private static GrievanceClocks At(DateTimeOffset now) => new(Clocks(), new Then(now));

    private static void AssertRefused(string code, Grievance grievance, Action deed)
    {
        var before = Snapshot.Of(grievance);

        var refused = Assert.Throws<RefusedException>(deed);

        Assert.Equal(code, refused.Refusal.Code);
        Snapshot.AssertSame(before, grievance);
    }

    private sealed class Then(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
