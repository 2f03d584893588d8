using MigrantServices.Core.Matching;

namespace MigrantServices.Core.IdentityVault;

/// <summary>How alike a child of the vault is to another, and nothing of who either is: this is all that leaves the vault when children are compared.</summary>
/// <param name="Birth">None where both days are known and do not fit; possible where one of them is not known.</param>
/// <param name="Parent">The most alike of their parents.</param>
public sealed record ChildLikeness(Guid ChildId, MatchBand Name, MatchBand Birth, MatchBand Parent, bool SameContact, bool SameAddress, bool OtherSex)
{
    public static ChildLikeness Of(Guid otherId, OpenedIdentity one, OpenedIdentity other) => new(
        otherId,
        Best(one.Child.Name, other.Child.Name),
        DateGuess.Compare(Guess(one.Child.Born), Guess(other.Child.Born)),
        (from a in one.Parents from b in other.Parents select Best(a.Identity.Name, b.Identity.Name)).DefaultIfEmpty().Max(),
        Contacts(one).Intersect(Contacts(other), StringComparer.Ordinal).Any(),
        Place(one.Child.Address) is { } place && place == Place(other.Child.Address),
        one.Child.Sex != other.Child.Sex && one.Child.Sex != Unknown && other.Child.Sex != Unknown);

    /// <summary>Telephone numbers and mail addresses of the parents, as they are compared.</summary>
    internal static IEnumerable<string> Contacts(OpenedIdentity of) => of.Parents.SelectMany(parent => Contacts(parent.Identity));

    internal static IEnumerable<string> Contacts(ParentIdentity of) => new[] { ContactForms.Phone(of.Contact), ContactForms.Email(of.Contact) }.OfType<string>();

    /// <summary>Letters and digits only; null where it is too short to tell one home from another.</summary>
    internal static string? Place(string? address)
    {
        var folded = string.Concat((address ?? "").Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
        return folded.Length >= ShortestAddress ? folded : null;
    }

    private const int ShortestAddress = 6;
    private const string Unknown = "unknown";

    // a name stands in up to three scripts: the two that are most alike say how alike the names are
    private static MatchBand Best(PersonName one, PersonName other) =>
        (from a in one.Forms from b in other.Forms select NameForms.Compare(NameForms.Of(a), NameForms.Of(b))).DefaultIfEmpty().Max();

    private static DateGuess Guess(BirthDay? born) => born is null ? DateGuess.Unknown : new(born.Date, born.Precision switch
    {
        Calendar.DatePrecision.Day => GuessPrecision.Day,
        Calendar.DatePrecision.Month => GuessPrecision.Month,
        Calendar.DatePrecision.Year => GuessPrecision.Year,
        _ => GuessPrecision.Unknown,
    });
}
