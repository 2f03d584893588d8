using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.ChildConfirmations.ChildLife;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>Who is told of a child and who is not, and that nothing is refused but what was found.</summary>
public class ChildSafetyTests
{
    [Fact]
    public void A_refusal_rests_on_a_criterion_that_was_found_not_to_be_met_and_on_no_other()
    {
        var one = In(CaseStatus.UnderReview);
        one.FindFactBy(Kim, "unregistered", isMet: false, rests: true, Noon);

        Refused("child.reason-not-found", one, () => one.ProposeRefusalBy(Kim, "not-born-in-korea", "born-in-korea", Words, null, Noon));
        Assert.Null(one.RefusalReason);

        one.ProposeRefusalBy(Kim, "registered", "unregistered", Words, null, Noon);
        Assert.Equal((CaseStatus.Proposed, "registered"), (one.Status, one.RefusalReason));
    }

    [Theory]
    [InlineData(CaseStatus.Submitted)]
    [InlineData(CaseStatus.Confirmed)]
    [InlineData(CaseStatus.Refused)]
    [InlineData(CaseStatus.AgedOut)]
    public void After_a_parent_was_unlinked_no_mail_leads_to_them_whatever_the_state(CaseStatus status)
    {
        var one = In(status);
        one.ChooseNoticesBy(ParentOf(one), NoticeHours.AnyTime, Words, Noon);

        Assert.Throws<RefusedException>(() => one.UnlinkParentBy(Kim, Noon));
        Assert.NotNull(one.NoticeWish);
        one.UnlinkParentBy(Lee, Noon);

        Assert.Null(one.NoticeWish);
    }

    [Fact]
    public void A_family_is_told_of_the_coming_of_age_anew_only_when_the_day_was_put_right()
    {
        var one = In(CaseStatus.ReissueAsked);
        one.TellComingOfAgeBy(Actor.Portal, Message(one, Actor.Portal), Message(one, Actor.Portal), Noon);

        one.CorrectIdentityBy(Kim, "S. C.", 2009, dayMoved: false, one.NeedsConsent, Noon);
        Refused("child.told-already", one, () => one.TellComingOfAgeBy(Actor.Portal, Message(one, Actor.Portal), Message(one, Actor.Portal), Noon));
        one.CorrectIdentityBy(Kim, "S. C.", 2009, dayMoved: true, one.NeedsConsent, Noon);

        one.TellComingOfAgeBy(Actor.Portal, Message(one, Actor.Portal), Message(one, Actor.Portal), Noon);
        Assert.Equal(Noon, one.ToldOfAgeAt);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(2026, "0-2")]
    [InlineData(2024, "0-2")]
    [InlineData(2023, "3-6")]
    [InlineData(2020, "3-6")]
    [InlineData(2019, "7-12")]
    [InlineData(2014, "7-12")]
    [InlineData(2013, "13-17")]
    [InlineData(2008, "13-17")]
    public void Of_a_child_that_is_offered_another_city_reads_about_how_old_it_is(int? bornYear, string? band) =>
        Assert.Equal(band, new TransferOffer(Guid.Empty, "", "", "", Noon, CaseStatus.UnderReview, "vi", bornYear, 1).AgeBand(new(2026, 11, 23)));

    private static void Refused(string code, ChildConfirmation one, Action deed)
    {
        var before = (one.Status, one.Revision, one.Events.Count);
        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);
        Assert.Equal(before, (one.Status, one.Revision, one.Events.Count));
    }
}
