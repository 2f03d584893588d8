using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Up to three speak for people who petition together, and the days count again once somebody does.</summary>
public sealed class SpeakersTests
{
    [Fact]
    public void Who_filed_it_and_the_office_name_up_to_three()
    {
        var grievance = In(CaseStatus.UnderReview);

        grievance.NameRepresentativeBy(FilerOf(grievance), Representative(grievance), Clock, Noon);
        Assert.True(grievance.HasUnread);
        grievance.SeenByOffice();
        grievance.NameRepresentativeBy(Kim, Representative(grievance), Clock, Noon);
        grievance.NameRepresentativeBy(Kim, Representative(grievance), Clock, Noon);

        Assert.False(grievance.HasUnread);
        Assert.Equal(3, grievance.Speakers.Count());
        Assert.Equal(3, grievance.Events.Count(e => e.Action == "name-representative" && e.Detail is null));
        AssertRefused("grievance.enough-representatives", grievance, () => grievance.NameRepresentativeBy(Kim, Representative(grievance), Clock, Noon));
    }

    [Fact]
    public void Who_filed_it_as_one_of_them_is_one_of_the_three_and_stays()
    {
        var grievance = Unbegun(named: true, teller: Teller.Representative);
        grievance.FileBy(FilerOf(grievance), Clock, Noon);
        var filer = FilerOf(grievance);
        Assert.Single(grievance.Speakers);
        grievance.NameRepresentativeBy(filer, Representative(grievance), Clock, Noon);
        grievance.NameRepresentativeBy(filer, Representative(grievance), Clock, Noon);

        AssertRefused("grievance.enough-representatives", grievance, () => grievance.NameRepresentativeBy(filer, Representative(grievance), Clock, Noon));
        AssertRefused("grievance.no-such-representative", grievance, () => grievance.TakeOffRepresentativeBy(filer, grievance.Speakers.First().Id, Noon));
    }

    [Fact]
    public void Somebody_is_taken_off_once_and_another_takes_their_place()
    {
        var grievance = In(CaseStatus.Submitted);
        var first = Representative(grievance);
        grievance.NameRepresentativeBy(FilerOf(grievance), first, Clock, Noon);

        grievance.TakeOffRepresentativeBy(Kim, first.Id, Noon);

        Assert.Empty(grievance.Speakers);
        AssertRefused("grievance.no-such-representative", grievance, () => grievance.TakeOffRepresentativeBy(Kim, first.Id, Noon));
        grievance.NameRepresentativeBy(Kim, Representative(grievance), Clock, Noon);
        Assert.Single(grievance.Speakers);
    }

    [Theory]
    [InlineData(CaseStatus.Tip, "case.wrong-state")]
    [InlineData(CaseStatus.Withdrawn, "case.wrong-state")]
    [InlineData(CaseStatus.Closed, "case.wrong-state")]
    [InlineData(CaseStatus.Merged, "case.wrong-state")]
    public void Where_nobody_petitions_any_more_or_yet_nobody_is_named(CaseStatus status, string code)
    {
        var grievance = In(status);

        AssertRefused(code, grievance, () => grievance.NameRepresentativeBy(FilerOf(grievance), Representative(grievance), Clock, Noon));
        AssertRefused(code, grievance, () => grievance.TakeOffRepresentativeBy(Kim, Guid.CreateVersion7(), Noon));
    }

    [Fact]
    public void A_tip_that_the_office_took_up_itself_has_nobody_to_speak_for()
    {
        var grievance = In(CaseStatus.Tip);
        Do(grievance, Grievance.OpenOwnMotion, Lee);

        AssertRefused("grievance.nobody-petitions", grievance, () => grievance.NameRepresentativeBy(Kim, Representative(grievance), Clock, Noon));
    }

    [Fact]
    public void Neither_a_helper_nor_who_filed_another_case_names_anybody()
    {
        var grievance = In(CaseStatus.UnderReview);
        var first = Representative(grievance);
        grievance.NameRepresentativeBy(Kim, first, Clock, Noon);

        foreach (var nobody in new[] { HelperOf(grievance), FilerOf(New(named: true)), Colleague(Role.Administrator), Colleague(Role.PrivacyOfficer) })
        {
            AssertRefused("case.wrong-role", grievance, () => grievance.NameRepresentativeBy(nobody, Representative(grievance), Clock, Noon));
            AssertRefused("case.wrong-role", grievance, () => grievance.TakeOffRepresentativeBy(nobody, first.Id, Noon));
        }
    }

    [Fact]
    public void The_days_stand_still_until_somebody_is_named_and_for_nobody_who_speaks_already()
    {
        var grievance = In(CaseStatus.UnderReview);
        var due = grievance.DueOn;
        grievance.PauseBy(Kim, Grievance.ChoosingRepresentative, Noon);
        Assert.Null(grievance.DueOn);

        grievance.NameRepresentativeBy(FilerOf(grievance), Representative(grievance), Clock, Noon.AddDays(1));

        Assert.Null(grievance.PausedOn);
        Assert.Equal(Seoul.DateOf(Noon.AddDays(1)), Assert.Single(grievance.Pauses).To);
        Assert.True(grievance.DueOn > due);
        AssertRefused("grievance.representative-there", grievance, () => grievance.PauseBy(Kim, Grievance.ChoosingRepresentative, Noon));
        Assert.NotNull(grievance.DueOn);
    }

    [Fact]
    public void A_pause_for_something_else_goes_on()
    {
        var grievance = In(CaseStatus.UnderReview);
        grievance.PauseBy(Kim, "consultation", Noon);

        grievance.NameRepresentativeBy(FilerOf(grievance), Representative(grievance), Clock, Noon.AddDays(1));

        Assert.NotNull(grievance.PausedOn);
        Assert.Null(grievance.DueOn);
    }

    private static void AssertRefused(string code, Grievance grievance, Action deed)
    {
        var before = Snapshot.Of(grievance);

        var refused = Assert.Throws<RefusedException>(deed);

        Assert.Equal(code, refused.Refusal.Code);
        Snapshot.AssertSame(before, grievance);
    }
}
