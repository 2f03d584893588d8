using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>What a form about a child must hold, and what it need not.</summary>
public sealed class ChildRulesTests
{
    private const string Ansan = "41270";
    private const string Suwon = "41110";

    private static readonly ManualClock Clock = new(new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private static readonly ReferenceBook Book = Shipped();
    private static readonly ChildDoor Door = new(new(Book, Clock), new(Book, Clock));

    [Theory]
    [InlineData("2026", "11", "24", "rule.date-in-future")]
    [InlineData("2027", null, null, "rule.date-in-future")]
    [InlineData("2008", "11", "23", "rule.child-of-age")]
    [InlineData("1990", null, null, "rule.child-of-age")]
    [InlineData("2020", "13", "1", "rule.no-such-date")]
    [InlineData("2020", null, "5", "rule.month-missing")]
    [InlineData(null, null, null, "rule.birth-missing")]
    public void A_day_of_birth_that_cannot_be_is_answered_clearly(string? year, string? month, string? day, string rule) =>
        Assert.Contains(rule, Broken(Child() with { Year = year, Month = month, Day = day }));

    [Theory]
    [InlineData("2008", "11", "24")]
    [InlineData("2008", "11", null)]
    [InlineData("2008", null, null)]
    [InlineData("2026", "11", "23")]
    [InlineData("٢٠٢٠", "٣", null)]
    public void Whoever_may_still_be_under_eighteen_may_be_told_of(string year, string? month, string? day) =>
        Assert.Empty(Broken(Child() with { Year = year, Month = month, Day = day }));

    [Theory]
    [InlineData("2022", null, null, null)]
    [InlineData("2022", "7", null, null)]
    [InlineData("2022", "7", "19", null)]
    [InlineData(null, null, null, "rule.birth-missing")]
    [InlineData("2027", null, null, "rule.date-in-future")]
    [InlineData("2008", "11", "23", "rule.child-of-age")]
    [InlineData("2022", "2", "30", "rule.no-such-date")]
    [InlineData("2022", null, "5", "rule.month-missing")]
    public void A_correction_is_as_exact_as_what_is_known(string? year, string? month, string? day, string? rule)
    {
        var form = new CorrectChild { Latin = "An", Sex = "female", Year = year, Month = month, Day = day };

        var broken = new CorrectChild.Rules(Clock).Validate(form).Errors.Select(error => error.ErrorMessage).ToList();

        Assert.Equal(rule is null ? [] : [rule], broken);
        if (rule is null)
        {
            Assert.Equal(new DateParts(year, month, day).Precision, form.Identity().Born!.Precision);
        }
    }

    [Fact]
    public void A_correction_names_the_child()
    {
        var form = new CorrectChild { Sex = "unknown", Year = "2022" };

        Assert.Equal(["rule.child-name-missing"], new CorrectChild.Rules(Clock).Validate(form).Errors.Select(error => error.ErrorMessage));
    }

    [Fact]
    public void One_form_of_the_name_in_any_script_is_enough()
    {
        Assert.Contains("rule.child-name-missing", Broken(Child() with { OwnName = null }));
        Assert.Empty(Broken(Child() with { OwnName = null, KoreanName = "하늘" }));
    }

    [Fact]
    public void Only_a_child_under_fourteen_needs_somebody_who_agrees()
    {
        Assert.Contains("rule.consent-missing", Broken(Child() with { Consent = null }));
        Assert.Contains("rule.consent-missing", Broken(Child() with { Consent = "by-nobody" }));
        Assert.Empty(Broken(Child() with { Consent = null, Year = "2011" }));
        Assert.All(new[] { "signed-paper", "phone", "in-person", "mail" }, way => Assert.Empty(Broken(Child() with { Consent = way })));
    }

    [Fact]
    public void Of_the_parents_one_name_is_enough()
    {
        var parents = new TellParents { Relation = Kinship.Father, Name = "هدى" };

        Assert.True(new TellParents.Rules(Clock).Validate(parents).IsValid);
        Assert.Single(parents.Known(null));
        Assert.False(new TellParents.Rules(Clock).Validate(parents with { Name = null }).IsValid);
        Assert.False(new TellParents.Rules(Clock).Validate(parents with { Relation = Kinship.Guardian }).IsValid);
        Assert.False(new TellParents.Rules(Clock).Validate(parents with { Year = "2030" }).IsValid);
        Assert.Equal([Kinship.Father, Kinship.Mother], (parents with { OtherNationality = "Yemen" }).Known(null).Select(one => one.Relation));
    }

    [Fact]
    public void Of_a_child_that_somebody_tells_of_nothing_needs_to_be_known_but_the_city()
    {
        var told = new TellOfChild { Relation = "neighbour", City = Ansan, Known = "A small child upstairs." };

        Assert.True(Told(told));
        Assert.Equal("?", Initials.Of(told.Child().Name));
        Assert.Null(told.Child().Born);
        Assert.False(Told(told with { Known = " " }));
        Assert.False(Told(told with { City = null }));
        Assert.False(Told(told with { Year = "2030" }));
    }

    [Fact]
    public void Elsewhere_only_those_wait_who_agree_and_danger_waits_for_no_city()
    {
        var told = new TellOfChild { Relation = "neighbour", City = Suwon, Known = "A small child upstairs." };

        Assert.False(Told(told));
        Assert.True(Told(told with { Waits = true }));
        Assert.True(Told(told with { DangerNow = true }));
        Assert.Equal("child.city-elsewhere", Door.WhyNot(told)?.Code);
        Assert.Null(Door.WhyNot(told with { DangerNow = true }));
    }

    [Fact]
    public void Without_a_ground_nobody_is_taken_in()
    {
        var book = new ReferenceBook();
        book.Fill(ReferenceSeed.Shipped().Where(item => item.List != Lists.NotificationGrounds));

        Assert.Equal("child.no-ground", new ChildDoor(new(book, Clock), new(book, Clock)).WhyNot(new TellOfChild { City = Ansan, DangerNow = true })?.Code);
    }

    private static TellChild Child() => new() { OwnName = "سلمى", Year = "2020", Month = "3", Day = "5", Address = "behind the market", Consent = "with-form" };

    private static IEnumerable<string> Broken(TellChild child) => new TellChild.Rules(Book, Clock).Validate(child).Errors.Select(error => error.ErrorMessage);

    private static bool Told(TellOfChild told) => new TellOfChild.Rules(Book, Door, Clock).Validate(told).IsValid;

    private static ReferenceBook Shipped()
    {
        var book = new ReferenceBook();
        book.Fill(ReferenceSeed.Shipped());
        return book;
    }
}
