using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>What is known of a child, written anew because it changed or was mistaken; it replaces the whole.</summary>
public sealed record CorrectChild
{
    public const int AddressMaxLength = 300;

    public static readonly IReadOnlyList<string> Sexes = ["female", "male", "unknown"];

    [FreeText]
    public string? Own { get; set; }

    [FreeText]
    public string? Latin { get; set; }

    [FreeText]
    public string? Korean { get; set; }

    public string? Year { get; set; }

    public string? Month { get; set; }

    public string? Day { get; set; }

    public string? Sex { get; set; }

    [FreeText]
    public string? Address { get; set; }

    public ChildIdentity Identity() => new(new(Trimmed(Own), Trimmed(Latin), Trimmed(Korean)), Born(), Sex!, Trimmed(Address));

    private DateParts Parts => new(Year, Month, Day);

    /// <summary>As exactly as it is known; null when no date was given or it is impossible.</summary>
    private BirthDay? Born() => Parts.Date() is { } date ? new(date, Parts.Precision) : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Rules : AbstractValidator<CorrectChild>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Latin).Must((form, _) => new PersonName(form.Own, form.Latin, form.Korean).Forms.Count > 0).WithMessage("rule.child-name-missing");
            RuleForEach(f => new[] { f.Own, f.Latin, f.Korean }).MaximumLength(PersonName.MaxLength).OverridePropertyName(nameof(Latin)).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.Year).Must((f, _) => !f.Parts.IsBlank).WithMessage("rule.birth-missing");
            RuleFor(f => f.Year).Must((f, _) => f.Parts.IsBlank || f.Born() is not null).WithMessage("rule.no-such-date");
            RuleFor(f => f.Year).Must((f, _) => f.Born() is not { } born || born.Date <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Year).Must((f, _) => f.Born() is not { } born || born.IsUnderAgeOn(Today())).WithMessage("rule.child-of-age");
            RuleFor(f => f.Month).Must((f, _) => !f.Parts.LacksMonth).WithMessage("rule.month-missing");
            RuleFor(f => f.Sex).Must(sex => Sexes.Contains(sex, StringComparer.Ordinal)).WithMessage("rule.choose-one");
            RuleFor(f => f.Address).MaximumLength(AddressMaxLength).WithMessage("rule.too-long").WithState(_ => AddressMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
