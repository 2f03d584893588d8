using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>The three months of the whole procedure are extended once, before they end, and nothing else moves with them.</summary>
public class RightsExtensionTests
{
    private static readonly DateOnly Last = new(2027, 2, 22);

    [Fact]
    public void One_month_more_moves_the_last_day_and_says_why_and_the_day_of_the_answer_stays()
    {
        var grievance = In(CaseStatus.Investigating);
        var due = grievance.DueOn;

        var made = Extend(grievance, 1);

        var clock = AllClocks.Of(grievance).Single(one => one.Code == Grievance.RightsPeriod);
        Assert.Equal(new ClockView("rights.DG", new(2027, 3, 22), ClockState.Running, null, Last, "fact-check"), clock);
        Assert.Equal(("rights.DG", 1, 1, Last, new DateOnly(2027, 3, 22)), (made.Clock, made.Number, made.Length, made.DueBefore, made.DueAfter));
        Assert.Contains(grievance.Messages, m => m.Id == made.LetterId);
        Assert.Equal("2027-02-22/2027-03-22", grievance.Events[^1].Detail);
        Assert.Equal(due, grievance.DueOn);
    }

    [Fact]
    public void It_goes_on_while_somebody_is_on_the_spot()
    {
        var grievance = In(CaseStatus.SiteInvestigation);

        Extend(grievance, 3);

        Assert.Equal(new DateOnly(2027, 5, 24), grievance.RightsDueOn(RightsClock));
    }

    [Fact]
    public void What_the_office_took_up_itself_is_due_on_the_new_day()
    {
        var grievance = In(CaseStatus.Tip);
        grievance.KeepBy(Lee, Kept(grievance, Grievance.OpenOwnMotion), RightsClock, Noon);
        Assert.Equal(Last, grievance.DueOn);

        Extend(grievance, 1);

        Assert.Equal((new DateOnly(2027, 3, 22), Last, "extend-rights"), (grievance.DueOn, grievance.DueMovedFrom, grievance.DueMovedBy));
    }

    [Fact]
    public void It_may_be_as_long_as_the_procedure_and_no_longer()
    {
        Extend(In(CaseStatus.UnderReview), 3);

        foreach (var months in new int?[] { null, -1, 0, 4, int.MaxValue })
        {
            Refused(In(CaseStatus.UnderReview), "grievance.rights-extension-too-long", months);
        }
    }

    [Fact]
    public void There_is_no_second_one()
    {
        var grievance = In(CaseStatus.UnderReview);
        Extend(grievance, 1);

        Refused(grievance, "case.extended-once", 1);
    }

    [Fact]
    public void Months_that_are_over_or_stand_still_are_not_extended()
    {
        Refused(In(CaseStatus.UnderReview), "case.extension-too-late", 1, Noon.AddDays(92));
        var paused = In(CaseStatus.UnderReview);
        Do(paused, Grievance.Pause, Kim);

        Refused(paused, "case.paused-already", 1);
        Assert.NotNull(In(CaseStatus.UnderReview).ExtendRightsBy(Kim, Form(1), Message(New(named: true), Kim), RightsClock, Noon.AddDays(91)));
    }

    private static ExtendMonths Form(int? months) => new() { Reason = "fact-check", Months = months };

    private static CaseExtension Extend(Grievance grievance, int months) => grievance.ExtendRightsBy(Kim, Form(months), Message(grievance, Kim), RightsClock, Noon);

    private static void Refused(Grievance grievance, string code, int? months, DateTimeOffset? now = null)
    {
        var before = (grievance.RightsDueOn(RightsClock), grievance.RightsExtendedBy, grievance.RightsExtendedFor, grievance.Revision, grievance.Messages.Count, grievance.Events.Count);

        var refused = Assert.Throws<RefusedException>(() => grievance.ExtendRightsBy(Kim, Form(months), Message(grievance, Kim), RightsClock, now ?? Noon));

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(before, (grievance.RightsDueOn(RightsClock), grievance.RightsExtendedBy, grievance.RightsExtendedFor, grievance.Revision, grievance.Messages.Count, grievance.Events.Count));
    }
}
