using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Programmes;
using Xunit;

namespace MigrantServices.Core.Tests.RefugeeSupport;

/// <summary>Each rule says what it finds and why, and a rule that is not met leaves nothing to award.</summary>
public sealed class EligibilityTests
{
    [Fact]
    public void A_household_that_meets_all_is_given_its_rate_for_the_longest_time()
    {
        var family = Some.Family(Some.Person(), Some.Person(), Some.Person(), Some.Person(), Some.Person());

        var result = Some.Of(Some.Living, family);

        Assert.Equal(Met.Yes, result.Met);
        Assert.Equal(new SupportPeriod(Some.Day, new(2027, 2, 22)), result.LongestPeriod);
        Assert.Equal(3 * (1_000_000 + (2 * 150_000)), result.Won);
        Assert.Equal(5, result.Members.Count);
    }

    [Theory]
    [InlineData("2026-12-01", null, Met.No, "opens-later")]
    [InlineData("2026-11-23", null, Met.Yes, "open")]
    [InlineData(null, "2026-11-22", Met.No, "closed")]
    [InlineData(null, "2026-11-23", Met.Yes, "open-until")]
    public void A_programme_helps_from_its_first_day_to_its_last(string? opens, string? closes, Met met, string reason)
    {
        var result = Some.Of(Some.Living with { OpensOn = Day(opens), ClosesOn = Day(closes) }, Some.Family(Some.Person()));

        Assert.Equal((met, reason), result.Said(EligibilityItem.Open));
        Assert.Equal(met == Met.No, result is { LongestPeriod: null, Won: null });
    }

    [Fact]
    public void Terms_that_hold_no_longer_give_nothing()
    {
        var terms = Some.Terms();
        terms.ValidTo = Some.Day.AddDays(-1);

        var result = Eligibility.Of(terms, Some.Family(Some.Person()), [], Some.NoPapers, Some.Day);

        Assert.Equal((Met.No, "other-terms"), result.Said(EligibilityItem.Open));
        Assert.Equal(Met.No, result.Met);
    }

    [Theory]
    [InlineData("g-1-5", Met.Yes, "category-fits")]
    [InlineData("f-2-4", Met.No, "category-other")]
    [InlineData(null, Met.Open, "category-unknown")]
    public void A_group_is_looked_at_for_each_person(string? category, Met met, string reason)
    {
        var person = Some.Person(category);

        var result = Some.Of(Some.Living, Some.Family(person));

        Assert.Equal((met, reason), result.Said(EligibilityItem.Category, person.Key));
        Assert.Equal(met, result.Met);
    }

    [Fact]
    public void Whoever_is_of_another_group_is_not_counted_and_the_others_are()
    {
        var (fits, other) = (Some.Person(), Some.Person("f-2-4"));

        var result = Some.Of(Some.Living, Some.Family(fits, other));

        Assert.Equal([fits.Key], result.Members);
        Assert.Equal(3 * 500_000, result.Won);
    }

    [Fact]
    public void Nobody_is_asked_for_a_group_where_the_programme_names_none()
    {
        var result = Some.Of(Some.Living with { Categories = [] }, Some.Family(Some.Person(null)));

        Assert.DoesNotContain(result.Findings, finding => finding.Item == EligibilityItem.Category);
        Assert.Equal(Met.Yes, result.Met);
    }

    [Theory]
    [InlineData("2020-11-23", Met.Yes)]
    [InlineData("2020-11-24", Met.No)]
    [InlineData("2007-11-24", Met.Yes)]
    [InlineData("2007-11-23", Met.No)]
    public void Ages_are_whole_years_both_ends_included(string born, Met met)
    {
        var child = Some.Person(born: DateOnly.Parse(born));

        var result = Some.Of(Some.Living with { Covers = SupportCover.Member, MinAge = 6, MaxAge = 18 }, Some.Family(child));

        Assert.Equal(met, result.Said(EligibilityItem.Age, child.Key).Met);
    }

    [Theory]
    [InlineData(2020, Met.Open)]
    [InlineData(2019, Met.Yes)]
    [InlineData(2021, Met.No)]
    [InlineData(2008, Met.Yes)]
    [InlineData(2007, Met.Open)]
    [InlineData(2006, Met.No)]
    public void A_year_of_birth_says_no_more_than_it_can(int year, Met met)
    {
        var child = Some.Person() with { BornOn = null, BornYear = year };

        var result = Some.Of(Some.Living with { Covers = SupportCover.Member, MinAge = 6, MaxAge = 18 }, Some.Family(child));

        Assert.Equal(met, result.Said(EligibilityItem.Age, child.Key).Met);
    }

