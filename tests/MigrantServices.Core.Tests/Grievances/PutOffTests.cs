using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Last days that have become rest days are put off, and never brought forward.</summary>
public class PutOffTests
{
    private static readonly DateOnly RightsDay = new(2027, 2, 22);

    [Fact]
    public void The_person_may_object_a_day_longer_and_the_case_names_both_days()
    {
        var grievance = In(CaseStatus.Answered);
        var told = grievance.ObjectionUntil!.Value;

        grievance.PutOffObjectionBy(Actor.Portal, told.AddDays(1), Noon);

        Assert.Equal((told.AddDays(1), (DateOnly?)told), (grievance.ObjectionUntil, grievance.ObjectionMovedFrom));
        Assert.Equal([told, told.AddDays(1)], MovedDays.Of(grievance.Events[^1].Detail));
        Assert.Equal((Role.Portal, "civil:161"), (grievance.Events[^1].By, grievance.Events[^1].Article));
        Assert.Contains(AllClocks.Of(grievance), clock => clock.Code == "objection-window.DG" && clock.MovedFrom == told && clock.MovedFor is null);
    }

    [Theory]
    [InlineData(CaseStatus.Objected)]
    [InlineData(CaseStatus.ObjectionReview)]
    [InlineData(CaseStatus.ObjectionProposed)]
    public void Whoever_takes_an_objection_back_has_the_day_longer_too(CaseStatus status)
    {
        var grievance = In(status);
        var told = grievance.ObjectionUntil!.Value;

        grievance.PutOffObjectionBy(Actor.Portal, told.AddDays(1), Noon);
        grievance.WithdrawObjectionBy(FilerOf(grievance), Noon);

        Assert.Equal((told.AddDays(1), (DateOnly?)told), (grievance.ObjectionUntil, grievance.ObjectionMovedFrom));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_day_that_somebody_was_told_is_never_brought_forward(int days)
    {
        var (answered, awaiting) = (In(CaseStatus.Answered), In(CaseStatus.AwaitingSupplement));
        var (objection, supplement, lines) = (answered.ObjectionUntil, awaiting.SupplementUntil, awaiting.Events.Count);

        var first = Assert.Throws<RefusedException>(() => answered.PutOffObjectionBy(Actor.Portal, objection!.Value.AddDays(days), Noon));
        var second = Assert.Throws<RefusedException>(() => awaiting.PutOffSupplementBy(Actor.Portal, supplement!.Value.AddDays(days), Noon));

        Assert.Equal(("case.not-put-off", "case.not-put-off"), (first.Refusal.Code, second.Refusal.Code));
        Assert.Equal((objection, supplement, lines), (answered.ObjectionUntil, awaiting.SupplementUntil, awaiting.Events.Count));
    }

    [Fact]
    public void Nobody_but_the_portal_puts_a_day_off()
    {
        var grievance = In(CaseStatus.Answered);

        var refused = Assert.Throws<RefusedException>(() => grievance.PutOffObjectionBy(Kim, grievance.ObjectionUntil!.Value.AddDays(1), Noon));

        Assert.Equal("case.wrong-role", refused.Refusal.Code);
        Assert.Null(grievance.ObjectionMovedFrom);
    }

    [Fact]
    public void More_time_that_the_person_takes_is_a_day_of_its_own_which_was_not_moved()
    {
        var grievance = In(CaseStatus.AwaitingSupplement);
        grievance.PutOffSupplementBy(Actor.Portal, grievance.SupplementUntil!.Value.AddDays(1), Noon);

        Do(grievance, Grievance.TakeMoreTime, FilerOf(grievance));

        Assert.Null(grievance.SupplementMovedFrom);
    }

    [Fact]
    public void The_end_of_the_whole_procedure_is_said_to_have_moved_once_and_back_again()
    {
        var grievance = In(CaseStatus.UnderReview);
        var (without, with) = (Rights([]), Rights([RightsDay]));

        grievance.RecountRightsBy(Actor.Portal, without, with, Noon);

        Assert.Equal([RightsDay, RightsDay.AddDays(1)], MovedDays.Of(grievance.Events[^1].Detail));
        Assert.False(grievance.IsRightsMoved(without, with));
        Assert.True(grievance.IsRightsMoved(with, without));
    }

    [Fact]
    public void A_day_off_elsewhere_does_not_move_the_end_of_the_whole_procedure() =>
        Assert.False(In(CaseStatus.UnderReview).IsRightsMoved(Rights([]), Rights([RightsDay.AddDays(-3), RightsDay.AddDays(1)])));

    [Fact]
    public void What_was_before_a_day_changed_is_the_other_of_the_two()
    {
        var calendar = new WorkingCalendar();

        Assert.False(calendar.BeforeChangeOf(RightsDay).IsWorkingDay(RightsDay));
        calendar.Fill([RightsDay]);
        Assert.True(calendar.BeforeChangeOf(RightsDay).IsWorkingDay(RightsDay));
    }

    private static CaseClock Rights(DateOnly[] added)
    {
        var calendar = new WorkingCalendar();
        calendar.Fill(added);
        return new(Period.Months(3), new(calendar.Current));
    }
}
