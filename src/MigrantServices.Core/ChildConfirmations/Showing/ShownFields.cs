using System.Globalization;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.IdentityVault;

namespace MigrantServices.Core.ChildConfirmations.Showing;

/// <summary>The only things that a one-time view can show, in the order in which the family chooses from them.</summary>
public static class ShownFields
{
    public const string NameOwn = "name-own";
    public const string NameLatin = "name-latin";
    public const string NameKorean = "name-korean";
    public const string BornYear = "born-year";
    public const string Age = "age";

    /// <summary>Until which year the card holds at most: its day would be the birthday.</summary>
    public const string ValidUntil = "valid-until";

    public const string ConfirmationNumber = "confirmation-number";

    public static readonly IReadOnlyList<string> All = [NameOwn, NameLatin, NameKorean, BornYear, Age, ValidUntil, ConfirmationNumber];

    /// <summary>Whether this may be chosen: one or two different ones of the list.</summary>
    public static bool MayBe(IReadOnlyCollection<string> fields) =>
        fields.Count is > 0 and <= OneTimeView.MostFields && fields.Distinct(StringComparer.Ordinal).Count() == fields.Count && fields.All(All.Contains);

    /// <summary>What stands in a field; null where it is not known.</summary>
    /// <param name="number">Of the papers that hold today.</param>
    public static string? Of(string field, ChildIdentity child, string? number, DateOnly today) => field switch
    {
        NameOwn => child.Name.Own,
        NameLatin => child.Name.Latin,
        NameKorean => child.Name.Korean,
        BornYear => child.Born?.Date.Year.ToString(CultureInfo.InvariantCulture),
        Age => child.Born?.AgeOn(today).ToString(CultureInfo.InvariantCulture),
        ValidUntil => child.Born?.ComesOfAgeOn.Year.ToString(CultureInfo.InvariantCulture),
        ConfirmationNumber => number,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A one-time view shows nothing else."),
    };
}
