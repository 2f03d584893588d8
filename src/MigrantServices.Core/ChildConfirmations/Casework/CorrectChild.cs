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

    public DateOnly? Born { get; set; }

    public string? Sex { get; set; }

    [FreeText]
    public string? Address { get; set; }

    public ChildIdentity Identity() => new(new(Trimmed(Own), Trimmed(Latin), Trimmed(Korean)), new(Born!.Value, DatePrecision.Day), Sex!, Trimmed(Address));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Rules : AbstractValidator<CorrectChild>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Latin).Must((form, _) => new PersonName(form.Own, form.Latin, form.Korean).Forms.Count > 0).WithMessage("rule.name-missing");
            RuleForEach(f => new[] { f.Own, f.Latin, f.Korean }).MaximumLength(PersonName.MaxLength).OverridePropertyName(nameof(Latin)).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.Born).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.Born).Must(day => day is null || day <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Born).Must(day => day is not { } born || new BirthDay(born, DatePrecision.Day).IsUnderAgeOn(Today())).WithMessage("rule.child-of-age");
            RuleFor(f => f.Sex).Must(sex => Sexes.Contains(sex, StringComparer.Ordinal)).WithMessage("rule.choose-one");
            RuleFor(f => f.Address).MaximumLength(AddressMaxLength).WithMessage("rule.too-long").WithState(_ => AddressMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
