using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Workday;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Workday;

public sealed class AssignmentTests
{
    [Fact]
    public void A_new_case_that_is_assigned_is_still_to_be_taken_on()
    {
        var grievance = In(CaseStatus.Submitted);

        grievance.AssignBy(Lee, Kim.UserId!.Value, Noon);

        Assert.Equal((CaseStatus.Submitted, Kim.UserId, Noon), (grievance.Status, grievance.HandlerId, grievance.HandedAt));
        grievance.TakeOnBy(Kim, affirms: true, Noon);
        Assert.Null(grievance.HandedAt);
    }

    [Fact]
    public void Taken_back_it_lies_where_it_lay()
    {
        var (fresh, taken) = (In(CaseStatus.Submitted), In(CaseStatus.UnderReview));
        fresh.AssignBy(Lee, Choi.UserId!.Value, Noon);
        taken.AssignBy(Lee, Choi.UserId!.Value, Noon);

        fresh.UndoAssignmentBy(Lee, null, Noon);
        taken.UndoAssignmentBy(Lee, Kim.UserId, Noon);

        Assert.Equal((null, null), (fresh.HandlerId, fresh.HandedAt));
        Assert.Equal((Kim.UserId, Noon), (taken.HandlerId, taken.HandedAt));
    }

    [Fact]
    public void Who_has_it_already_is_not_given_it_again()
    {
        var grievance = In(CaseStatus.UnderReview);
        var revision = grievance.Revision;

        var refused = Assert.Throws<RefusedException>(() => grievance.AssignBy(Lee, Kim.UserId!.Value, Noon));

        Assert.Equal(("assignment.has-it-already", revision, null), (refused.Refusal.Code, grievance.Revision, grievance.HandedAt));
    }

    [Fact]
    public void An_objection_goes_to_nobody_who_had_a_part_in_the_answer_and_not_by_them()
    {
        var grievance = In(CaseStatus.Objected);

        Assert.Equal("assignment.colleague-is-no-newcomer", grievance.WhyNotAssign(Park, Kim.UserId!.Value)?.Code);
        Assert.Equal("assignment.colleague-is-no-newcomer", grievance.WhyNotAssign(Park, Lee.UserId!.Value)?.Code);
        Assert.Equal("case.needs-a-newcomer", grievance.WhyNotAssign(Lee, Choi.UserId!.Value)?.Code);
        Assert.Null(grievance.WhyNotAssign(Park, Choi.UserId!.Value));
        Assert.Throws<RefusedException>(() => grievance.AssignBy(Park, Kim.UserId!.Value, Noon));
        Assert.Null(grievance.HandlerId);
    }

    [Fact]
    public void An_answer_is_kept_as_in_time_on_its_last_day_and_as_late_the_day_after()
    {
        var (onTime, late) = (In(CaseStatus.Proposed), In(CaseStatus.Proposed));

        onTime.ApproveBy(Lee, Message(onTime, Lee), Window, new(2026, 12, 1, 14, 59, 0, TimeSpan.Zero));
        late.ApproveBy(Lee, Message(late, Lee), Window, new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero));

        Assert.Equal((true, false), (onTime.AnsweredInTime, late.AnsweredInTime));
    }

    [Theory]
    [InlineData(-1, CaseStatus.UnderReview, false, 3)]
    [InlineData(0, CaseStatus.UnderReview, false, 2)]
    [InlineData(3, CaseStatus.ObjectionReview, true, 4)]
    [InlineData(4, CaseStatus.Proposed, false, 1)]
    [InlineData(null, CaseStatus.Tip, true, 2)]
    public void A_case_weighs_more_when_its_clock_an_objection_or_a_message_presses(int? dueIn, CaseStatus status, bool unread, int weight)
    {
        var today = new DateOnly(2026, 11, 23);

        Assert.Equal(weight, Risk.Of(dueIn is { } days ? today.AddDays(days) : null, status, unread, today, today.AddDays(3)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one.2.three")]
    [InlineData("0000000000000000000000000000000a.-1.0000000000000000000000000000000b")]
    [InlineData("0000000000000000000000000000000a.1")]
    public void A_line_that_no_preview_wrote_is_none(string text) => Assert.Null(AssignmentLine.Read(text));

    [Fact]
    public void A_line_is_read_as_it_was_written()
    {
        var line = new AssignmentLine(Guid.NewGuid(), 7, Guid.NewGuid());

        Assert.Equal(line, AssignmentLine.Read(line.ToString()));
    }
}
