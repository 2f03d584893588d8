using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.Storage.Seed;
using Xunit;

namespace MigrantServices.Core.Tests.RefugeeSupport;

/// <summary>The State's six months are counted by the Civil Act, from the day after the application.</summary>
public sealed class StatePointsTests
{
    private readonly ReferenceBook _book = new();

    public StatePointsTests() => _book.Fill(ReferenceSeed.Shipped());

    [Theory]
    [InlineData("2026-01-15", "2026-07-15", "2026-07-16")]
    [InlineData("2026-02-28", "2026-08-31", "2026-09-01")]
    [InlineData("2025-08-31", "2026-02-28", "2026-03-01")]
    [InlineData("2025-08-30", "2026-02-28", "2026-03-01")]
    [InlineData("2026-07-01", "2027-01-01", "2027-01-02")]
    public void Living_expense_lasts_six_months_and_work_can_be_asked_for_after_them(string applied, string last, string from)
    {
        var points = new StatePoints(_book).Of(DateOnly.Parse(applied));

        Assert.Equal(
            [("living-until", DateOnly.Parse(last)), ("housing-until", DateOnly.Parse(last)), ("work-from", DateOnly.Parse(from))],
            points.Select(point => (point.Code, point.Day)));
    }

    [Fact]
    public void Another_length_from_a_day_on_counts_for_applications_from_that_day_on()
    {
        var day = new DateOnly(2027, 1, 1);
        _book.Fill(ReferenceSeed.Shipped().Where(item => item is { List: Lists.StatePoints, Code: "work-from" }).SelectMany(item => new[]
        {
            Copy(item, "2016-12-20", day.AddDays(-1), item.Details), Copy(item, "2027-01-01", null, item.Details.Replace("6", "4", StringComparison.Ordinal)),
        }));

        Assert.Equal(new DateOnly(2027, 7, 1), Assert.Single(new StatePoints(_book).Of(day.AddDays(-1))).Day);
        Assert.Equal(new DateOnly(2027, 5, 2), Assert.Single(new StatePoints(_book).Of(day)).Day);
    }

    [Fact]
    public void Before_there_was_an_act_there_are_no_points() => Assert.Empty(new StatePoints(_book).Of(new(2010, 1, 1)));

    private static ReferenceItem Copy(ReferenceItem item, string from, DateOnly? to, string details) =>
        new() { List = item.List, Code = item.Code, ValidFrom = DateOnly.Parse(from), ValidTo = to, Position = item.Position, Details = details, Source = item.Source };
}
