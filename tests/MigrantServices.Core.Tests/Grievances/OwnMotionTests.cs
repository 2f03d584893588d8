using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>What the office begins although nobody reported it.</summary>
public class OwnMotionTests
{
    [Fact]
    public void It_is_under_review_at_once_with_whoever_began_it_and_the_months_count_from_that_day()
    {
        var begun = Begun(Lee);

        Assert.Equal((CaseStatus.UnderReview, Lee.UserId, true, Noon), (begun.Status, begun.HandlerId, begun.IsAnonymous, begun.OwnMotionAt));
        Assert.Equal((RightsClock.DueOn(Noon, []), (Grievance.RightsPeriod, Noon)), (begun.DueOn, begun.MainClock));
        var told = Assert.Single(begun.Events);
        Assert.Equal((Grievance.File.Code, Role.Supervisor, "rights-rule:investigation"), (told.Action, told.By, told.Article));
    }

    [Theory]
    [InlineData(Role.Filer)]
    [InlineData(Role.Caseworker)]
    [InlineData(Role.MunicipalOfficer)]
    [InlineData(Role.PrivacyOfficer)]
    public void Nobody_but_a_supervisor_begins_it(Role role)
    {
        var one = Unbegun(named: false, Channel.Own);

        AssertRefused("case.wrong-role", one, () => Begin(one, Colleague(role)));
    }

    [Fact]
    public void Whoever_begins_it_says_that_they_have_no_interest_in_it()
    {
        var one = Unbegun(named: false, Channel.Own);

        AssertRefused("fairness.not-affirmed", one, () => one.BeginOwnMotionBy(Lee, RightsClock, affirms: false, aboutOffice: false, Noon));
    }

    [Fact]
    public void It_cannot_begin_before_it_happened()
    {
        var one = Unbegun(named: false, Channel.Own, Today.AddDays(1));

        AssertRefused("grievance.received-before-it-happened", one, () => Begin(one, Lee));
    }

    [Fact]
    public void What_is_about_the_office_is_nobodys_but_theirs_whose_task_that_is()
    {
        var one = Unbegun(named: false, Channel.Own);

        one.BeginOwnMotionBy(Lee, RightsClock, affirms: true, aboutOffice: true, Noon);

        Assert.Equal((true, null), (one.IsSetApart, one.HandlerId));
        Assert.Equal(Role.None, one.RolesOf(Lee) & Role.CaseHandlers);
    }

    [Fact]
    public void Nobody_brought_it_so_nobody_is_written_to_and_nobody_withdraws_it()
    {
        CaseAction[] none = [Grievance.Write, Grievance.AskSupplement, Grievance.Reply, Grievance.Withdraw, Grievance.ReportRetaliation];
        foreach (var deed in none)
        {
            var begun = Begun(Lee);
            var actor = deed == Grievance.Write || deed == Grievance.AskSupplement ? Lee : Kim;
            Assert.Contains(begun.WhyNot(deed, actor)!.Code, (string[])["grievance.nobody-brought-it", "grievance.own-motion-goes-on"]);
            AssertRefused(begun.WhyNot(deed, actor)!.Code, begun, () => Do(begun, deed, actor));
        }
    }

    [Fact]
    public void Nobody_speaks_for_those_who_brought_it_and_nobody_has_its_code()
    {
        var begun = Begun(Lee);

        Assert.Equal("grievance.nobody-petitions", begun.WhyNot(Grievance.TakeOffRepresentative, Lee)?.Code);
        AssertRefused("grievance.nobody-petitions", begun, () => Do(begun, Grievance.NameRepresentative, Lee));
        AssertRefused("grievance.nobody-petitions", begun, () => begun.TakeOffRepresentativeBy(Lee, Guid.CreateVersion7(), Noon));
        AssertRefused("grievance.nobody-brought-it", begun, () => begun.RenewCodeBy(Lee, Noon));
        Assert.Empty(begun.People);
    }

    [Fact]
    public void It_is_looked_into_and_answered_like_any_other()
    {
        var begun = Begun(Both());
        var handler = Both(begun.HandlerId!.Value);
        foreach (var deed in new[] { Grievance.CheckJurisdiction, Grievance.OpenInvestigation, Grievance.Propose })
        {
            Do(begun, deed, handler);
        }

        Do(begun, Grievance.Approve, Park);

        Assert.Equal((CaseStatus.Answered, "grievance.own-motion-has-no-objection"), (begun.Status, begun.WhyNot(Grievance.FileObjection, Kim)!.Code));
    }

    private static Actor Both(Guid? id = null) => new(id ?? Guid.CreateVersion7(), "", [new(Role.Supervisor, null, null), new(Role.Caseworker, null, null)]);

    private static Grievance Begun(Actor supervisor)
    {
        var one = Unbegun(named: false, Channel.Own);
        Begin(one, supervisor);
        return one;
    }

    private static void Begin(Grievance one, Actor actor) => one.BeginOwnMotionBy(actor, RightsClock, affirms: true, aboutOffice: false, Noon);

    private static void AssertRefused(string code, Grievance one, Action deed)
    {
        var (before, history) = (Snapshot.Of(one), one.Events.Count);

        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);

        Snapshot.AssertSame(before, one);
        Assert.Equal(history, one.Events.Count);
    }
}
