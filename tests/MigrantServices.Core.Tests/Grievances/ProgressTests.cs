using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Every thirty days the person is told where their petition stands, as long as it is not decided.</summary>
public sealed class ProgressTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    [InlineData(59, 1)]
    [InlineData(60, 2)]
    [InlineData(95, 3)]
    public void A_step_is_thirty_days_long(int days, int step) =>
        Assert.Equal(step, ProgressDesk.StepOn(new DateOnly(2026, 11, 23).AddDays(days), new(2026, 11, 23), 30));

    [Fact]
    public void A_step_is_told_once()
    {
        var grievance = In(CaseStatus.UnderReview);
        grievance.TellProgressBy(Actor.Portal, Message(grievance, Actor.Portal), 3, Noon);

        foreach (var step in (int[])[1, 2, 3])
        {
            var refused = Assert.Throws<RefusedException>(() => grievance.TellProgressBy(Actor.Portal, Message(grievance, Actor.Portal), step, Noon));
            Assert.Equal("grievance.progress-told", refused.Refusal.Code);
        }

        Assert.Equal((3, 1), (grievance.ProgressTold, grievance.Messages.Count));
    }

    [Fact]
    public void Under_objection_the_steps_begin_anew_with_the_day_of_the_objection()
    {
        var grievance = In(CaseStatus.UnderReview);
        grievance.TellProgressBy(Actor.Portal, Message(grievance, Actor.Portal), 3, Noon);
        Do(grievance, Grievance.Propose, Kim);
        Do(grievance, Grievance.Approve, Lee);
        Do(grievance, Grievance.FileObjection, FilerOf(grievance), Noon.AddDays(20));
        Assert.Equal((0, Noon.AddDays(20)), (grievance.ProgressTold, grievance.ProgressFrom));

        grievance.TellProgressBy(Actor.Portal, Message(grievance, Actor.Portal), 1, Noon.AddDays(50));

        Assert.Equal(1, grievance.ProgressTold);
    }

    [Theory]
    [InlineData(CaseStatus.Tip)]
    [InlineData(CaseStatus.Answered)]
    [InlineData(CaseStatus.Withdrawn)]
    [InlineData(CaseStatus.Closed)]
    public void What_is_no_petition_or_is_decided_gets_no_letter(CaseStatus status)
    {
        var grievance = In(status);
        var before = (grievance.Messages.Count, grievance.Revision);

        Assert.Throws<RefusedException>(() => grievance.TellProgressBy(Actor.Portal, Message(grievance, Actor.Portal), 1, Noon));

        Assert.Equal((before.Count, before.Revision, 0), (grievance.Messages.Count, grievance.Revision, grievance.ProgressTold));
    }
}
