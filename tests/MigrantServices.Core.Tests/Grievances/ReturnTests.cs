using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>The way back of a case that was set apart by mistake.</summary>
public class ReturnTests
{
    private readonly Actor _one = Inspector(Role.Caseworker);
    private readonly Actor _other = Inspector(Role.Supervisor);

    [Fact]
    public void Two_of_those_who_see_it_bring_it_back_and_nobody_has_it()
    {
        var grievance = Apart();
        Do(grievance, Grievance.ProposeBringBack, _one);
        var proposal = Returns.Of(grievance);

        Do(grievance, Grievance.BringBack, _other);

        Assert.Equal((false, (Guid?)null, (Guid?)null), (grievance.IsSetApart, grievance.HandlerId, grievance.ReturnProposedById));
        Assert.Equal((_one.UserId, _other.UserId), (proposal.ProposedById, proposal.DecidedById));
        Assert.Equal((Role.Caseworker, Role.None), (grievance.RolesOf(Kim), grievance.RolesOf(_other)));
        Do(grievance, Grievance.HandOver, Kim);
    }

    [Fact]
    public void Whoever_proposed_cannot_agree_but_may_keep_it_apart()
    {
        var grievance = Apart();
        Do(grievance, Grievance.ProposeBringBack, _one);

        AssertRefused(grievance, Grievance.BringBack, _one, "case.needs-a-second-person");
        AssertRefused(grievance, Grievance.ProposeBringBack, _other, "fairness.return-proposed-already");
        Do(grievance, Grievance.KeepApart, _one);

        Assert.True(grievance.IsSetApart);
        Assert.Null(grievance.ReturnProposedById);
        AssertRefused(grievance, Grievance.BringBack, _other, "fairness.no-return-proposed");
    }

    [Fact]
    public void Neither_whom_it_is_about_nor_anybody_who_does_not_see_it_has_a_word_in_it()
    {
        var grievance = Apart();
        Do(grievance, Grievance.ProposeBringBack, _one);
        grievance.SetApartBy(_one, [_other.UserId!.Value], [], Noon);

        foreach (var stranger in new[] { _other, Kim, Lee })
        {
            AssertRefused(grievance, Grievance.BringBack, stranger, "case.wrong-role");
            AssertRefused(grievance, Grievance.KeepApart, stranger, "case.wrong-role");
        }
    }

    [Fact]
    public void What_somebody_proposed_who_was_named_afterwards_is_worth_nothing()
    {
        var grievance = Apart();
        Do(grievance, Grievance.ProposeBringBack, _one);
        grievance.SetApartBy(_other, [_one.UserId!.Value], [], Noon);

        AssertRefused(grievance, Grievance.BringBack, _other, "fairness.proposer-is-kept-away");
        Do(grievance, Grievance.KeepApart, _other);
        Do(grievance, Grievance.ProposeBringBack, _other);
        Do(grievance, Grievance.BringBack, Inspector(Role.Caseworker));
    }

    [Fact]
    public void Whom_it_was_said_to_be_about_stays_kept_away_and_their_line_does_not()
    {
        var grievance = In(CaseStatus.UnderReview);
        var line = Guid.CreateVersion7();
        grievance.SetApartBy(Kim, [Choi.UserId!.Value], [line], Noon);
        Do(grievance, Grievance.ProposeBringBack, _one);

        grievance.BringBackBy(_other, Returns.Of(grievance), [line], Noon);

        Assert.Equal([Choi.UserId!.Value], grievance.ClosedTo);
    }

    [Fact]
    public void What_was_never_set_apart_does_not_come_back()
    {
        var grievance = In(CaseStatus.UnderReview);

        foreach (var action in new[] { Grievance.ProposeBringBack, Grievance.KeepApart, Grievance.BringBack })
        {
            AssertRefused(grievance, action, Kim, "fairness.not-set-apart");
        }
    }

    private static Grievance Apart()
    {
        var grievance = In(CaseStatus.UnderReview);
        Do(grievance, Grievance.SetApart, Kim);
        return grievance;
    }

    private static void AssertRefused(Grievance grievance, CaseAction action, Actor actor, string code)
    {
        var before = (grievance.IsSetApart, grievance.Revision, grievance.ReturnProposedById, grievance.Events.Count);

        Assert.Equal(code, Assert.Throws<RefusedException>(() => Do(grievance, action, actor)).Refusal.Code);

        Assert.Equal(before, (grievance.IsSetApart, grievance.Revision, grievance.ReturnProposedById, grievance.Events.Count));
    }
}
