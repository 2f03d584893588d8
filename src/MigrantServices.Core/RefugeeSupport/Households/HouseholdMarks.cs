using System.Globalization;
using MigrantServices.Core.Matching;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>Makes the marks of people of a household, and opens of them what is compared.</summary>
public sealed class HouseholdMarks(Vault vault, BlockMarks marks)
{
    private const string Name = "household-name";
    private const string NameAndYear = "household-name-year";

    public LikePerson Opened(HouseholdPerson person) => new(
        person.Id,
        person.Key,
        person.CaseId,
        NameForms.Of(vault.Open(person.Name, person.Id, SealedField.Name)),
        GuessOf(person.Born is { } born ? vault.Open(born, person.Id, SealedField.Born) : null));

    public IEnumerable<HouseholdMark> Of(LikePerson person)
    {
        if (person.Name.IsEmpty)
        {
            return [];
        }

        var made = person.Name.SkeletonsWithoutOne.Select(skeleton => One(HouseholdMarkKind.NameWithoutOne, Name, skeleton))
            .Prepend(One(HouseholdMarkKind.Name, Name, person.Name.Skeleton));
        return (person.Born.Date is { } born ? made.Append(One(HouseholdMarkKind.NameAndYear, NameAndYear, person.Name.Skeleton, born.Year.ToString(CultureInfo.InvariantCulture))) : made)
            .DistinctBy(mark => (mark.Kind, mark.Mark));

        HouseholdMark One(HouseholdMarkKind kind, string what, params string[] words) => new() { PersonId = person.Id, CaseId = person.CaseId, Kind = kind, Mark = marks.Of(what, words) };
    }

    // as it is kept: a day, a month or a year
    private static DateGuess GuessOf(string? kept) => kept?.Length switch
    {
        10 => new(DateOnly.ParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture), GuessPrecision.Day),
        7 => new(DateOnly.ParseExact(kept + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture), GuessPrecision.Month),
        4 => new(new DateOnly(int.Parse(kept, CultureInfo.InvariantCulture), 1, 1), GuessPrecision.Year),
        _ => DateGuess.Unknown,
    };
}
