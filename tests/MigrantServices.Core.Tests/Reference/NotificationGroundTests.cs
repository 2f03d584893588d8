using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Core.Tests.Grievances;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Core.Tests.Reference;

/// <summary>Which ground holds for whom: by the service, the reader, the city and the day.</summary>
public sealed class NotificationGroundTests
{
    private const string Ansan = "41270";
    private const string Siheung = "41390";

    private static readonly ManualClock Clock = new(new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_ground_of_one_city_or_reader_comes_before_the_general_one_and_holds_nowhere_else()
    {
        var grounds = Grounds(
            Ground("centre-staff", """{"services":["CC"],"readers":["centre"]}"""),
            Ground("ansan-confirmed", """{"services":["CC"],"readers":["city"],"municipality":"41270","confirmedInWriting":true}"""));

        Assert.Equal("child-welfare", grounds.For("CC")?.Code);
        Assert.Equal("ansan-confirmed", grounds.For("CC", CaseReaders.City, Ansan)?.Code);
        Assert.Equal("child-welfare", grounds.For("CC", CaseReaders.City, Siheung)?.Code);
        Assert.Equal("child-welfare", grounds.For("CC", CaseReaders.City)?.Code);
        Assert.Equal("centre-staff", grounds.For("CC", CaseReaders.Centre, Ansan)?.Code);
        Assert.Equal("human-rights-relief", grounds.For("DG", CaseReaders.City, Ansan)?.Code);
    }

    [Fact]
    public void A_reader_without_a_ground_has_none_and_then_nobody_is_taken_in()
    {
        var (told, now) = (new TellOfChild { City = Ansan, DangerNow = true }, Ground("province-only", """{"services":["CC"],"readers":["province"]}"""));
        var book = Book(now);
        book.Fill(book.All(Lists.NotificationGrounds).Where(ground => ground.Code != "child-welfare").Concat(book.All(Lists.CardCities)));
        var door = new ChildDoor(new(book, Clock), new(book, Clock));

        Assert.NotNull(door.Ground);
        Assert.Null(door.GroundFor(CaseReaders.City, Ansan));
        Assert.Equal("child.no-ground", door.WhyNot(told)?.Code);
    }

    [Fact]
    public void The_ground_that_is_kept_is_that_of_whoever_wrote_it_down()
    {
        var book = Book(Ground("ansan-city", """{"services":["CC"],"readers":["city"],"municipality":"41270"}"""), Ground("centre-staff", """{"services":["CC"],"readers":["centre"]}"""));
        var (door, form) = (new ChildDoor(new(book, Clock), new(book, Clock)), new TellOfChild { City = Ansan });
        var centre = new Actor(Guid.NewGuid(), "센터", [new(Role.CentreWorker, ["CC"], [Ansan]) { Centre = "example-ansan-1" }]);
        var officer = new Actor(Guid.NewGuid(), "안산", [new(Role.MunicipalOfficer, null, [Ansan])]);

        Assert.Equal("ansan-city", door.GroundOf(form)?.Code);
        Assert.Equal("child-welfare", door.GroundOf(form, Life.Kim)?.Code);
        Assert.Equal("ansan-city", door.GroundOf(form, officer)?.Code);
        Assert.Equal("centre-staff", door.GroundOf(form, centre)?.Code);
    }

    [Fact]
    public void A_ground_holds_from_its_day_on_only()
    {
        var tomorrow = new DateOnly(2026, 11, 24);
        var book = new ReferenceBook();
        book.Fill([new() { List = Lists.NotificationGrounds, Code = "later", ValidFrom = tomorrow, Position = 10, Details = """{"services":["CC"]}""", Source = "법률 제1호" }]);
        var clock = new ManualClock(Clock.GetUtcNow());

        Assert.Null(new NotificationGround(book, clock).For("CC"));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("later", new NotificationGround(book, clock).For("CC")?.Code);
    }

    private static NotificationGround Grounds(params ReferenceItem[] more) => new(Book(more), Clock);

    private static ReferenceBook Book(params ReferenceItem[] more)
    {
        var book = new ReferenceBook();
        book.Fill([.. ReferenceSeed.Shipped(), .. more]);
        return book;
    }

    private static ReferenceItem Ground(string code, string details) =>
        new() { List = Lists.NotificationGrounds, Code = code, ValidFrom = new(2026, 1, 1), Position = 90, Details = details, Source = "법률 제1호" };
}
