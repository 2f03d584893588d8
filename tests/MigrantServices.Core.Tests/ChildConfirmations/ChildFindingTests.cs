using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Tests.Grievances;
using Xunit;
using static MigrantServices.Core.Tests.ChildConfirmations.ChildLife;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>What is found in the case of a child, on what it rests, and who agrees first.</summary>
public class ChildFindingTests
{
    [Theory]
    [InlineData(WayIn.Request)]
    [InlineData(WayIn.ExOfficio)]
    public void Without_a_visit_a_request_and_a_case_of_the_office_are_decided_in_no_way(WayIn way)
    {
        var one = In(CaseStatus.UnderReview, way);
        one.FindFactBy(Kim, "unregistered", isMet: false, rests: true, Noon);

        Refused("child.visit-missing", one, () => one.ProposeConfirmationBy(Kim, Criteria, true, true, Noon));
        Refused("child.visit-missing", one, () => one.ProposeRefusalBy(Kim, "registered", "unregistered", Words, null, Noon));

        one.RecordHomeVisitBy(Kim, Today, Noon);
        one.ProposeRefusalBy(Kim, "registered", "unregistered", Words, null, Noon);
        Assert.Equal(CaseStatus.Proposed, one.Status);
    }

    [Fact]
    public void A_missing_paper_alone_refutes_nothing_and_without_something_refuted_nothing_is_refused()
    {
        var one = In(CaseStatus.UnderReview);

        Refused("child.missing-paper-is-no-reason", one, () => one.FindFactBy(Kim, "born-in-korea", isMet: false, rests: false, Noon));
        Refused("child.nothing-refuted", one, () => one.ProposeRefusalBy(Kim, "not-born-in-korea", "born-in-korea", Words, null, Noon));
    }

    [Fact]
    public void Every_criterion_is_met_before_a_confirmation_is_proposed()
    {
        var one = In(CaseStatus.UnderReview);
        foreach (var criterion in Criteria.Skip(1))
        {
            one.FindFactBy(Kim, criterion, isMet: true, rests: true, Noon);
        }

        Refused("child.criteria-open", one, () => one.ProposeConfirmationBy(Kim, Criteria, true, true, Noon));
        one.FindFactBy(Kim, Criteria[0], isMet: true, rests: true, Noon);
        Refused("child.photograph-missing", one, () => one.ProposeConfirmationBy(Kim, Criteria, true, hasPhotograph: false, Noon));
        Refused("child.of-age", one, () => one.ProposeConfirmationBy(Kim, Criteria, isUnderAge: false, true, Noon));
        one.ProposeConfirmationBy(Kim, Criteria, true, true, Noon);
        Assert.Equal(CaseStatus.Proposed, one.Status);
    }

    [Fact]
    public void A_later_finding_counts_instead_of_an_earlier_one()
    {
        var one = In(CaseStatus.UnderReview);
        one.FindFactBy(Kim, "lives-here", isMet: false, rests: true, Noon);
        one.FindFactBy(Kim, "lives-here", isMet: true, rests: true, Noon);

        Assert.Equal(["lives-here"], one.Established);
        Assert.Empty(one.Refuted);
    }

    [Fact]
    public void For_a_child_under_fourteen_the_representative_agrees_first()
    {
        var one = New(needsConsent: true);
        one.TakeOnBy(Kim, Clock, Noon);
        foreach (var criterion in Criteria)
        {
            one.FindFactBy(Kim, criterion, isMet: true, rests: true, Noon);
        }

        Refused("child.consent-missing", one, () => one.ProposeConfirmationBy(Kim, Criteria, true, true, Noon));
        Refused("child.consent-in-future", one, () => one.RecordConsentBy(Kim, "phone", Today.AddDays(1), Noon));
        one.RecordConsentBy(Kim, "phone", Today, Noon);
        one.ProposeConfirmationBy(Kim, Criteria, true, true, Noon);
    }

    [Fact]
    public void A_consent_that_came_with_the_form_counts_once_somebody_made_sure_of_it()
    {
        var one = New(needsConsent: true);
        Refused("child.no-consent-to-see", one, () => one.SeeConsentBy(Kim, Noon));
        one.AgreedWithForm("with-form", Noon);
        one.TakeOnBy(Kim, Clock, Noon);
        Criteria.ToList().ForEach(criterion => one.FindFactBy(Kim, criterion, isMet: true, rests: true, Noon));

        Refused("child.consent-unseen", one, () => one.ProposeConfirmationBy(Kim, Criteria, true, true, Noon));
        one.SeeConsentBy(Lee, Noon);
        Refused("child.no-consent-to-see", one, () => one.SeeConsentBy(Kim, Noon));

        Assert.Equal((Lee.UserId, Noon), (one.ConsentSeenById, one.ConsentSeenAt));
        one.ProposeConfirmationBy(Kim, Criteria, true, true, Noon);
        Assert.Equal(CaseStatus.Proposed, one.Status);
    }

    [Theory]
    [InlineData("foreign")]
    [InlineData("under-18")]
    [InlineData("born-in-korea")]
    [InlineData("unregistered")]
    [InlineData("lives-here")]
    public void Nothing_is_found_to_be_met_on_which_nobody_saw_anything(string criterion)
    {
        var one = In(CaseStatus.UnderReview);

        Refused("child.unproven", one, () => one.FindFactBy(Kim, criterion, isMet: true, rests: false, Noon));

        Assert.Equal(new ListedCode("child-criteria", criterion), Assert.Single(ChildConfirmation.Unproven(criterion).Details));
        Assert.Empty(one.Established);
    }

    private static void Refused(string code, ChildConfirmation one, Action deed)
    {
        var (status, revision, events) = (one.Status, one.Revision, one.Events.Count);

        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);

        Assert.Equal((status, revision, events), (one.Status, one.Revision, one.Events.Count));
    }
}
