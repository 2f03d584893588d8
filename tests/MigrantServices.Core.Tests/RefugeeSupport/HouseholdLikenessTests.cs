using System.Globalization;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Matching;
using MigrantServices.Core.RefugeeSupport.Households;
using Xunit;

namespace MigrantServices.Core.Tests.RefugeeSupport;

/// <summary>When two households may be the same: by names in whatever script and by births as far as they are known.</summary>
public sealed class HouseholdLikenessTests
{
    [Theory]
    [InlineData("Layla Hassan Qasim", "1990-02-03", "ليلى حسن قاسم", "1990-02-03", MatchBand.Certain)]
    [InlineData("Layla Hassan Qasim", "1990", "LAYLA HASSAN QASIM", "1990", MatchBand.Likely)]
    [InlineData("Layla Hassan Qasim", "1990-02-03", "Hassan Qasim Layla", "1990", MatchBand.Likely)]
    [InlineData("Layla Hassan Qasim", "1990", "Layla Hassan Qasim", null, MatchBand.Possible)]
    [InlineData("Layla Hassan Qasim", "1990", "Layla Hassan Qasim", "1991", MatchBand.Possible)]
    [InlineData("Layla Hassan Qasim", "1990-02-03", "Layla Hassan Qasim", "1971-05-06", MatchBand.None)]
    [InlineData("Layla Hassan Qasim", "1990-02-03", "Layla Qasim", "1990-02-03", MatchBand.Likely)]
    [InlineData("Layla Hassan Qasim", "1990-02-03", "Tesfaye Bekele", "1990-02-03", MatchBand.None)]
    public void One_person_is_as_alike_as_name_and_birth_say(string name, string? born, string otherName, string? otherBorn, MatchBand band) =>
        Assert.Equal(band, HouseholdLikeness.Of([Person(name, born)], [Person(otherName, otherBorn)]).Band);

    [Fact]
    public void Two_people_of_the_same_names_say_more_than_one()
    {
        LikePerson[] ours = [Person("Layla Hassan Qasim", null), Person("Sami Hassan Qasim", null)];
        LikePerson[] theirs = [Person("Sami Hassan Qasim", "2018"), Person("Layla Hassan Qasim", null)];

        var alike = HouseholdLikeness.Of(ours, theirs);

        Assert.Equal(MatchBand.Likely, alike.Band);
        Assert.Equal([PairReason.SameName, PairReason.SeveralPeople], alike.Reasons.Order());
        Assert.Equal([(ours[0].Key, theirs[1].Key), (ours[1].Key, theirs[0].Key)], alike.People.Select(met => (met.One, met.Other)).OrderBy(met => met.One == ours[0].Key ? 0 : 1));
    }

    [Fact]
    public void Who_has_the_same_key_is_known_already_and_speaks_for_nothing()
    {
        var one = Person("Layla Hassan Qasim", "1990");

        Assert.Equal(MatchBand.None, HouseholdLikeness.Of([one], [Person("Layla Hassan Qasim", "1990") with { Key = one.Key }]).Band);
    }

    private static LikePerson Person(string name, string? born) => new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), NameForms.Of(name), born switch
    {
        null => DateGuess.Unknown,
        { Length: 4 } => new(new(int.Parse(born, CultureInfo.InvariantCulture), 1, 1), GuessPrecision.Year),
        _ => new(DateOnly.ParseExact(born, "yyyy-MM-dd", CultureInfo.InvariantCulture), GuessPrecision.Day),
    });
}
