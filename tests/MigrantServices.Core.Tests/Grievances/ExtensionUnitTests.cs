using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>How long an extension may be is said in the unit in which the clock counts.</summary>
public sealed class ExtensionUnitTests
{
    [Theory]
    [InlineData("calendar-days", "case.extension-too-long-by-calendar")]
    [InlineData("months", "case.extension-too-long-in-months")]
    public void More_than_the_period_is_refused_in_its_own_unit_and_nothing_moves(string unit, string code)
    {
        var grievance = In(CaseStatus.UnderReview);
        var clock = ClockIn(unit);
        var before = Snapshot.Of(grievance);

        foreach (var length in new[] { clock.LongestExtension + 1, 0 })
        {
            var refused = Assert.Throws<RefusedException>(() => grievance.ExtendBy(Kim, new() { Reason = "fact-check", Days = length }, Message(grievance, Kim), clock, Noon));

            Assert.Equal(code, refused.Refusal.Code);
            Assert.Equal([clock.LongestExtension], refused.Refusal.Details);
            Snapshot.AssertSame(before, grievance);
        }
    }

    private static CaseClock ClockIn(string unit)
    {
        var book = new ReferenceBook();
        book.Fill([.. ReferenceSeed.Shipped().Where(item => (item.List, item.Code) != (Lists.Periods, "petition.DG") && (item.List, item.Code) != (Lists.Periods, "extension.petition.DG")),
            new ReferenceItem { List = Lists.Periods, Code = "petition.DG", ValidFrom = new(2020, 1, 1), Position = 1, Source = "Test", Details = $$"""{"length":2,"unit":"{{unit}}"}""" }]);
        return new Clocks(book, new WorkingCalendar()).For(Grievance.Prefix, Noon);
    }
}
