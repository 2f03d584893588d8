using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.IdentityVault;
using Xunit;
using static MigrantServices.Core.Tests.ChildConfirmations.ChildLife;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>What holds when a parent was the danger, when a reissue was approved by mistake, and on which day a child of 29 February is of age.</summary>
public sealed class ChildGuardTests
{
    [Fact]
    public void The_file_does_not_stand_still_for_the_consent_of_whoever_was_taken_out_of_it()
    {
        var one = New(WayIn.Parent, needsConsent: true);
        one.AgreedWithForm("with-form", Noon);
        one.TakeOnBy(Kim, Clock, Noon);
        one.FindAll();
        Refused("child.consent-unseen", one, () => one.ProposeConfirmationBy(Kim, Criteria, isUnderAge: true, hasPhotograph: true, Noon));

        one.UnlinkParentBy(Lee, Noon);

        Assert.Equal((false, null, null), (one.HasParent, one.ConsentOn, one.ConsentWay));
        one.ProposeConfirmationBy(Kim, Criteria, isUnderAge: true, hasPhotograph: true, Noon);
        Assert.Equal(CaseStatus.Proposed, one.Status);
    }

    [Fact]
    public void Whoever_comes_in_after_them_is_asked_and_a_consent_that_was_seen_stays()
    {
        var (unseen, seen) = (New(WayIn.Parent, needsConsent: true), New(WayIn.Parent, needsConsent: true));
        seen.RecordConsentBy(Kim, "phone", Today, Noon);
        foreach (var one in new[] { unseen, seen })
        {
            one.TakeOnBy(Kim, Clock, Noon);
            one.FindAll();
            one.UnlinkParentBy(Lee, Noon);
            one.TakeParentInBy(Kim, "vi", Noon);
        }

        Assert.True(unseen.HasParent);
        Refused("child.consent-missing", unseen, () => unseen.ProposeConfirmationBy(Kim, Criteria, isUnderAge: true, hasPhotograph: true, Noon));
        seen.ProposeConfirmationBy(Kim, Criteria, isUnderAge: true, hasPhotograph: true, Noon);
        Assert.Equal((CaseStatus.Proposed, Today), (seen.Status, seen.ConsentOn!.Value));
    }

    [Fact]
    public void After_a_parent_was_taken_out_nobody_gets_the_familys_code_before_somebody_was_taken_in()
    {
        var one = In(CaseStatus.UnderReview);
        one.RenewCodeBy(Kim, Noon);
        one.UnlinkParentBy(Lee, Noon);

        Refused("child.parent-was-unlinked", one, () => one.RenewCodeBy(Kim, Noon));

        one.TakeParentInBy(Kim, "vi", Noon);
        one.RenewCodeBy(Kim, Noon);
        one.UnlinkParentBy(Lee, Noon);
        Refused("child.parent-was-unlinked", one, () => one.RenewCodeBy(Kim, Noon));
    }

    [Fact]
    public void A_reissue_that_was_approved_by_mistake_is_sent_back_and_can_then_be_declined_and_the_confirmation_revoked()
    {
        var one = In(CaseStatus.ReissueProposed);
        one.ApproveReissueBy(Lee, Noon);
        Refused("case.wrong-state", one, () => one.ProposeRevocationBy(Kim, "registered-since", Words, null, Noon));

        one.SendBackReissueBy(Lee, Noon);

        Assert.Equal((CaseStatus.ReissueAsked, null, null, IssueReason.Changed), (one.Status, one.ProposedById, one.ApprovedById, one.IssueBecause));
        one.DeclineReissueBy(Kim, Message(one, Kim), Noon);
        one.ProposeRevocationBy(Kim, "registered-since", Words, null, Noon);
        one.ApproveRevocationBy(Lee, Message(one, Lee), Noon);
        Assert.Equal(CaseStatus.Revoked, one.Status);
    }

    [Fact]
    public void First_papers_are_sent_back_as_first_papers_only()
    {
        var first = In(CaseStatus.ToIssue);

        Refused("case.wrong-state", first, () => first.SendBackReissueBy(Lee, Noon));
        Assert.Equal((CaseStatus.ToIssue, Lee.UserId), (first.Status, first.ApprovedById));
    }

    [Theory]
    [InlineData(2008, 2, 29, DatePrecision.Day, 2026, 3, 1)]
    [InlineData(2008, 2, 1, DatePrecision.Month, 2026, 3, 1)]
    [InlineData(2008, 2, 28, DatePrecision.Day, 2026, 2, 28)]
    [InlineData(2008, 3, 1, DatePrecision.Day, 2026, 3, 1)]
    [InlineData(2009, 2, 1, DatePrecision.Month, 2027, 2, 28)]
    public void Whoever_was_born_on_29_February_is_of_age_on_1_March(int year, int month, int day, DatePrecision precision, int on, int inMonth, int atDay)
    {
        var (born, ofAge) = (new BirthDay(new(year, month, day), precision), new DateOnly(on, inMonth, atDay));

        Assert.Equal(ofAge, born.ComesOfAgeOn);
        Assert.Equal((true, false), (born.IsUnderAgeOn(ofAge.AddDays(-1)), born.IsUnderAgeOn(ofAge)));
        Assert.Equal((17, 18), (born.AgeOn(ofAge.AddDays(-1)), born.AgeOn(ofAge)));
    }

    [Fact]
    public void In_a_leap_year_they_are_a_year_older_on_the_day_itself()
    {
        var born = new BirthDay(new(2020, 2, 29), DatePrecision.Day);

        Assert.Equal((3, 4, 4), (born.AgeOn(new(2024, 2, 28)), born.AgeOn(new(2024, 2, 29)), born.AgeOn(new(2025, 2, 28))));
        Assert.Equal((5, 0), (born.AgeOn(new(2025, 3, 1)), born.AgeOn(new(2021, 2, 28))));
    }

    private static void Refused(string code, ChildConfirmation one, Action deed)
    {
        var before = (one.Status, one.Revision, one.Events.Count);
        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);
        Assert.Equal(before, (one.Status, one.Revision, one.Events.Count));
    }
}

file static class Findings
{
    public static void FindAll(this ChildConfirmation one)
    {
        foreach (var criterion in Criteria)
        {
            one.FindFactBy(Kim, criterion, isMet: true, rests: true, Noon);
        }
    }
}
