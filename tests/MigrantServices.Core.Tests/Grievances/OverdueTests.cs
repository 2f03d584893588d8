using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>What happens to the clocks of a case that should have been answered already.</summary>
public class OverdueTests
{
    [Fact]
    public void Days_of_a_failure_after_the_due_day_lengthen_the_months_and_move_nothing_else()
    {
        var grievance = In(CaseStatus.UnderReview);
        var (due, months) = (grievance.DueOn!.Value, grievance.RightsDueOn(RightsClock)!.Value);

        grievance.LeaveOutBy(Actor.Portal, new(due.AddDays(6), due.AddDays(7), null), Clock, Noon.AddDays(20));

        Assert.Equal((due, null, null), (grievance.DueOn, grievance.DueMovedFrom, grievance.DueMovedBy));
        Assert.True(grievance.RightsDueOn(RightsClock) > months);
    }

    [Fact]
    public void A_day_that_was_moved_on_the_spot_is_not_told_of_the_petition_afterwards()
    {
        var grievance = In(CaseStatus.SiteInvestigation);
        grievance.LeaveOutBy(Actor.Portal, new(Today, Today, null), SiteClock, Noon);
        Assert.NotNull(grievance.DueMovedFrom);

        grievance.EndSiteInvestigationBy(Kim, Clock, Noon.AddDays(1));

        Assert.Equal((null, null), (grievance.DueMovedFrom, grievance.DueMovedBy));
    }
}
