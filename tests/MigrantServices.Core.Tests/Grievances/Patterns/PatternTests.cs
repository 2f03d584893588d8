using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using Xunit;

namespace MigrantServices.Core.Tests.Grievances.Patterns;

/// <summary>The life of a pattern, and what it counts.</summary>
public sealed class PatternTests
{
    private const int Needed = 3;

    private static readonly DateTimeOffset Noon = Life.Noon;
    private static readonly DateTimeOffset Until = Noon.AddDays(14);
    private static readonly (Actor Kim, Actor Lee, Actor Park) Two = (Life.Colleague(Role.Supervisor), Life.Colleague(Role.Supervisor), Life.Colleague(Role.Supervisor));

    [Fact]
    public void Whoever_asked_can_neither_agree_nor_refuse_and_nothing_changes()
    {
        var pattern = Asked();
        var revision = pattern.Revision;

        AssertRefused("pattern.needs-a-second-person", () => pattern.AgreeBy(Two.Kim, Until, Noon));
        AssertRefused("pattern.needs-a-second-person", () => pattern.RefuseBy(Two.Kim, Words(), Noon));

        Assert.Equal((PatternState.Asked, revision, 2), (pattern.StateAt(Noon), pattern.Revision, pattern.Steps.Count));
    }

    [Fact]
    public void It_is_open_to_the_two_and_to_nobody_else_until_its_time_is_over()
    {
        var pattern = Open();

        Assert.Equal([true, true, false], new[] { Two.Kim, Two.Lee, Two.Park }.Select(actor => pattern.IsOpenTo(actor, Noon)));
        Assert.Equal([false, false, false], new[] { Two.Kim, Two.Lee, Two.Park }.Select(actor => pattern.IsOpenTo(actor, Until)));
        Assert.Equal(PatternState.Raised, pattern.StateAt(Until));
        AssertRefused("pattern.not-open", () => pattern.CloseBy(Two.Kim, PatternOutcome.NothingFound, Words(), Until));
        pattern.AskBy(Two.Park, PatternPurpose.Other, Words(), Until);
        Assert.False(pattern.IsOpenTo(Two.Lee, Until));
    }

    [Fact]
    public void A_refused_request_leaves_it_as_it_was_raised()
    {
        var pattern = Asked();

        pattern.RefuseBy(Two.Lee, Words(), Noon);

        Assert.Equal((PatternState.Raised, null, null), (pattern.StateAt(Noon), pattern.AskedById, pattern.Purpose));
        Assert.Equal([PatternDeed.Raised, PatternDeed.Asked, PatternDeed.Refused], pattern.Steps.Select(step => step.Deed));
        Assert.Equal(Two.Kim.UserId, pattern.Steps[^1].AskedById);
    }

    [Fact]
    public void What_is_asked_for_open_or_closed_is_not_asked_for_again()
    {
        Pattern[] others = [Asked(), Open(), Closed()];

        Assert.All(others, pattern => AssertRefused("pattern.not-to-ask", () => pattern.AskBy(Two.Park, PatternPurpose.Other, Words(), Noon)));
        Assert.All(others.Skip(1), pattern => AssertRefused("pattern.not-asked", () => pattern.AgreeBy(Two.Park, Until, Noon)));
    }

    [Fact]
    public void Only_the_two_close_it()
    {
        var pattern = Open();

        AssertRefused("pattern.not-open", () => pattern.CloseBy(Two.Park, PatternOutcome.NothingFound, Words(), Noon));
        pattern.CloseBy(Two.Lee, PatternOutcome.OwnMotion, Words(), Noon);

        Assert.Equal((PatternState.Closed, PatternOutcome.OwnMotion, Needed), (pattern.StateAt(Noon), pattern.Outcome, pattern.CasesWhenClosed));
        Assert.False(pattern.IsOpenTo(Two.Kim, Noon));
    }

    [Fact]
    public void One_more_case_raises_a_closed_one_again_and_the_same_number_does_not()
    {
        var pattern = Closed();
        pattern.CountBy(Count(Needed), Needed, Noon);
        Assert.Equal(PatternState.Closed, pattern.StateAt(Noon));

        pattern.CountBy(Count(Needed + 1), Needed, Noon);

        Assert.Equal((PatternState.Raised, null, null), (pattern.StateAt(Noon), pattern.AskedById, pattern.Outcome));
        Assert.Equal(PatternDeed.RaisedAgain, pattern.Steps[^1].Deed);
        Assert.False(pattern.IsOpenTo(Two.Kim, Noon));
    }

