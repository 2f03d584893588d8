using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>An objection is looked at by somebody who had no part in the answer, in its own time.</summary>
public class ObjectionTests
{
    [Fact]
    public void The_answer_begins_thirty_days_in_which_the_person_may_object()
    {
        var answered = In(CaseStatus.Answered);

        // thirty days from 23 November, that day left out, end on 23 December
        Assert.Equal(new DateOnly(2026, 12, 23), answered.ObjectionUntil);
        Assert.Equal(("rejected", "rejected.not-proven", Noon), (answered.Outcome, answered.OutcomeReason, answered.AnsweredAt));
    }

    [Fact]
    public void On_the_last_day_it_is_in_time_and_a_day_later_too_late()
    {
        var answered = In(CaseStatus.Answered);
        var late = Noon.AddDays(31);

        Refused(answered, "grievance.objection-too-late", () => answered.ObjectBy(FilerOf(answered), Message(answered, FilerOf(answered)), ObjectionClock, late));
        answered.ObjectBy(FilerOf(answered), Message(answered, FilerOf(answered)), ObjectionClock, late.AddDays(-1));

        Assert.Equal(CaseStatus.Objected, answered.Status);
    }

    [Fact]
    public void A_case_that_was_laid_aside_early_keeps_the_days_for_an_objection_and_one_decided_twice_has_none()
    {
        var (closed, decided) = (In(CaseStatus.Closed), In(CaseStatus.ObjectionAnswered));
        decided.CloseBy(Kim, Noon);

        Refused(closed, "grievance.objection-too-late", () => closed.ObjectBy(FilerOf(closed), Message(closed, FilerOf(closed)), ObjectionClock, Noon.AddDays(31)));
        Refused(decided, "grievance.nothing-to-object-to", () => decided.ObjectBy(FilerOf(decided), Message(decided, FilerOf(decided)), ObjectionClock, Noon));
        closed.ObjectBy(FilerOf(closed), Message(closed, FilerOf(closed)), ObjectionClock, Noon.AddDays(30));

        Assert.Equal(CaseStatus.Objected, closed.Status);
    }

    [Fact]
    public void Its_clock_is_its_own_and_nobody_has_taken_it()
    {
        var objected = In(CaseStatus.Objected);

        // fourteen working days, the first counted: 23 November to 10 December
        Assert.Equal((new DateOnly(2026, 12, 10), null, true), (objected.DueOn, objected.HandlerId, objected.HasUnread));
        Assert.Equal((Grievance.ObjectionPeriod, objected.ReceivedAt), objected.RunningClock);
    }

    [Fact]
    public void Neither_who_proposed_nor_who_approved_the_answer_takes_it_on_decides_or_approves()
    {
        foreach (var part in new[] { Kim, Lee })
        {
            var (objected, review, proposed) = (In(CaseStatus.Objected), In(CaseStatus.ObjectionReview), In(CaseStatus.ObjectionProposed));

            Assert.Equal("case.needs-a-newcomer", objected.WhyNot(Grievance.TakeOnObjection, Both(part))?.Code);
            Assert.NotNull(review.WhyNot(Grievance.ProposeObjection, Both(part)));
            Assert.Equal("case.needs-a-newcomer", review.WhyNot(Grievance.HandOver, Both(part))?.Code);
            Assert.Equal("case.needs-a-newcomer", proposed.WhyNot(Grievance.ApproveObjection, Both(part))?.Code);
            Refused(objected, "case.needs-a-newcomer", () => objected.TakeOnObjectionBy(Both(part), affirms: true, Noon));
        }
    }

