using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage.Seed;
using Xunit;

namespace MigrantServices.Core.Tests.RefugeeSupport;

/// <summary>The guide says what the rules say, also to somebody who says almost nothing.</summary>
public sealed class SupportGuideTests
{
    private readonly SupportGuide _guide;

    public SupportGuideTests()
    {
        var (book, shipped) = (new ProgrammeBook(), ProgrammeSeed.Shipped().ToList());
        book.Fill([.. shipped.Select(one => one.Programme)], [.. shipped.Select(one => one.Terms)]);
        _guide = new(book);
    }

    [Fact]
    public void Whoever_says_nothing_of_their_group_is_shown_all_that_could_be() =>
        Assert.Equal(Met.Open, Line(new() { Adults = 1 }, "living-expense").Result.Met);

    [Fact]
    public void A_group_that_cannot_have_it_is_told_so_and_why()
    {
        var line = Line(new() { Adults = 1, Category = "g-1-5" }, "start-up");

        Assert.Equal(Met.No, line.Result.Met);
        Assert.Equal("support.reason.category-other", Assert.Single(line.Against).Reason);
    }

    [Fact]
    public void Not_knowing_ones_group_is_the_same_as_not_saying_it() =>
        Assert.Equal(Met.Open, Line(new() { Adults = 1, Category = AskWhatHelps.Unknown }, "living-expense").Result.Met);

    [Theory]
    [InlineData(0, 0, Met.No)]
    [InlineData(1, 0, Met.Yes)]
    [InlineData(0, 1, Met.No)]
    public void Help_for_school_children_is_for_households_that_have_one(int children, int small, Met met) =>
        Assert.Equal(met, Line(new() { Adults = 1, Children = children, SmallChildren = small, Category = "g-1-6" }, "school-start").Result.Met);

    [Fact]
    public void A_band_of_ages_that_a_limit_cuts_stays_open() => Assert.Equal(Met.Open, Line(new() { Children = 1, Category = "g-1-6" }, "job-matching").Result.Met);

    [Fact]
    public void What_is_needed_alone_is_shown() =>
        Assert.Equal(["shelter", "rent-help"], _guide.For(new() { Adults = 1, Needs = ["housing"] }, Some.Day).Select(line => line.Programme.Code));

    [Fact]
    public void What_cannot_be_had_stands_last()
    {
        var lines = _guide.For(new() { Adults = 1, Category = "g-1-5", Circumstances = [AskWhatHelps.None] }, Some.Day);

        Assert.Equal(lines.OrderBy(line => line.Result.Met == Met.No).Select(line => line.Programme.Code), lines.Select(line => line.Programme.Code));
        Assert.Contains(lines, line => line.Programme.Code == "maternity-help" && line.Result.Met == Met.No);
    }

    [Fact]
    public void A_programme_that_ended_for_the_season_is_not_offered() =>
        Assert.Equal("support.reason.closed", Assert.Single(_guide.For(new() { Adults = 1, Needs = ["goods"] }, new(2027, 3, 1))[0].Against).Reason);

    private GuideLine Line(AskWhatHelps form, string programme) => _guide.For(form, Some.Day).Single(line => line.Programme.Code == programme);
}
