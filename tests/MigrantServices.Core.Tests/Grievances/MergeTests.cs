using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Matching;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Pairs, merges and the way back, without a database.</summary>
public class MergeTests
{
    [Theory]
    [InlineData(CaseStatus.Tip)]
    [InlineData(CaseStatus.Submitted)]
    [InlineData(CaseStatus.UnderReview)]
    [InlineData(CaseStatus.Mediating)]
    [InlineData(CaseStatus.SiteInvestigation)]
    [InlineData(CaseStatus.AwaitingSupplement)]
    public void It_goes_back_to_where_it_stood_with_the_day_and_the_handler_that_it_had(CaseStatus status)
    {
        var grievance = In(status);
        var before = (grievance.Status, grievance.DueOn, grievance.PausedOn, grievance.HandlerId, grievance.ClockFrom, grievance.MergeProposedById);
        Do(grievance, Grievance.ProposeMerge, Kim);
        Do(grievance, Grievance.Merge, Lee);
        Assert.Equal((CaseStatus.Merged, null, null), (grievance.Status, grievance.DueOn, grievance.PausedOn));

        Do(grievance, Grievance.ProposeUndoMerge, Lee);
        Do(grievance, Grievance.UndoMerge, Kim);

        Assert.Equal(before, (grievance.Status, grievance.DueOn, grievance.PausedOn, grievance.HandlerId, grievance.ClockFrom, grievance.MergeProposedById));
        Assert.Equal(MergeState.Undone, Merges.Of(grievance).Merge.State);
    }

    [Fact]
    public void A_clock_that_runs_by_the_hour_comes_back_with_its_moment()
    {
        var grievance = In(CaseStatus.UnderReview);
        grievance.RecountBy(Actor.Portal, new(Period.WorkingHours(20), new(new HolidayCalendar([], []))), Noon);
        var before = (grievance.DueOn, grievance.DueAt);
        Assert.NotNull(before.DueAt);
        Do(grievance, Grievance.ProposeMerge, Kim);
        Do(grievance, Grievance.Merge, Lee);
        Assert.Equal((null, null), (grievance.DueOn, grievance.DueAt));

        Do(grievance, Grievance.ProposeUndoMerge, Lee);
        Do(grievance, Grievance.UndoMerge, Kim);

        Assert.Equal(before, (grievance.DueOn, grievance.DueAt));
        Assert.False(grievance.IsOverdue(before.DueAt!.Value));
        Assert.True(grievance.IsOverdue(before.DueAt!.Value.AddMinutes(1)));
    }

    [Fact]
    public void Nobody_does_both_halves_of_a_merge_or_of_its_undoing()
    {
        var grievance = In(CaseStatus.UnderReview);
        Do(grievance, Grievance.ProposeMerge, Kim);
        AssertRefused("case.needs-a-second-person", grievance, Grievance.Merge, Kim);
        Do(grievance, Grievance.Merge, Lee);
        Do(grievance, Grievance.ProposeUndoMerge, Lee);

        AssertRefused("case.needs-a-second-person", grievance, Grievance.UndoMerge, Lee);
        Do(grievance, Grievance.KeepMerge, Lee);
        AssertRefused("duplicates.nothing-proposed", grievance, Grievance.UndoMerge, Kim);
    }

    [Fact]
    public void Who_had_a_part_in_the_one_that_went_decides_no_objection_in_the_one_that_stayed_also_when_they_are_parted()
    {
        var (goes, stays, reader) = (In(CaseStatus.Investigating), Received(-1), Colleague(Role.Supervisor));
        stays.TakeOnBy(Choi, affirms: true, Noon);
        var merge = goes.ProposeMergeBy(Choi, stays, MergeGround.TheySaid, _ => new([1]), Noon);
        Assert.Equal([Choi.UserId!.Value], stays.TookPart);

        goes.MergeBy(Lee, merge, stays, Noon);
        Assert.Equal([Choi.UserId!.Value, Kim.UserId!.Value], stays.TookPart);
        goes.ProposeUndoMergeBy(Lee, merge, new([1]), Noon);
        goes.UndoMergeBy(Choi, merge, stays, Noon);
        Assert.Equal([Kim.UserId!.Value], goes.TookPart);
        Assert.Equal([Choi.UserId!.Value, Kim.UserId!.Value], stays.TookPart);

        Do(stays, Grievance.CheckJurisdiction, Choi);
        Do(stays, Grievance.Propose, Choi);
        Do(stays, Grievance.Approve, reader);
        Do(stays, Grievance.FileObjection, FilerOf(stays));
        AssertRefused("case.needs-a-newcomer", stays, Grievance.TakeOnObjection, Kim);
        Assert.Equal("assignment.colleague-is-no-newcomer", stays.WhyNotAssign(Lee, Kim.UserId!.Value)?.Code);
        stays.TakeOnObjectionBy(Colleague(Role.Caseworker), affirms: true, Noon);
    }