    [Fact]
    public void For_a_household_the_age_and_the_case_of_one_are_enough()
    {
        var rules = Some.Living with { MaxAge = 5, Circumstances = ["pregnancy"] };

        var result = Some.Of(rules, Some.Family(Some.Person(born: new(2024, 1, 1)), Some.Person(circumstances: "pregnancy")));

        Assert.Equal((Met.Yes, "age-fits"), result.Said(EligibilityItem.Age));
        Assert.Equal((Met.Yes, "circumstance-fits"), result.Said(EligibilityItem.Circumstance));
        Assert.Equal(2, result.Members.Count);
    }

    [Theory]
    [InlineData(true, Met.No, "circumstance-other")]
    [InlineData(false, Met.Open, "circumstance-unknown")]
    public void What_somebody_did_not_want_to_say_stays_open(bool tells, Met met, string reason)
    {
        var result = Some.Of(Some.Living with { Circumstances = ["illness"] }, Some.Family(Some.Person() with { TellsCircumstances = tells }));

        Assert.Equal((met, reason), result.Said(EligibilityItem.Circumstance));
    }

    [Theory]
    [InlineData(SupportCover.Household)]
    [InlineData(SupportCover.Member)]
    public void Who_was_never_asked_about_a_circumstance_has_not_said_no(SupportCover covers)
    {
        var person = Some.Person() with { AskedAbout = new HashSet<string> { "pregnancy" } };
        var rules = Some.Living with { Covers = covers, Circumstances = ["illness"] };
        Guid? of = covers == SupportCover.Member ? person.Key : null;

        Assert.Equal((Met.Open, "circumstance-not-asked"), Some.Of(rules, Some.Family(person)).Said(EligibilityItem.Circumstance, of));
        Assert.Equal(Met.Open, Some.Of(rules, Some.Family(person)).Met);
        Assert.Equal((Met.No, "circumstance-other"), Some.Of(rules, Some.Family(person with { AskedAbout = new HashSet<string> { "illness" } })).Said(EligibilityItem.Circumstance, of));
    }

