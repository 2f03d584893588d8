using System.Reflection;
using System.Text.RegularExpressions;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.ChildConfirmations.Showing;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Core.Tests.Privacy;
using Xunit;
using static MigrantServices.Core.Tests.ChildConfirmations.ChildLife;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <content>Help with daycare, month by month.</content>
public partial class OpeningTests
{
    [Fact]
    public void Whoever_proposed_help_with_daycare_cannot_decide_it()
    {
        var award = Award();

        Refused("case.needs-a-second-person", () => award.ApproveBy(Kim, Noon));
        Refused("case.needs-a-second-person", () => award.DeclineBy(Kim, Noon));
        Assert.Equal((AwardState.Proposed, null), (award.State, award.DecidedById));
        award.ApproveBy(Lee, Noon);
        Refused("childcare.not-proposed", () => award.DeclineBy(Lee, Noon));
        Assert.Equal((AwardState.Approved, Lee.UserId), (award.State, award.DecidedById));
    }

    [Theory]
    [InlineData("2026-10-01", "childcare.before-award")]
    [InlineData("2027-02-01", "childcare.after-award")]
    [InlineData("2026-12-01", "childcare.month-to-come")]
    [InlineData("2026-11-02", "childcare.no-such-month")]
    [InlineData("2026-11-01", null)]
    public void A_month_is_paid_within_the_award_and_once_it_has_begun(string month, string? refusal)
    {
        var award = Award(months: 3);
        award.ApproveBy(Lee, Noon);

        Assert.Equal(refusal, award.WhyNotPay(DateOnly.Parse(month, System.Globalization.CultureInfo.InvariantCulture), Today)?.Code);
    }

    [Fact]
    public void What_is_not_approved_or_was_stopped_is_not_paid_beyond_that_month()
    {
        var award = Award(months: 6);
        Assert.Equal("childcare.not-approved", award.WhyNotPay(November, Today)?.Code);
        award.ApproveBy(Lee, Noon);
        award.Stop(StopReason.LeftDaycare, Noon);

        Assert.Null(award.WhyNotPay(November, Today));
        Assert.Equal("childcare.after-award", award.WhyNotPay(November.AddMonths(1), Today.AddMonths(3))?.Code);
        Refused("childcare.not-open", () => award.Stop(StopReason.MovedAway, Noon));
    }

    [Theory]
    [InlineData("2026-11", 1, true)]
    [InlineData("2026-11", 12, true)]
    [InlineData("2026-11", 13, false)]
    [InlineData("2026-11", 0, false)]
    [InlineData("2026-11", -1, false)]
    [InlineData("2026-11", null, false)]
    [InlineData("2026-13", 1, false)]
    [InlineData("11/2026", 1, false)]
    [InlineData("", 1, false)]
    public void Months_are_whole_and_few(string from, int? months, bool isRight) => Assert.Equal(
        isRight, new ProposeChildcare.Rules(Book(), new Clocked(Noon)).Validate(new ProposeChildcare { Daycare = "example-daycare-anseong", From = from, Months = months }).IsValid);
}
