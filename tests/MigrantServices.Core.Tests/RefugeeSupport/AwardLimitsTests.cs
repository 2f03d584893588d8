using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using Xunit;

namespace MigrantServices.Core.Tests.RefugeeSupport;

/// <summary>What terms allow at the most, and how an award is shared out.</summary>
public sealed class AwardLimitsTests
{
    private static readonly Guid Person = Guid.NewGuid();

    [Fact]
    public void Instalments_are_the_award_whatever_the_sum_and_the_months() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, 5_000_000).ToArbitrary(),
        Gen.Choose(0, 400).ToArbitrary(),
        (won, days) =>
        {
            var period = new SupportPeriod(Some.Day, Some.Day.AddDays(days));
            var parts = InstalmentPlan.For(Some.Living, period, won);
            return parts.Sum(part => part.Won) == won
                && parts.All(part => part.Won > 0 && part.DueOn >= period.From && part.DueOn <= period.To)
                && parts.Count <= period.Months;
        }));

    [Theory]
    [InlineData(1_500_000, 3, null)]
    [InlineData(1_500_001, 3, "support.above-the-ceiling")]
    [InlineData(500_001, 1, "support.above-the-ceiling")]
    [InlineData(1, 4, "support.outside-the-period")]
    [InlineData(0, 1, "budget.won-not-positive")]
    [InlineData(-500_000, 1, "budget.won-not-positive")]
    public void Nobody_grants_more_or_longer_than_the_terms_give(long won, int months, string? code) =>
        Assert.Equal(code, AwardLimits.WhyNot(Ask(won, months), Some.Terms(), [])?.Code);

    [Theory]
    [InlineData("2026-11-22", null)]
    [InlineData("2026-11-23", "support.same-need-twice")]
    public void Help_for_the_same_need_may_end_the_day_before(string until, string? code)
    {
        var given = Some.Given(Person, new(2026, 11, 1), DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(code, AwardLimits.WhyNot(Ask(500_000, 1), Some.Terms(), [given])?.Code);
    }

    [Fact]
    public void Months_had_before_count_for_the_limit_and_other_needs_do_not()
    {
        var terms = Some.Terms();
        var before = Some.Given(Person, new(2026, 1, 1), new(2026, 4, 30));

        Assert.Equal("support.outside-the-period", AwardLimits.WhyNot(Ask(500_000, 3), terms, [before])?.Code);
        Assert.Null(AwardLimits.WhyNot(Ask(500_000, 2), terms, [before]));
        Assert.Null(AwardLimits.WhyNot(Ask(500_000, 3), terms, [before with { Need = "housing" }]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Help_that_cannot_be_had_beside_is_refused_whichever_of_the_two_says_so(bool saysNew)
    {
        var terms = Some.Terms(saysNew ? Some.Living with { ExcludesNeeds = ["housing"] } : Some.Living);
        var had = Some.Given(Person, new(2026, 11, 1), Some.Day, "housing", "shelter") with { ExcludesProgrammes = saysNew ? [] : ["living-expense"] };

        Assert.Equal("support.excluded-beside", AwardLimits.WhyNot(Ask(500_000, 1), terms, [had])?.Code);
        Assert.Null(AwardLimits.WhyNot(Ask(500_000, 1), terms, [had with { To = Some.Day.AddDays(-1) }]));
        Assert.Null(AwardLimits.WhyNot(Ask(500_000, 1), Some.Terms(), [had with { ExcludesProgrammes = ["other"] }]));
    }

    [Theory]
    [InlineData(1_300_000, 200_000, null)]
    [InlineData(1_300_001, 200_000, "support.granted-meanwhile")]
    [InlineData(1_500_001, 0, "support.above-the-ceiling")]
    public void What_the_line_was_given_before_counts_to_the_sum_of_both(long won, long kept, string? code) =>
        Assert.Equal(code, AwardLimits.WhyNot(Ask(won, 3), Some.Terms(), [], kept)?.Code);

    private static GrantAward Ask(long won, int months) =>
        new(Guid.NewGuid(), Guid.NewGuid(), [Person], Some.Day, SupportPeriod.OfMonths(Some.Day, months).To, won, Guid.NewGuid());
}