    [Fact]
    public void Different_respondents_are_never_raised_again()
    {
        var pattern = Closed(PatternOutcome.DifferentOnes);

        pattern.CountBy(Count(12), Needed, Noon);

        Assert.Equal(PatternState.Closed, pattern.StateAt(Noon));
    }

    [Fact]
    public void With_too_few_cases_left_it_is_out_of_sight_and_comes_back_with_enough()
    {
        var pattern = Raised();

        pattern.CountBy(Count(Needed - 1), Needed, Noon);
        Assert.Null(pattern.Cases);
        pattern.CountBy(Count(Needed), Needed, Noon);

        Assert.Equal(Needed, pattern.Cases);
        Assert.Equal([PatternDeed.Raised, PatternDeed.RaisedAgain], pattern.Steps.Select(step => step.Deed));
    }

    [Theory]
    [InlineData(3, CaseBand.Few)]
    [InlineData(4, CaseBand.Few)]
    [InlineData(5, CaseBand.Several)]
    [InlineData(9, CaseBand.Several)]
    [InlineData(10, CaseBand.Many)]
    public void Numbers_are_told_in_bands(int cases, CaseBand band) => Assert.Equal(band, Bands.Of(cases));

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, 3)]
    public void Fewer_than_three_are_not_told(int count, int? told) => Assert.Equal(told, Bands.Told(count));

    [Fact]
    public void Linked_cases_count_once_also_through_one_that_is_not_among_them()
    {
        var ids = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToArray();
        var outside = Guid.CreateVersion7();

        var groups = JoinedCases.Groups(ids, [(ids[1], ids[0]), (ids[2], ids[0]), (ids[3], outside), (ids[4], outside), (ids[0], ids[2])]);

        Assert.Equal([1, 2, 3], groups.Select(group => group.Count).Order());
    }

    [Fact]
    public void A_quarter_is_that_of_the_day_in_Seoul() =>
        Assert.Equal(new DateOnly(2026, 10, 1), Quarters.Of(new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void The_limits_are_those_that_hold_on_the_day_and_never_below_three()
    {
        var (book, day) = (new ReferenceBook(), new DateOnly(2026, 11, 23));
        book.Fill(ReferenceSeed.Shipped());
        var limits = new PatternLimits(book);
        Assert.Equal((3, new DateOnly(2024, 11, 23), new DateOnly(2026, 12, 7)), (limits.Needed(day), limits.From(day), limits.OpenUntil(day)));

        var check = new ChangeCheck(book).WhyNot(
            new()
            {
                Kind = ChangeKind.Replace,
                List = Lists.PatternLimits,
                Code = PatternLimits.NeededCode,
                EffectiveOn = day.AddDays(1),
                Details = """{"length":2,"unit":"cases"}""",
                Source = "규칙",
                ProposedById = Guid.NewGuid(),
                ProposedAt = Noon,
            },
            day);

        Assert.Equal("reference.too-few-cases", check?.Code);
    }

    private static PatternCount Count(int cases) => new(cases, Noon.AddMonths(-24), "employer", RespondentSector.Private);

    private static PatternWords Words() => new(Guid.CreateVersion7(), new SealedText([1, 2, 3]));

    private static Pattern Raised() => Pattern.Raise("P-2026-000001", Guid.NewGuid(), Count(Needed), Noon);

    private static Pattern Asked()
    {
        var pattern = Raised();
        pattern.AskBy(Two.Kim, PatternPurpose.Recommendation, Words(), Noon);
        return pattern;
    }

    private static Pattern Open()
    {
        var pattern = Asked();
        pattern.AgreeBy(Two.Lee, Until, Noon);
        return pattern;
    }

    private static Pattern Closed(PatternOutcome outcome = PatternOutcome.NothingFound)
    {
        var pattern = Open();
        pattern.CloseBy(Two.Kim, outcome, Words(), Noon);
        return pattern;
    }

    private static void AssertRefused(string code, Action deed) => Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);
}
