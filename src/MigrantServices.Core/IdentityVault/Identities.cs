using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.IdentityVault;

/// <summary>What a parent is to a child.</summary>
public enum Kinship
{
    Mother,
    Father,

    /// <summary>Somebody else who represents the child by law.</summary>
    Guardian,
}

/// <summary>A name as it is written in the person's own script, in Latin letters and in Korean, as far as it is known; somebody who tells of a child may know none.</summary>
/// <remarks>Names are not split: not everybody has a family name.</remarks>
public sealed record PersonName(string? Own, string? Latin, string? Korean)
{
    public const int MaxLength = 120;

    /// <summary>The forms that are known, none twice.</summary>
    public IReadOnlyList<string> Forms => [.. new[] { Own, Latin, Korean }.Where(form => !string.IsNullOrWhiteSpace(form)).Select(form => form!.Trim()).Distinct(StringComparer.Ordinal)];
}

/// <summary>A day of birth as exactly as it is known; the first day that fits, with how much of it was told.</summary>
public sealed record BirthDay(DateOnly Date, DatePrecision Precision)
{
    /// <summary>Coming of age ends the confirmation.</summary>
    public const int AgeOfMajority = 18;

    /// <summary>Below it somebody who represents the child by law agrees in its place.</summary>
    public const int AgeOfConsent = 14;

    /// <summary>The day from which the person is certainly of age: where only the month or year is known, its last day counts, in favour of the child.</summary>
    public DateOnly ComesOfAgeOn => Birthday(Last.Year + AgeOfMajority);

    /// <summary>The last day that fits what was told.</summary>
    public DateOnly Last => Precision switch
    {
        DatePrecision.Day => Date,
        DatePrecision.Month => new DateOnly(Date.Year, Date.Month, 1).AddMonths(1).AddDays(-1),
        _ => new DateOnly(Date.Year, 12, 31),
    };

    public bool IsUnderAgeOn(DateOnly day) => day < ComesOfAgeOn;

    /// <summary>Full years on that day, counted from the last day that fits.</summary>
    public int AgeOn(DateOnly day)
    {
        var years = day.Year - Last.Year;
        return day < Birthday(day.Year) ? years - 1 : years;
    }

    // whoever was born on 29 February completes a year with the end of 28 February where there is no 29th (Civil Act, arts. 158 and 160(3))
    private DateOnly Birthday(int year) => Last is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new(year, 3, 1) : new(year, Last.Month, Last.Day);
}

/// <summary>Who a child is: what the ordinance asks for (child ordinance, art. 6) and nothing more.</summary>
/// <param name="Born">Null while nobody knows it, as in a request by somebody who has only heard of the child.</param>
/// <param name="Sex">"female", "male" or "unknown".</param>
/// <param name="Address">Where the child lives; a description where there is no address.</param>
public sealed record ChildIdentity(PersonName Name, BirthDay? Born, string Sex, string? Address)
{
    public const int AddressMaxLength = 300;

    public static readonly IReadOnlyList<string> Sexes = ["female", "male", "unknown"];

    /// <summary>Whether somebody must agree in the child's place; whose age nobody knows counts as a young child.</summary>
    public bool NeedsConsentOn(DateOnly day) => Born is null || Born.AgeOn(day) < BirthDay.AgeOfConsent;
}

/// <summary>Who a parent is, as far as it is known; nothing but one form of the name is needed.</summary>
/// <param name="Born">Null when not known.</param>
/// <param name="Nationality">In words, as it was told; null when not known or none.</param>
/// <param name="Contact">Where it is safe to reach them.</param>
public sealed record ParentIdentity(PersonName Name, BirthDay? Born, string? Nationality, string? Contact)
{
    public const int NationalityMaxLength = 80;
}

/// <summary>A parent of a child's file.</summary>
public sealed record KnownParent(Guid Id, Kinship Relation, ParentIdentity Identity);

/// <summary>A parent who was taken out of a child's file: as what they had stood there and until when, and nothing of who they are.</summary>
public sealed record UnlinkedParent(Guid Id, Kinship Relation, DateTimeOffset EndedAt);

/// <summary>A child with the parents who are of its file today.</summary>
public sealed record OpenedIdentity(ChildIdentity Child, IReadOnlyList<KnownParent> Parents, bool HasPhotograph);