    [Theory]
    [InlineData("lease", Met.Yes)]
    [InlineData("landlord-letter", Met.Yes)]
    [InlineData("bank-account", Met.Open)]
    public void A_paper_or_what_stands_in_for_it_will_do_and_a_missing_one_can_be_brought(string paper, Met met)
    {
        var result = Some.Of(Some.Living with { Papers = [new("lease", ["landlord-letter"])] }, Some.Family(Some.Person()), null, paper);

        Assert.Equal(met, result.Said(EligibilityItem.Papers).Met);
        Assert.Equal(met, result.Met);
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11-22", Met.Yes, "nothing-beside", "2027-02-22")]
    [InlineData("2026-11-01", "2026-11-23", Met.No, "need-met", null)]
    [InlineData("2026-12-24", "2027-01-23", Met.Yes, "need-met-later", "2026-12-23")]
    [InlineData("2027-02-23", "2027-03-22", Met.Yes, "nothing-beside", "2027-02-22")]
    public void Nobody_is_helped_twice_for_one_need_on_one_day(string from, string to, Met met, string reason, string? last)
    {
        var person = Some.Person();

        var result = Some.Of(Some.Living with { MonthsInAll = null }, Some.Family(person), [Some.Given(person.Key, DateOnly.Parse(from), DateOnly.Parse(to))]);

        Assert.Equal((met, reason), result.Said(EligibilityItem.Overlap, person.Key));
        Assert.Equal(Day(last), result.LongestPeriod?.To);
    }

    [Fact]
    public void Help_for_another_need_stands_in_the_way_only_where_the_programme_says_so()
    {
        var person = Some.Person();
        GivenSupport[] shelter = [Some.Given(person.Key, Some.Day, Some.Day.AddDays(40), "housing", "shelter")];

        Assert.Equal(Met.Yes, Some.Of(Some.Living, Some.Family(person), shelter).Met);
        Assert.Equal("excluded", Some.Of(Some.Living with { ExcludesNeeds = ["housing"] }, Some.Family(person), shelter).Said(EligibilityItem.Overlap, person.Key).Reason);
        Assert.Equal("excluded", Some.Of(Some.Living with { ExcludesProgrammes = ["shelter"] }, Some.Family(person), shelter).Said(EligibilityItem.Overlap, person.Key).Reason);
    }

    [Fact]
    public void What_one_of_them_is_given_already_leaves_the_others_their_help()
    {
        var (helped, other) = (Some.Person(), Some.Person());

        var result = Some.Of(Some.Living, Some.Family(helped, other), [Some.Given(helped.Key, Some.Day, Some.Day.AddDays(5))]);

        Assert.Equal([other.Key], result.Members);
        Assert.Equal(3 * 500_000, result.Won);
    }

    [Theory]
    [InlineData(5, Met.Yes, "2026-12-22")]
    [InlineData(6, Met.No, null)]
    public void Months_that_were_given_count_for_the_limit(int months, Met met, string? last)
    {
        var person = Some.Person();
        var before = new DateOnly(2026, 1, 1);

        var result = Some.Of(Some.Living, Some.Family(person), [Some.Given(person.Key, before, before.AddMonths(months).AddDays(-1))]);

        Assert.Equal(met, result.Said(EligibilityItem.Cap, person.Key).Met);
        Assert.Equal(Day(last), result.LongestPeriod?.To);
    }

    [Fact]
    public void What_was_given_longer_ago_than_the_years_that_count_is_forgotten()
    {
        var person = Some.Person();
        GivenSupport[] old = [Some.Given(person.Key, new(2023, 1, 1), new(2023, 6, 30))];

        Assert.Equal(Met.No, Some.Of(Some.Living, Some.Family(person), old).Met);
        Assert.Equal(Met.Yes, Some.Of(Some.Living with { LimitYears = 3 }, Some.Family(person), old).Met);
    }

    [Fact]
    public void The_ceiling_and_the_limit_in_all_cut_the_sum()
    {
        var person = Some.Person();
        var rules = Some.Living with { CeilingWon = 1_200_000 };
        GivenSupport[] given = [Some.Given(person.Key, new(2026, 1, 1), new(2026, 1, 31), won: 900_000)];

        Assert.Equal(1_200_000, Some.Of(rules, Some.Family(person)).Won);
        Assert.Equal(100_000, Some.Of(rules with { WonInAll = 1_000_000 }, Some.Family(person), given).Won);
        Assert.Equal((Met.No, "won-used"), Some.Of(rules with { WonInAll = 900_000 }, Some.Family(person), given).Said(EligibilityItem.Cap));
    }

    [Fact]
    public void An_award_for_a_household_counts_once_for_the_limit()
    {
        var (one, two) = (Some.Person(), Some.Person());
        var award = Guid.NewGuid();
        var rules = Some.Living with { MonthsInAll = null, WonInAll = 1_000_000 };
        GivenSupport[] Lines(Guid? second) => [Some.Given(one.Key, new(2026, 1, 1), new(2026, 1, 31), won: 600_000, award: award), Some.Given(two.Key, new(2026, 1, 1), new(2026, 1, 31), won: 600_000, award: second)];

        Assert.Equal(400_000, Some.Of(rules, Some.Family(one, two), Lines(award)).Won);
        Assert.Equal(Met.No, Some.Of(rules, Some.Family(one, two), Lines(Guid.NewGuid())).Met);
    }

    [Fact]
    public void Help_for_single_persons_is_counted_for_each()
    {
        var rules = Some.Living with { Covers = SupportCover.Member, IsMonthly = false, CeilingWon = 400_000 };

        Assert.Equal(800_000, Some.Of(rules, Some.Family(Some.Person(), Some.Person())).Won);
    }

    [Theory]
    [InlineData(null, Met.Open, "places-unknown")]
    [InlineData(8, Met.Yes, "places-left")]
    [InlineData(9, Met.No, "full")]
    public void Places_are_counted_where_somebody_counted_them(int? taken, Met met, string reason)
    {
        var result = Eligibility.Of(Some.Terms(Some.Living with { Capacity = 10 }), Some.Family(Some.Person(), Some.Person()), [], Some.NoPapers, Some.Day, taken);

        Assert.Equal((met, reason), result.Said(EligibilityItem.Capacity));
        Assert.Equal(met, result.Met);
        Assert.Equal(met == Met.No, result.Won is null);
    }

    [Fact]
    public void Help_that_is_no_money_has_no_sum()
    {
        var result = Some.Of(Some.Living with { AmountsWon = [], MoreWon = 0 }, Some.Family(Some.Person()));

        Assert.Equal(Met.Yes, result.Met);
        Assert.Null(result.Won);
        Assert.NotNull(result.LongestPeriod);
    }

    [Fact]
    public void Somebody_who_stands_in_a_household_twice_is_refused()
    {
        var person = Some.Person();

        var refused = Assert.Throws<RefusedException>(() => Some.Family(person, Some.Person(), person with { Category = "f-2-4" }));

        Assert.Equal("support.member-twice", refused.Refusal.Code);
        Assert.Equal("support.nobody", Assert.Throws<RefusedException>(() => Some.Family()).Refusal.Code);
    }

    [Theory]
    [InlineData("2026-01-31", "2026-02-28", 1)]
    [InlineData("2026-01-31", "2026-03-30", 2)]
    [InlineData("2026-01-01", "2026-01-31", 1)]
    [InlineData("2026-01-01", "2026-02-01", 2)]
    [InlineData("2026-01-15", "2026-01-15", 1)]
    [InlineData("2025-12-15", "2026-12-14", 12)]
    public void A_month_that_has_begun_counts_whole(string from, string to, int months) =>
        Assert.Equal(months, new SupportPeriod(DateOnly.Parse(from), DateOnly.Parse(to)).Months);

    private static DateOnly? Day(string? written) => written is null ? null : DateOnly.Parse(written);
}