    [Fact]
    public void The_earlier_petition_stays_and_a_tip_never_does()
    {
        var (earlier, later, tip) = (Received(-1), Received(1), New(named: false));

        Assert.Equal((later, earlier), Grievance.InOrder(earlier, later));
        Assert.Equal((later, earlier), Grievance.InOrder(later, earlier));
        Assert.Equal((tip, later), Grievance.InOrder(tip, later));
        var refused = Assert.Throws<RefusedException>(() => earlier.ProposeMergeBy(Kim, later, MergeGround.TheySaid, _ => new([1]), Noon));
        Assert.Equal("duplicates.earlier-stays", refused.Refusal.Code);
        Assert.Single(earlier.Events);
    }

    [Fact]
    public void Not_the_same_holds_until_something_new_speaks_for_it_and_then_for_good()
    {
        var pair = CasePair.Of(Guid.CreateVersion7(), Guid.CreateVersion7(), Noon);
        pair.Weigh(MatchBand.Likely, [PairReason.NameSoundsAlike]);
        pair.TellApart(Guid.CreateVersion7(), _ => new([1]), Noon);

        pair.Weigh(MatchBand.Likely, [PairReason.NameSoundsAlike]);
        Assert.False(pair.IsOpen);
        pair.Weigh(MatchBand.Certain, [PairReason.NameSoundsAlike, PairReason.SamePhone]);
        Assert.True(pair.IsOpen);
        pair.TellApart(Guid.CreateVersion7(), _ => new([1]), Noon);
        pair.Weigh(MatchBand.Certain, [PairReason.SameIncident]);

        Assert.False(pair.IsOpen);
        Assert.Equal("duplicates.told-apart-already", Assert.Throws<RefusedException>(() => pair.TellApart(Guid.CreateVersion7(), _ => new([1]), Noon)).Refusal.Code);
    }

    [Theory]
    [InlineData(MatchBand.Certain, PairReason.SamePhone, PairReason.NameResembles)]
    [InlineData(MatchBand.Certain, PairReason.SameName, PairReason.SameIncident)]
    [InlineData(MatchBand.Likely, PairReason.SameEmail)]
    [InlineData(MatchBand.Likely, PairReason.NameSoundsAlike)]
    [InlineData(MatchBand.Likely, PairReason.NameResembles, PairReason.SameIncident)]
    [InlineData(MatchBand.Possible, PairReason.SameIncident)]
    [InlineData(MatchBand.Possible, PairReason.NameResembles)]
    [InlineData(MatchBand.None)]
    public void Reasons_weigh_together(MatchBand expected, params PairReason[] reasons) => Assert.Equal(expected, PairWeight.Of(reasons));

    [Fact]
    public void Who_sees_a_case_by_its_columns_is_who_finds_it_by_query()
    {
        Actor[] colleagues =
        [
            Kim, Lee, Colleague(Role.MunicipalOfficer, "41110"), Colleague(Role.MunicipalOfficer, "41270"), Colleague(Role.Caseworker, "41110", "41270"), Colleague(Role.Administrator), Inspector(Role.Caseworker),
        ];
        var (open, closed, apart) = (New(named: true), New(named: true), New(named: true));
        Do(closed, Grievance.DeclareInterest, Kim);
        Do(apart, Grievance.SetApart, Lee);
        Grievance[] cases = [open, closed, apart];
        foreach (var colleague in colleagues)
        {
            var found = cases.AsQueryable().VisibleTo(colleague, Grievance.Service).ToList();

            Assert.Equal(found, cases.Where(c => CaseAccess.IsSeenBy(colleague, Grievance.Service, c.ClosedTo, c.IsSetApart, c.Municipality)));
        }
    }

    private static void AssertRefused(string code, Grievance grievance, CaseAction action, Actor actor)
    {
        var before = (grievance.Status, grievance.Revision, grievance.Events.Count);
        Assert.Equal(code, Assert.Throws<RefusedException>(() => Do(grievance, action, actor)).Refusal.Code);
        Assert.Equal(before, (grievance.Status, grievance.Revision, grievance.Events.Count));
    }
}
