using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage.Seed;
using Xunit;

namespace MigrantServices.Core.Tests.RefugeeSupport;

/// <summary>Whatever the household, the programme and what was given before: the rules never give outside the period, above a limit or twice.</summary>
public sealed class EligibilityProperties
{
    private static readonly string[] Needs = ["living", "housing", "medical"];
    private static readonly Guid[] People = [.. Enumerable.Range(1, 8).Select(number => new Guid(number, 0, 0, new byte[8]))];
    private static readonly DateOnly First = new(2024, 1, 1);

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 1500).Select(First.AddDays);

    private static readonly Gen<int?> Maybe = Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 12).Select(number => (int?)number));

    private static readonly Gen<ProgrammeRules> Programmes =
        from need in Gen.Elements(Needs)
        from covers in Gen.Elements(SupportCover.Household, SupportCover.Member)
        from amounts in Gen.Choose(1, 900_000).Select(won => (long)won).ArrayOf().Select(all => all.Take(6).ToArray())
        from more in Gen.Choose(0, 300_000)
        from ceiling in Maybe
        from wonInAll in Maybe
        from isMonthly in Gen.Elements(true, false)
        from months in Gen.Choose(1, 14)
        from monthsInAll in Maybe
        from years in Maybe
        from closes in Gen.OneOf(Gen.Constant((DateOnly?)null), Days.Select(day => (DateOnly?)day))
        from excluded in Gen.SubListOf(Needs)
        select new ProgrammeRules
        {
            Need = need,
            Covers = covers,
            AmountsWon = amounts,
            MoreWon = more,
            CeilingWon = ceiling * 200_000L,
            WonInAll = wonInAll * 300_000L,
            IsMonthly = isMonthly,
            Months = months,
            MonthsInAll = monthsInAll,
            LimitYears = years,
            ClosesOn = closes,
            ExcludesNeeds = [.. excluded],
            Categories = ["g-1-5"],
        };

    private static readonly Gen<GivenSupport> Given =
        from member in Gen.Elements(People)
        from need in Gen.Elements(Needs)
        from day in Days
        from length in Gen.Choose(0, 200)
        from won in Gen.Choose(0, 2_000_000)
        from award in Gen.Elements(People)
        select new GivenSupport(member, need, "other", day, day.AddDays(length), won, award);

    private static readonly Arbitrary<Item> Items = (
        from rules in Programmes
        from size in Gen.Choose(1, 8)
        from fits in Gen.Elements("g-1-5", "g-1-5", "g-1-5", "f-2-4").ArrayOf(8)
        from given in Given.ArrayOf().Select(all => all.Take(6).ToArray())
        from day in Days
        select new Item(rules, new([.. People.Take(size).Select((key, number) => new HouseholdMember(key, fits[number], null, 1990, null, new HashSet<string>(), false))], "41270"), given, day)).ToArbitrary();

    [Fact]
    public void No_award_lies_outside_its_period() => Holds(item => item.Result.LongestPeriod is not { } period
        || (period.From == item.Day && period.To <= (item.Rules.ClosesOn ?? DateOnly.MaxValue) && period.Months <= item.Rules.Months));

    [Fact]
    public void No_award_gives_twice_for_one_need() => Holds(item => item.Result.LongestPeriod is not { } period
        || !item.Given.Any(given => given.Need == item.Rules.Need && item.Result.Members.Contains(given.Member) && given.Period.Overlaps(period)));

    [Fact]
    public void No_award_stands_beside_what_the_programme_excludes() => Holds(item => item.Result.LongestPeriod is not { } period
        || !item.Given.Any(given => item.Rules.ExcludesNeeds.Contains(given.Need) && item.Result.Members.Contains(given.Member) && given.Period.Overlaps(period)));

    [Fact]
    public void Nobody_has_more_months_than_the_limit() => Holds(item => item.Rules.MonthsInAll is not { } most || item.Result.LongestPeriod is not { } period
        || item.Result.Members.All(member => item.Counting(member).Sum(given => given.Period.Months) + period.Months <= most));

    [Fact]
    public void No_sum_is_above_the_ceiling() => Holds(item => item.Result.Won is not { } won || item.Rules.CeilingWon is not { } ceiling
        || won <= ceiling * (item.Rules.Covers == SupportCover.Household ? 1 : item.Result.Members.Count));

    [Fact]
    public void Nobody_has_more_won_than_the_limit() => Holds(item =>
    {
        if (item.Rules.WonInAll is not { } most || item.Result.Won is not { } won)
        {
            return true;
        }

        long Before(IEnumerable<Guid> members) => members.SelectMany(item.Counting).DistinctBy(given => given.Award).Sum(given => given.Won);
        return won > 0 && (item.Rules.Covers == SupportCover.Household
            ? won + Before(item.Household.Members.Select(member => member.Key)) <= most
            : won <= item.Result.Members.Sum(member => most - Before([member])));
    });

    [Fact]
    public void Only_members_of_a_fitting_group_are_covered_and_nobody_twice() => Holds(item =>
        item.Result.Members.Distinct().Count() == item.Result.Members.Count
        && item.Result.Members.All(key => item.Household.Members.Single(member => member.Key == key).Category == "g-1-5"));

    [Fact]
    public void A_no_gives_neither_time_nor_money() => Holds(item => item.Result.Met != Met.No || item.Result is { LongestPeriod: null, Won: null });

    [Fact]
    public void Every_no_has_its_reason() => Holds(item => item.Result.Met != Met.No || item.Result.Findings.Any(finding => finding.Met == Met.No));

    [Fact]
    public void The_same_facts_give_the_same_answer() => Holds(item =>
    {
        var (one, other) = (item.Result, item.Again());
        return one.Won == other.Won && one.LongestPeriod == other.LongestPeriod && one.Members.SequenceEqual(other.Members) && one.Findings.Count == other.Findings.Count;
    });

    [Fact]
    public void One_more_thing_that_was_given_never_gives_more() => Prop.ForAll(Items, Given.ToArbitrary(), (item, more) =>
    {
        var less = item with { Given = [.. item.Given, more with { Award = Guid.NewGuid() }] };
        return (less.Result.LongestPeriod?.To ?? DateOnly.MinValue) <= (item.Result.LongestPeriod?.To ?? DateOnly.MinValue) || less.Result.Members.Count < item.Result.Members.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_examples_that_are_shipped_can_be_had_by_somebody()
    {
        var papers = ProgrammeSeed.Shipped().SelectMany(one => one.Terms.Rules.Papers).Select(paper => paper.Code).ToHashSet();
        foreach (var (programme, terms) in ProgrammeSeed.Shipped())
        {
            var rules = terms.Rules;
            var somebody = new HouseholdMember(Guid.NewGuid(), rules.Categories is [var first, ..] ? first : null, null, null, null, rules.Circumstances.ToHashSet(), true) { Ages = (rules.MinAge ?? 10, rules.MinAge ?? 10) };
            var result = Eligibility.Of(terms, new([somebody], "41270"), [], papers, new(2026, 12, 1), taken: 0);
            Assert.True(result.Met == Met.Yes, $"{programme.Code}: {string.Join(", ", result.Findings.Where(finding => finding.Met != Met.Yes).Select(finding => finding.Reason))}");
        }
    }

    private static void Holds(Func<Item, bool> rule) => Prop.ForAll(Items, rule).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private sealed record Item(ProgrammeRules Rules, Household Household, GivenSupport[] Given, DateOnly Day)
    {
        private EligibilityResult? _result;

        public EligibilityResult Result => _result ??= Again();

        public EligibilityResult Again() =>
            Eligibility.Of(new() { ProgrammeCode = "some", ValidFrom = First, Rules = Rules, Source = "made up" }, Household, Given, new HashSet<string>(), Day);

        public IEnumerable<GivenSupport> Counting(Guid member) => Given.Where(given =>
            given.Member == member && given.Need == Rules.Need && (Rules.LimitYears is not { } years || given.To > Day.AddYears(-years)));

        // a copy with other facts has another answer
        private Item(Item original)
        {
            (Rules, Household, Given, Day) = (original.Rules, original.Household, original.Given, original.Day);
        }
    }
}