    [Fact]
    public void Neither_who_had_the_case_before_nor_who_sent_an_answer_back_decides_on_the_objection()
    {
        const Core.People.Role Every = Core.People.Role.Caseworker | Core.People.Role.Supervisor;
        var (last, reader, given) = (Colleague(Every), Colleague(Every), Colleague(Every));
        var grievance = In(CaseStatus.UnderReview);
        grievance.HandOverBy(Kim, given.UserId!.Value, Noon);
        grievance.HandOverBy(Kim, last.UserId!.Value, Noon);
        Do(grievance, Grievance.Propose, last);
        Do(grievance, Grievance.SendBack, reader);
        Do(grievance, Grievance.Propose, last);
        Do(grievance, Grievance.Approve, Lee);
        Do(grievance, Grievance.FileObjection, FilerOf(grievance));

        foreach (var part in new[] { Kim, given, last, reader, Lee })
        {
            Assert.Equal("assignment.colleague-is-no-newcomer", grievance.WhyNotAssign(Park, part.UserId!.Value)?.Code);
            Refused(grievance, "case.needs-a-newcomer", () => grievance.TakeOnObjectionBy(Both(part), affirms: true, Noon));
        }

        Do(grievance, Grievance.TakeOnObjection, Choi);
        Do(grievance, Grievance.AddEvidence, Choi);
        Do(grievance, Grievance.ProposeObjection, Choi);
        Refused(grievance, "case.needs-a-newcomer", () => Do(grievance, Grievance.ApproveObjection, reader));
        Do(grievance, Grievance.ApproveObjection, Park);
        Assert.DoesNotContain(Choi.UserId!.Value, grievance.TookPart);
    }

    [Fact]
    public void Nobody_who_had_a_part_in_the_answer_is_given_the_objection_to_it()
    {
        var given = Colleague(Core.People.Role.Caseworker);
        var grievance = In(CaseStatus.UnderReview);
        grievance.HandOverBy(Kim, given.UserId!.Value, Noon);
        grievance.HandOverBy(given, Kim.UserId!.Value, Noon);
        Do(grievance, Grievance.Propose, Kim);
        Do(grievance, Grievance.Approve, Lee);
        Do(grievance, Grievance.FileObjection, FilerOf(grievance));
        Do(grievance, Grievance.TakeOnObjection, Choi);

        foreach (var part in new[] { Kim, given, Lee })
        {
            Refused(grievance, "case.needs-a-newcomer", () => grievance.HandOverBy(Choi, part.UserId!.Value, Noon));
        }

        grievance.HandOverBy(Choi, Park.UserId!.Value, Noon);
        Assert.Equal(Park.UserId, grievance.HandlerId);
    }

    [Fact]
    public void What_was_to_be_said_to_an_objection_falls_away_when_it_is_taken_back()
    {
        var grievance = In(CaseStatus.ObjectionProposed);

        grievance.WithdrawObjectionBy(FilerOf(grievance), Noon);

        Assert.Equal((null, null, null, null), (grievance.ObjectionAnswer, grievance.ObjectionProposedById, grievance.AnswerStands, grievance.ObjectionOutcome));
    }

    [Fact]
    public void Whoever_proposed_the_decision_does_not_approve_it()
    {
        var proposed = In(CaseStatus.ObjectionProposed);

        Refused(proposed, "case.needs-a-second-person", () => proposed.ApproveObjectionBy(Both(Choi), Message(proposed, Choi), Noon));
        Refused(proposed, "case.needs-a-second-person", () => proposed.SendBackObjectionBy(Both(Choi), Noon));
    }

    [Fact]
    public void Taken_back_the_answer_stays_and_may_be_objected_to_again()
    {
        var objected = In(CaseStatus.Objected);

        objected.WithdrawObjectionBy(FilerOf(objected), Noon);
        Assert.Equal((CaseStatus.Answered, (DateOnly?)null), (objected.Status, objected.DueOn));

        Do(objected, Grievance.FileObjection, FilerOf(objected));
        Assert.Equal(CaseStatus.Objected, objected.Status);
    }

    /// <summary>The same person in every role of the office.</summary>
    private static Core.People.Actor Both(Core.People.Actor one) => one with
    {
        Grants = [new(Core.People.Role.Caseworker, null, null), new(Core.People.Role.Supervisor, null, null)],
    };

    private static void Refused(Grievance grievance, string code, Action deed)
    {
        var before = (grievance.Status, grievance.Revision, grievance.HandlerId, grievance.DueOn, grievance.Events.Count, grievance.Messages.Count);
        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);
        Assert.Equal(before, (grievance.Status, grievance.Revision, grievance.HandlerId, grievance.DueOn, grievance.Events.Count, grievance.Messages.Count));
    }
}
