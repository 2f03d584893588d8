using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

public class GrievanceLifeTests
{
    public static TheoryData<CaseStatus, string> Lines() => Of(Grievance.Service.Lifecycle.Select(l => (l.From, l.Action.Code)).Distinct());

    public static TheoryData<CaseStatus, string> NoLines() => Of(
        from status in Grievance.Service.Statuses
        from action in Grievance.Service.Actions
        where Grievance.Service.Line(status, action) is null
        select (status, action.Code));

    [Theory]
    [MemberData(nameof(Lines))]
    public void Whoever_the_line_names_does_the_deed_and_the_history_tells_it(CaseStatus from, string action)
    {
        var grievance = InFor(from, action);
        var line = Line(from, action);
        var (revision, history) = (grievance.Revision, grievance.Events.Count);
        var actor = Doer(grievance, line);

        Do(grievance, line.Action, actor);

        Assert.Equal(line.To, grievance.Status);
        Assert.Equal(revision + 1, grievance.Revision);
        var told = grievance.Events[history];
        Assert.Equal((line.Action.Code, line.From, line.To, line.Article, actor.UserId), (told.Action, told.From, told.To, told.Article, told.UserId));
        Assert.NotEqual(Role.None, told.By & line.Who);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Nobody_else_may_and_nothing_changes(CaseStatus from, string action)
    {
        var line = Line(from, action);
        var grievance = InFor(from, action);
        var strangers = (Role.Filer | Role.Helper | Role.Colleagues).Each().Where(r => (r & line.Who) == Role.None).Select(r => As(r, grievance))
            .Append(Actor.Filer(Guid.CreateVersion7(), Guid.CreateVersion7()))
            .Append(Colleague(Role.Caseworker | Role.Supervisor | Role.MunicipalOfficer, "41270"));

        foreach (var stranger in strangers)
        {
            AssertRefused(grievance, line.Action, stranger, "case.wrong-role");
        }
    }

    [Theory]
    [MemberData(nameof(NoLines))]
    public void What_the_table_does_not_hold_is_refused_to_everybody(CaseStatus from, string action)
    {
        if (action == Grievance.File.Code)
        {
            return;
        }

        var grievance = In(from);
        foreach (var role in (Role.Filer | Role.Helper | Role.Colleagues).Each())
        {
            AssertRefused(grievance, new(action), As(role, grievance), "case.wrong-state");
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void What_the_handler_does_no_other_colleague_may(CaseStatus from, string action)
    {
        var line = Line(from, action);
        if (line.Needs.HasFlag(Needs.Handler))
        {
            AssertRefused(InFor(from, action), line.Action, Colleague(Role.Caseworker), "case.not-yours");
        }
    }

    [Fact]
    public void Whoever_proposed_can_neither_approve_nor_send_back()
    {
        var both = Colleague(Role.Supervisor);
        var grievance = New(named: true);
        Do(grievance, Grievance.TakeOn, both);
        Do(grievance, Grievance.CheckJurisdiction, both);
        Do(grievance, Grievance.Propose, both);

        AssertRefused(grievance, Grievance.Approve, both, "case.needs-a-second-person");
        AssertRefused(grievance, Grievance.SendBack, both, "case.needs-a-second-person");
    }

    [Fact]
    public void An_answer_sent_back_may_be_proposed_again_and_approved_by_another()
    {
        var grievance = In(CaseStatus.Proposed);

        Do(grievance, Grievance.SendBack, Lee);
        Do(grievance, Grievance.Propose, Kim);
        Do(grievance, Grievance.Approve, Park);

        Assert.Equal((CaseStatus.Answered, Park.UserId), (grievance.Status, grievance.ApprovedById));
    }

    [Fact]
    public void A_petition_is_due_on_the_seventh_working_day_counted_from_receipt_and_a_tip_never()
    {
        Assert.Equal(new DateOnly(2026, 12, 1), In(CaseStatus.Submitted).DueOn);
        Assert.Null(In(CaseStatus.Tip).DueOn);
    }

    [Fact]
    public void The_clock_stands_still_while_the_office_waits_for_the_person()
    {
        var grievance = In(CaseStatus.AwaitingSupplement);
        Assert.Equal((null, new DateOnly(2026, 11, 23)), (grievance.DueOn, grievance.PausedOn));

        grievance.AnswerSupplementBy(FilerOf(grievance), Message(grievance, FilerOf(grievance)), Clock, Noon.AddDays(7));

        Assert.Null(grievance.PausedOn);
        Assert.True(grievance.DueOn > new DateOnly(2026, 12, 1));
        Assert.True(grievance.HasUnread);
    }

    [Theory]
    [InlineData(CaseStatus.Answered)]
    [InlineData(CaseStatus.Withdrawn)]
    [InlineData(CaseStatus.Closed)]
    public void A_case_that_has_come_to_rest_is_never_due(CaseStatus status)
    {
        var grievance = In(status);

        Assert.Equal((null, null), (grievance.DueOn, grievance.PausedOn));
    }

    [Fact]
    public void A_name_turns_a_tip_into_a_petition_whose_clock_begins_then()
    {
        var grievance = In(CaseStatus.Tip);

        grievance.GiveNameBy(FilerOf(grievance), Person(grievance), Clock, Noon.AddDays(7));

        Assert.Equal(CaseStatus.Submitted, grievance.Status);
        Assert.False(grievance.IsAnonymous);
        Assert.Equal(new DateOnly(2026, 12, 8), grievance.DueOn);
    }

    [Theory]
    [InlineData(CaseStatus.Submitted)]
    [InlineData(CaseStatus.UnderReview)]
    [InlineData(CaseStatus.Answered)]
    public void The_office_replaces_no_code_that_the_person_made_themselves(CaseStatus status) =>
        AssertRefused(In(status, Channel.Web), Grievance.RenewCode, Kim, "grievance.code-is-theirs");

    [Fact]
    public void Nobody_can_be_told_apart_in_a_tip_and_so_its_code_is_not_made_anew() =>
        AssertRefused(In(CaseStatus.Tip, Channel.Visit), Grievance.RenewCode, Kim, "case.wrong-state");

    // the office makes codes anew only for cases that it took down, follows up only what was recommended, and goes on only with what was suspended
    private static Grievance InFor(CaseStatus status, string action)
    {
        if (action == Grievance.RecordRespondentReply.Code)
        {
            return AskedAndNow(status);
        }

        var grievance = action == Grievance.RecordReferralReply.Code ? In(status, before: Grievance.Refer) : In(
            status,
            action == Grievance.RenewCode.Code ? Channel.Visit : Channel.Web,
            FollowUp.Contains(action) && status is not (CaseStatus.UnderReview or CaseStatus.Investigating or CaseStatus.SiteInvestigation) ? Recommended : action == Grievance.Resume.Code ? Suspended : null);
        CaseAction[] first = action switch
        {
            _ when action == Grievance.Merge.Code => [Grievance.ProposeMerge],
            _ when action == Grievance.UndoMerge.Code || action == Grievance.KeepMerge.Code => [Grievance.ProposeUndoMerge],
            _ when action == Grievance.Recommend.Code || action == Grievance.SendBackRecommendation.Code => [Grievance.WriteRecommendation],
            _ when action == Grievance.ProposeBringBack.Code => [Grievance.SetApart],
            _ when action == Grievance.KeepApart.Code || action == Grievance.BringBack.Code => [Grievance.SetApart, Grievance.ProposeBringBack],
            _ when action == Grievance.EndPause.Code => [Grievance.Pause],
            _ when action == Grievance.TreatAsWithdrawn.Code => [Grievance.AskSupplementAgain],
            _ when action == Grievance.EndProtection.Code => [Grievance.Protect],
            _ when action == Grievance.ContinueInvestigation.Code => [Grievance.OpenInvestigation, Grievance.OpenMediation, Grievance.Settle],
            _ => [],
        };
        foreach (var deed in first)
        {
            Do(grievance, deed, grievance.IsSetApart ? Inspector(Role.Caseworker) : grievance.HandlerId == Choi.UserId ? Choi : Kim);
        }

        return grievance;
    }

    // the other side was asked while it was looked into, and the case has gone on meanwhile
    private static Grievance AskedAndNow(CaseStatus status)
    {
        var grievance = In(CaseStatus.Investigating);
        Do(grievance, Grievance.AskRespondent, Kim);
        CaseAction[] way = status switch
        {
            CaseStatus.SiteInvestigation => [Grievance.BeginSiteInvestigation],
            CaseStatus.Mediating => [Grievance.OpenMediation],
            CaseStatus.AwaitingSupplement => [Grievance.AskSupplement],
            CaseStatus.Proposed => [Grievance.Propose],
            CaseStatus.UnderReview => [Grievance.Propose, Grievance.SendBack],
            _ => [],
        };
        foreach (var deed in way)
        {
            Do(grievance, deed, deed == Grievance.SendBack ? Lee : Kim);
        }

        return grievance;
    }

    private static readonly string[] FollowUp =
        [Grievance.WriteRecommendation.Code, Grievance.SendBackRecommendation.Code, Grievance.TellRespondent.Code, Grievance.Recommend.Code, Grievance.RecordMeasures.Code, Grievance.CorrectMeasures.Code, Grievance.CheckMeasures.Code];

    private static void AssertRefused(Grievance grievance, CaseAction action, Actor actor, string code)
    {
        var before = (grievance.Status, grievance.Revision, grievance.HandlerId, grievance.DueOn, grievance.Events.Count, grievance.Messages.Count, grievance.People.Count);

        var refused = Assert.Throws<RefusedException>(() => Do(grievance, action, actor));

        Assert.Equal(code, refused.Refusal.Code);
        Assert.False(grievance.May(action, actor));
        Assert.Equal(before, (grievance.Status, grievance.Revision, grievance.HandlerId, grievance.DueOn, grievance.Events.Count, grievance.Messages.Count, grievance.People.Count));
    }

    private static Transition Line(CaseStatus from, string action) => Grievance.Service.Line(from, new(action))!;

    private static Actor Doer(Grievance grievance, Transition line) => line.Needs switch
    {
        Needs.Handler => grievance.HandlerId == Choi.UserId ? Choi : Kim,
        Needs.SecondPerson => Lee,
        Needs.Newcomer when line.Who == Role.Supervisor => Park,
        Needs.Newcomer or (Needs.Handler | Needs.Newcomer) => Choi,
        Needs.SecondPerson | Needs.Newcomer => Park,
        _ => As(line.Who.Each().First(), grievance),
    };

    private static Actor As(Role role, Grievance grievance) => role switch
    {
        Role.Filer => FilerOf(grievance),
        Role.Helper => HelperOf(grievance),
        _ => grievance.IsSetApart && (role & Role.CaseHandlers) != Role.None ? Inspector(role) : Colleague(role),
    };

    private static TheoryData<CaseStatus, string> Of(IEnumerable<(CaseStatus, string)> pairs)
    {
        var data = new TheoryData<CaseStatus, string>();
        foreach (var (status, action) in pairs)
        {
            data.Add(status, action);
        }

        return data;
    }
}
