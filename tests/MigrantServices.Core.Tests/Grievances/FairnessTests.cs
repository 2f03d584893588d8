using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

public class FairnessTests
{
    private static readonly SealedText Words = new([1, 2, 3]);

    [Fact]
    public void Whoever_declares_an_interest_loses_the_case_and_may_do_nothing_on_it_any_more()
    {
        foreach (var status in Grievance.Service.Statuses)
        {
            var grievance = In(status);

            Do(grievance, Grievance.DeclareInterest, Kim);

            Assert.NotEqual(Kim.UserId, grievance.HandlerId);
            Assert.Equal(("declare-interest", "family", Kim.UserId), (grievance.Events[^1].Action, grievance.Events[^1].Detail, grievance.Events[^1].UserId));
            Assert.Equal(Role.None, grievance.RolesOf(Kim));
            Assert.All(Grievance.Service.Actions, action => Assert.NotNull(grievance.WhyNot(action, Kim)));
        }
    }

    [Fact]
    public void Nobody_lifts_their_own_declaration_and_nothing_changes()
    {
        var grievance = In(CaseStatus.UnderReview);
        Do(grievance, Grievance.DeclareInterest, Lee);
        var officer = new Actor(Lee.UserId, "", [new(Role.PrivacyOfficer, null, null)]);
        var declaration = Declared(grievance, Lee);

        foreach (var same in new[] { Lee, officer })
        {
            Assert.Equal("case.wrong-role", Assert.Throws<RefusedException>(() => grievance.LiftInterestBy(same, declaration, Words, false, Noon)).Refusal.Code);
        }

        Assert.Equal("fairness.not-your-own", declaration.WhyNotLifted(Lee)!.Code);
        Assert.Null(declaration.LiftedAt);
        Assert.Contains(Lee.UserId!.Value, grievance.ClosedTo);
    }

