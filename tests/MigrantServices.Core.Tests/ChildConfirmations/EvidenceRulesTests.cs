using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using Xunit;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>The same evidence gives the same grade, by the dated rules of the day.</summary>
public class EvidenceRulesTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly EvidenceRules Rules = new(Book());

    [Theory]
    [InlineData("strong", "hospital-record")]
    [InlineData("strong", "vaccination-record", "testimony")]
    [InlineData("good", "vaccination-record", "parent-statement")]
    [InlineData("plausible", "vaccination-record")]
    [InlineData("plausible", "testimony", "photographs")]
    [InlineData("weak", "parent-statement")]
    [InlineData("weak")]
    public void The_grade_follows_from_what_was_seen(string grade, params string[] kinds)
    {
        Assert.Equal((grade, new DateOnly(2026, 2, 1)), (Rules.Grade(kinds, Day).Code, Rules.Grade(kinds, Day).Rules));
        Assert.Equal(Rules.Grade(kinds, Day), Rules.Grade([.. kinds.Reverse(), .. kinds], Day));
    }

    [Fact]
    public void More_evidence_never_lowers_the_grade()
    {
        var all = ReferenceSeed.Shipped().Where(i => i.List == Lists.BirthEvidence).Select(i => i.Code).ToArray();
        var dice = new Random(5);
        for (var n = 0; n < 2_000; n++)
        {
            dice.Shuffle(all);
            var some = all[..dice.Next(all.Length)];
            Assert.True(Rules.Grade(all[..(some.Length + 1)], Day).Points >= Rules.Grade(some, Day).Points);
        }
    }

    [Fact]
    public void What_a_family_is_told_to_be_enough_gets_at_least_the_grade_of_enough()
    {
        var guide = Rules.Guide(Day);

        Assert.Equal(["birth-certificate-clinic", "court-paper", "hospital-record"], guide.Alone.Order(StringComparer.Ordinal));
        Assert.All(guide.Alone, code => Assert.Equal("strong", Rules.Grade([code], Day).Code));
        var codes = ReferenceSeed.Shipped().Where(i => i.List == Lists.BirthEvidence).Select(i => i.Code).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal), guide.Alone.Concat(guide.Others).Order(StringComparer.Ordinal));
        var told = guide.Instead.SelectMany(pair => pair.With.Select(with => (pair.Code, with))).ToHashSet();
        foreach (var (one, other) in guide.Others.SelectMany((one, place) => guide.Others.Skip(place + 1).Select(other => (one, other))))
        {
            Assert.Equal(Rules.Grade([one, other], Day).Code is "strong" or "good", told.Contains((one, other)));
        }
    }

    [Fact]
    public void Other_rules_from_a_day_on_change_the_grade_and_its_version_from_that_day()
    {
        var book = new ReferenceBook();
        var later = new DateOnly(2027, 1, 1);
        book.Fill(ReferenceSeed.Shipped().SelectMany(item => item is { List: Lists.BirthEvidence, Code: "parent-statement" }
            ? [With(item, item.ValidFrom, later.AddDays(-1), item.Details), With(item, later, null, """{ "points": 60, "kind": "testimony" }""")]
            : new[] { item }));
        var rules = new EvidenceRules(book);

        Assert.Equal(("weak", new DateOnly(2026, 2, 1)), (rules.Grade(["parent-statement"], later.AddDays(-1)).Code, rules.Grade([], later.AddDays(-1)).Rules));
        Assert.Equal(("strong", later), (rules.Grade(["parent-statement"], later).Code, rules.Grade([], later).Rules));
    }

    [Fact]
    public void A_kind_of_evidence_that_ends_changes_the_version_as_well()
    {
        var book = new ReferenceBook();
        var last = new DateOnly(2026, 12, 31);
        book.Fill(ReferenceSeed.Shipped().Select(item => item is { List: Lists.BirthEvidence, Code: "photographs" } ? With(item, item.ValidFrom, last, item.Details) : item));

        Assert.Equal((15, new DateOnly(2026, 2, 1)), (new EvidenceRules(book).Grade(["photographs"], last).Points, new EvidenceRules(book).Grade([], last).Rules));
        Assert.Equal((0, last.AddDays(1)), (new EvidenceRules(book).Grade(["photographs"], last.AddDays(1)).Points, new EvidenceRules(book).Grade([], last.AddDays(1)).Rules));
    }

    [Fact]
    public void A_case_keeps_the_rules_of_its_day_and_one_older_than_them_has_the_first()
    {
        var now = new DateTimeOffset(2027, 3, 1, 3, 0, 0, TimeSpan.Zero);

        Assert.Equal(Day, Rules.DayFor(new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero), now));
        Assert.Equal(new DateOnly(2026, 2, 1), Rules.DayFor(new(2025, 12, 1, 3, 0, 0, TimeSpan.Zero), now));
        Assert.Equal("strong", Rules.Grade(["hospital-record"], Rules.DayFor(new(2025, 12, 1, 3, 0, 0, TimeSpan.Zero), now)).Code);
    }

    private static ReferenceItem With(ReferenceItem item, DateOnly from, DateOnly? to, string details) => new()
    {
        List = item.List,
        Code = item.Code,
        ValidFrom = from,
        ValidTo = to,
        Position = item.Position,
        Details = details,
        Source = item.Source,
    };

    private static ReferenceBook Book()
    {
        var book = new ReferenceBook();
        book.Fill(ReferenceSeed.Shipped());
        return book;
    }
}
