using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <content>What the inquiry does to the clocks.</content>
public partial class InquiryTests
{
    [Fact]
    public void On_the_spot_another_clock_runs_and_the_petition_gets_its_days_back()
    {
        var grievance = In(CaseStatus.Investigating);
        var before = grievance.DueOn!.Value;

        grievance.KeepBy(Kim, Kept(grievance, Grievance.BeginSiteInvestigation), SiteClock, Noon);
        Assert.Equal(new DateOnly(2026, 12, 10), grievance.DueOn);

        // three working days later
        grievance.EndSiteInvestigationBy(Kim, Clock, Noon.AddDays(2));

        Assert.Equal((CaseStatus.Investigating, before.AddDays(3)), (grievance.Status, grievance.DueOn));
        Assert.DoesNotContain(grievance.Pauses, pause => pause.To is null);
    }

    [Fact]
    public void On_the_spot_seven_days_more_are_taken_once_and_the_petitions_own_extensions_stay()
    {
        var grievance = In(CaseStatus.Investigating);
        grievance.KeepBy(Kim, Kept(grievance, Grievance.BeginSiteInvestigation), SiteClock, Noon);

        AssertRefused("case.extension-too-long", grievance, () => Extend(grievance, 8));
        var made = Extend(grievance, 7);
        Assert.Equal((Grievance.SitePeriod, 1, new DateOnly(2026, 12, 21)), (made.Clock, made.Number, grievance.DueOn));
        AssertRefused("case.extended-once", grievance, () => Extend(grievance, 1));

        grievance.EndSiteInvestigationBy(Kim, Clock, Noon);
        Assert.Equal((0, 0), (grievance.Extensions, grievance.ExtendedBy));
    }

    [Fact]
    public void An_objection_takes_ten_days_more_once()
    {
        var objected = In(CaseStatus.ObjectionReview);

        CaseExtension Longer(int days) => objected.ExtendBy(Choi, new() { Reason = "fact-check", Days = days }, Message(objected, Choi), ObjectionClock, Noon);

        AssertRefused("case.extension-too-long", objected, () => Longer(11));
        Assert.Equal(Grievance.ObjectionPeriod, Longer(10).Clock);
        AssertRefused("case.extended-once", objected, () => Longer(1));
    }

    [Fact]
    public void A_clock_stops_once_and_while_it_stands_nothing_is_proposed_asked_or_extended()
    {
        var grievance = In(CaseStatus.UnderReview);
        AssertRefused("case.not-paused", grievance, () => Do(grievance, Grievance.EndPause, Kim));
        var due = grievance.DueOn!.Value;

        Do(grievance, Grievance.Pause, Kim);

        Assert.Equal((null, Today), (grievance.DueOn, grievance.PausedOn));
        foreach (var deed in new[] { Grievance.Pause, Grievance.Propose, Grievance.AskSupplement, ServiceCase.Extend })
        {
            AssertRefused("case.paused-already", grievance, () => Do(grievance, deed, Kim));
        }

        grievance.EndPauseBy(Kim, Clock, Noon.AddDays(1));
        Assert.Equal((null, due.AddDays(2)), (grievance.PausedOn, grievance.DueOn));
    }

    [Fact]
    public void A_suspended_case_goes_on_without_the_days_of_the_suspension()
    {
        var grievance = In(CaseStatus.Answered, outcome: Suspended);

        grievance.KeepBy(Kim, Kept(grievance, Grievance.Resume, Today.AddDays(14)), Clock, Noon.AddDays(14));

        // all seven days are still to come but the first, which was the day of the answer
        Assert.Equal((CaseStatus.UnderReview, new DateOnly(2026, 12, 16)), (grievance.Status, grievance.DueOn));
        Assert.Equal((null, null, null, null), (grievance.Outcome, grievance.AnsweredAt, grievance.ObjectionUntil, grievance.ApprovedById));
        Assert.Equal((null, null), (grievance.Answer, grievance.AnswerInTheirLanguage));
        var rejected = In(CaseStatus.Answered);
        AssertRefused("grievance.not-suspended", rejected, () => Do(rejected, Grievance.Resume, Kim));
    }
}
