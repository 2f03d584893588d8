using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>A parent as a colleague writes them anew, or adds them; it replaces the whole of what is known of them.</summary>
public sealed record WriteParent
{
    private const int EarliestYear = 1900;

    /// <summary>For what the file is opened, as the family reads it.</summary>
    public string? Purpose { get; set; }

    /// <summary>For a parent who is added.</summary>
    public Kinship? Relation { get; set; }

    [FreeText]
    public string? Own { get; set; }

    [FreeText]
    public string? Latin { get; set; }

    [FreeText]
    public string? Korean { get; set; }

    public string? Year { get; set; }

    public string? Month { get; set; }

    public string? Day { get; set; }

    [FreeText]
    public string? Nationality { get; set; }

    /// <summary>Where it is safe to reach them.</summary>
    [FreeText]
    public string? Contact { get; set; }

    /// <summary>As it stands in the file now.</summary>
    public static WriteParent Of(KnownParent parent, string? purpose)
    {
        var (name, born) = (parent.Identity.Name, parent.Identity.Born);
        return new()
        {
            Purpose = purpose,
            Relation = parent.Relation,
            Own = name.Own,
            Latin = name.Latin,
            Korean = name.Korean,
            Year = born is null ? null : Text(born.Date.Year),
            Month = born is null or { Precision: DatePrecision.Year } ? null : Text(born.Date.Month),
            Day = born is { Precision: DatePrecision.Day } ? Text(born.Date.Day) : null,
            Nationality = parent.Identity.Nationality,
            Contact = parent.Identity.Contact,
        };
    }

    public ParentIdentity Identity() => new(
        new(Trimmed(Own), Trimmed(Latin), Trimmed(Korean)), Parts.Date() is { } date ? new(date, Parts.Precision) : null, Trimmed(Nationality), Trimmed(Contact));

    private DateParts Parts => new(Year, Month, Day);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Rules : AbstractValidator<WriteParent>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Purpose).Must(purpose => book.Has(Lists.IdentityPurposes, purpose, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.Relation).Must(r => r is not null && Enum.IsDefined(r.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Own).Must((f, _) => f.Identity().Name.Forms.Count > 0).WithMessage("rule.name-missing");
            RuleFor(f => f.Own).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.Latin).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.Korean).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.Year).Must((f, _) => f.Parts.IsBlank || f.Parts.Date() is { Year: >= EarliestYear }).WithMessage("rule.no-such-date");
            RuleFor(f => f.Year).Must((f, _) => f.Parts.Date() is not { } date || date <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Month).Must((f, _) => !f.Parts.LacksMonth).WithMessage("rule.month-missing");
            RuleFor(f => f.Nationality).MaximumLength(ParentIdentity.NationalityMaxLength).WithMessage("rule.too-long").WithState(_ => ParentIdentity.NationalityMaxLength);
            RuleFor(f => f.Contact).MaximumLength(CasePerson.ContactMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.ContactMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