    [Theory]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.PrivacyOfficer)]
    public void Another_supervisor_or_a_privacy_officer_lifts_it_once(Role role)
    {
        var grievance = In(CaseStatus.UnderReview);
        Do(grievance, Grievance.DeclareInterest, Choi);
        var (declaration, other) = (Declared(grievance, Choi), Colleague(role));

        grievance.LiftInterestBy(other, declaration, Words, isAboutThem: false, Noon);

        Assert.Equal(other.UserId, declaration.LiftedById);
        Assert.Empty(grievance.ClosedTo);
        var events = grievance.Events.Count;
        Assert.Equal("fairness.lifted-already", Assert.Throws<RefusedException>(() => grievance.LiftInterestBy(other, declaration, Words, false, Noon)).Refusal.Code);
        Assert.Equal(events, grievance.Events.Count);
    }

    [Fact]
    public void Lifting_a_declaration_does_not_open_the_case_to_somebody_whom_it_is_about()
    {
        var grievance = In(CaseStatus.UnderReview);
        Do(grievance, Grievance.DeclareInterest, Choi);

        grievance.LiftInterestBy(Lee, Declared(grievance, Choi), Words, isAboutThem: true, Noon);

        Assert.True(grievance.IsClosedTo(Choi.UserId));
    }

    [Fact]
    public void An_answer_by_somebody_who_declared_an_interest_goes_back_and_is_not_given()
    {
        var grievance = In(CaseStatus.Proposed);
        Do(grievance, Grievance.DeclareInterest, Kim);

        Assert.Equal("fairness.proposer-has-an-interest", grievance.WhyNot(Grievance.Approve, Lee)!.Code);
        Assert.Throws<RefusedException>(() => grievance.ApproveBy(Lee, Message(grievance, Lee), Window, Noon));
        Assert.Equal((CaseStatus.Proposed, null), (grievance.Status, grievance.AnsweredAt));
        Do(grievance, Grievance.SendBack, Lee);
        Do(grievance, Grievance.HandOver, Lee);
    }

    [Fact]
    public void A_recommendation_by_somebody_who_declared_an_interest_goes_back_and_is_not_sent()
    {
        var grievance = In(CaseStatus.Answered, outcome: Recommended);
        Do(grievance, Grievance.WriteRecommendation, Kim);
        Do(grievance, Grievance.DeclareInterest, Kim);

        AssertNotFair(grievance, () => Do(grievance, Grievance.Recommend, Lee));

        Assert.Equal(Kim.UserId, grievance.RecommendationById);
        Do(grievance, Grievance.SendBackRecommendation, Lee);
        Assert.Null(grievance.RecommendationById);
    }

    [Fact]
    public void A_case_set_apart_about_whoever_wrote_a_recommendation_does_not_send_it()
    {
        var grievance = In(CaseStatus.Answered, outcome: Recommended);
        Do(grievance, Grievance.WriteRecommendation, Kim);
        grievance.SetApartBy(Park, [Kim.UserId!.Value], [], Noon);

        AssertNotFair(grievance, () => Do(grievance, Grievance.Recommend, Inspector(Role.Supervisor)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cases_are_not_merged_on_the_word_of_somebody_with_an_interest_in_either(bool inTheOther)
    {
        var grievance = In(CaseStatus.UnderReview);
        Do(grievance, Grievance.ProposeMerge, Kim);
        Do(inTheOther ? Merges.Of(grievance).Stays : grievance, Grievance.DeclareInterest, Kim);

        AssertNotFair(grievance, () => Do(grievance, Grievance.Merge, Lee));

        Do(grievance, Grievance.DeclineMerge, Lee);
        Assert.Null(grievance.MergeProposedById);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cases_are_not_parted_on_the_word_of_somebody_with_an_interest_in_either(bool inTheOther)
    {
        var grievance = In(CaseStatus.Merged);
        Do(grievance, Grievance.ProposeUndoMerge, Kim);
        Do(inTheOther ? Merges.Of(grievance).Stays : grievance, Grievance.DeclareInterest, Kim);

        AssertNotFair(grievance, () => Do(grievance, Grievance.UndoMerge, Lee));

        Do(grievance, Grievance.KeepMerge, Lee);
        Assert.Equal((CaseStatus.Merged, null), (grievance.Status, grievance.MergeProposedById));
    }

    private static void AssertNotFair(Grievance grievance, Action deed)
    {
        var before = (grievance.Status, grievance.Revision, grievance.Events.Count);
        Assert.Equal("fairness.proposer-has-an-interest", Assert.Throws<RefusedException>(deed).Refusal.Code);
        Assert.Equal(before, (grievance.Status, grievance.Revision, grievance.Events.Count));
    }

    [Fact]
    public void After_a_withdrawn_objection_the_case_does_not_go_back_to_somebody_who_declared_an_interest()
    {
        var grievance = In(CaseStatus.Objected);
        Do(grievance, Grievance.DeclareInterest, Kim);

        Do(grievance, Grievance.WithdrawObjection, FilerOf(grievance));

        Assert.Null(grievance.HandlerId);
    }

    [Fact]
    public void Taking_a_case_on_or_opening_an_investigation_affirms_that_there_is_no_interest()
    {
        var grievance = In(CaseStatus.Investigating);
        var objected = In(CaseStatus.ObjectionReview);

        Assert.Equal(Grievance.NoInterest, grievance.Events.Find(e => e.Action == "take-on")!.Detail);
        Assert.Equal(Grievance.NoInterest, grievance.Events.Find(e => e.Action == "open-investigation")!.Detail);
        Assert.Equal(Grievance.NoInterest, objected.Events.Find(e => e.Action == "take-on-objection")!.Detail);
    }

    [Fact]
    public void Without_the_word_that_there_is_no_interest_nobody_takes_a_case_on_and_nothing_changes()
    {
        Refused(New(named: true), g => g.TakeOnBy(Kim, affirms: false, Noon));
        Refused(In(CaseStatus.Objected), g => g.TakeOnObjectionBy(Choi, affirms: false, Noon));
        Refused(In(CaseStatus.UnderReview), g => g.HandOverBy(Choi, Choi.UserId!.Value, Noon));
        Refused(In(CaseStatus.UnderReview), g => g.KeepBy(Kim, Kept(g, Grievance.OpenInvestigation), null, Noon));

        static void Refused(Grievance grievance, Action<Grievance> takes)
        {
            var before = (grievance.Status, grievance.Revision, grievance.HandlerId, grievance.Events.Count);
            Assert.Equal("fairness.not-affirmed", Assert.Throws<RefusedException>(() => takes(grievance)).Refusal.Code);
            Assert.Equal(before, (grievance.Status, grievance.Revision, grievance.HandlerId, grievance.Events.Count));
        }
    }

    [Fact]
    public void Who_takes_a_case_over_says_it_too_and_who_gives_it_to_another_need_not()
    {
        var (taken, given) = (In(CaseStatus.UnderReview), In(CaseStatus.UnderReview));

        taken.HandOverBy(Choi, Choi.UserId!.Value, Noon, affirms: true);
        given.HandOverBy(Kim, Choi.UserId!.Value, Noon);

        Assert.Equal((Grievance.NoInterest, (string?)null), (taken.Events[^1].Detail, given.Events[^1].Detail));
    }

    [Fact]
    public void A_case_set_apart_is_for_inspectors_only_and_theirs_are_no_others()
    {
        var (ordinary, apart) = (In(CaseStatus.Submitted), In(CaseStatus.Submitted));
        Do(apart, Grievance.SetApart, Kim);
        var (inspector, both) = (Inspector(Role.Caseworker), new Actor(Guid.CreateVersion7(), "", [new(Role.Caseworker, null, null), new(Role.Caseworker, null, null) { ForSetApart = true }]));

        Assert.Equal((Role.None, Role.Caseworker), (apart.RolesOf(Kim), apart.RolesOf(inspector)));
        Assert.Equal((Role.Caseworker, Role.None), (ordinary.RolesOf(Kim), ordinary.RolesOf(inspector)));
        Assert.Equal((Role.None, Role.Caseworker), (apart.RolesOf(both), ordinary.RolesOf(both)));
        Do(apart, Grievance.TakeOn, inspector);
        Assert.Equal(inspector.UserId, apart.HandlerId);
    }

    [Fact]
    public void Setting_apart_frees_the_handler_and_names_whom_it_is_about_one_line_each()
    {
        var grievance = In(CaseStatus.UnderReview);
        var events = grievance.Events.Count;

        grievance.SetApartBy(Kim, [Choi.UserId!.Value, Park.UserId!.Value], [], Noon);

        Assert.Null(grievance.HandlerId);
        Assert.Equal([Choi.UserId, Park.UserId], grievance.Events.Skip(events).Select(e => e.ColleagueId));
        Assert.True(grievance.IsSetApart && grievance.IsClosedTo(Choi.UserId) && grievance.IsClosedTo(Park.UserId));
    }

    [Fact]
    public void An_inspector_names_further_colleagues_and_nothing_happens_where_nobody_is_named()
    {
        var grievance = In(CaseStatus.Submitted);
        Do(grievance, Grievance.SetApart, Kim);
        var (inspector, other) = (Inspector(Role.Caseworker), Inspector(Role.Supervisor));
        Do(grievance, Grievance.TakeOn, inspector);
        var (revision, events) = (grievance.Revision, grievance.Events.Count);

        Assert.Equal("fairness.set-apart-already", Assert.Throws<RefusedException>(() => grievance.SetApartBy(inspector, [], [], Noon)).Refusal.Code);
        Assert.Equal((revision, events), (grievance.Revision, grievance.Events.Count));
        grievance.SetApartBy(inspector, [other.UserId!.Value], [], Noon);

        Assert.Equal((Role.None, inspector.UserId), (grievance.RolesOf(other), grievance.HandlerId));
    }

    [Fact]
    public void No_more_people_are_kept_away_than_the_indexes_can_carry()
    {
        var grievance = In(CaseStatus.Submitted);
        var many = Enumerable.Range(0, ServiceCase.MostClosedTo + 1).Select(_ => Guid.CreateVersion7()).ToList();

        Assert.Equal("fairness.too-many", Assert.Throws<RefusedException>(() => grievance.SetApartBy(Kim, many, [], Noon)).Refusal.Code);

        Assert.Equal((false, 0), (grievance.IsSetApart, grievance.ClosedTo.Length));
    }

    [Fact]
    public void What_is_told_to_be_about_the_office_is_set_apart_from_its_first_moment()
    {
        var grievance = Unbegun(named: true, Channel.Visit);

        grievance.FileBy(Kim, Clock, Noon, aboutOffice: true);

        Assert.True(grievance.IsSetApart);
        Assert.Equal((Role.Caseworker, Role.None), (grievance.Events[0].By, grievance.RolesOf(Kim)));
    }
}
