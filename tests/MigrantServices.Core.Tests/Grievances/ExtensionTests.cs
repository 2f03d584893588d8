using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

public class ExtensionTests
{
    private static readonly DateOnly Due = new(2026, 12, 1);

    [Fact]
    public void Three_working_days_more_move_the_due_day_by_three_working_days()
    {
        var grievance = In(CaseStatus.UnderReview);

        var made = Extend(grievance, 3);

        Assert.Equal(new DateOnly(2026, 12, 4), grievance.DueOn);
        Assert.Equal((1, Due, new DateOnly(2026, 12, 4), "fact-check"), (made.Number, made.DueBefore, made.DueAfter, made.Reason));
        Assert.Equal((Due, "extend"), (grievance.DueMovedFrom, grievance.DueMovedBy));
        Assert.Contains(grievance.Messages, m => m.Id == made.LetterId);
    }

    [Fact]
    public void The_first_may_be_as_long_as_the_period_and_no_longer()
    {
        Extend(In(CaseStatus.UnderReview), 7);

        Refused("case.extension-too-long", new() { Reason = "fact-check", Days = 8 });
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-3)]
    public void No_days_or_fewer_are_refused(int? days) => Refused("case.extension-too-long", new() { Reason = "fact-check", Days = days });

    [Fact]
    public void The_second_needs_consent_and_a_third_there_is_not()
    {
        var grievance = In(CaseStatus.UnderReview);
        Extend(grievance, 7);

        AssertUnchanged(grievance, "case.extension-needs-consent", new() { Reason = "cooperation", Days = 7 });
        var second = grievance.ExtendBy(
            Kim, new() { Reason = "cooperation", Days = 7, ConsentOn = new(2026, 11, 23), ConsentWay = ConsentWay.Phone }, Message(grievance, Kim), Clock, Noon);
        Assert.Equal((2, ConsentWay.Phone), (second.Number, second.ConsentWay));
        Assert.Equal(new DateOnly(2026, 12, 21), grievance.DueOn);

        AssertUnchanged(grievance, "case.extended-twice", new() { Reason = "cooperation", Days = 1, ConsentOn = new(2026, 11, 23), ConsentWay = ConsentWay.Phone });
    }

    [Fact]
    public void A_period_that_is_over_is_not_extended()
    {
        var grievance = In(CaseStatus.UnderReview);

        AssertUnchanged(grievance, "case.extension-too-late", new() { Reason = "fact-check", Days = 3 }, Noon.AddDays(9));
        Assert.NotNull(grievance.ExtendBy(Kim, new() { Reason = "fact-check", Days = 3 }, Message(grievance, Kim), Clock, Noon.AddDays(8)));
    }

    [Fact]
    public void The_days_gained_stay_when_a_pause_comes_and_goes()
    {
        var grievance = In(CaseStatus.UnderReview);
        Extend(grievance, 3);

        Do(grievance, Grievance.AskSupplement, Kim);
        grievance.AnswerSupplementBy(FilerOf(grievance), Message(grievance, FilerOf(grievance)), Clock, Noon.AddDays(2));

        Assert.Equal(new DateOnly(2026, 12, 9), grievance.DueOn);
    }

    private static CaseExtension Extend(Grievance grievance, int days) =>
        grievance.ExtendBy(Kim, new() { Reason = "fact-check", Days = days }, Message(grievance, Kim), Clock, Noon);

    private static void Refused(string code, ExtendDeadline form) => AssertUnchanged(In(CaseStatus.UnderReview), code, form);

    private static void AssertUnchanged(Grievance grievance, string code, ExtendDeadline form, DateTimeOffset? now = null)
    {
        var before = (grievance.DueOn, grievance.Revision, grievance.Extensions, grievance.ExtendedBy, grievance.Messages.Count, grievance.Events.Count);

        var refused = Assert.Throws<RefusedException>(() => grievance.ExtendBy(Kim, form, Message(grievance, Kim), Clock, now ?? Noon));

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(before, (grievance.DueOn, grievance.Revision, grievance.Extensions, grievance.ExtendedBy, grievance.Messages.Count, grievance.Events.Count));
    }
}
