using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Applications.Filing;

/// <summary>One person of the household. Beyond the name only what the chosen programmes need is asked, and "I do not know" is an answer.</summary>
public sealed record TellMember
{
    private const int EarliestYear = 1900;

    public Guid Key { get; set; }

    public bool IsApplicant { get; set; }

    [FreeText]
    public string? Name { get; set; }

    public string? Category { get; set; }

    public string? Year { get; set; }

    public string? Month { get; set; }

    public string? Day { get; set; }

    public DateOnly? AskedRefugeOn { get; set; }

    public List<string> Circumstances { get; set; } = [];

    /// <summary>The circumstances about which they were asked; null while nobody has asked. Who was not asked has not said no.</summary>
    public List<string>? AskedAbout { get; set; }

    /// <summary>They do not want to speak of it; then it stays open and is no refusal.</summary>
    public bool KeepsCircumstances { get; set; }

    private DateParts Parts => new(Year, Month, Day);

    /// <summary>Null when nothing was told or it is impossible.</summary>
    public (DateOnly Day, DatePrecision Precision)? Born() => Parts.Date() is { } date ? (date, Parts.Precision) : null;

    /// <summary>The same name in whatever spelling of spaces and capitals, unless two birthdays tell them apart.</summary>
    public bool IsSameAs(TellMember other) =>
        !string.IsNullOrWhiteSpace(Name) && Plain(Name) == Plain(other.Name) && (Born() is not { } born || other.Born() is not { } theirs || born == theirs);

    private static string Plain(string? name) => string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    public sealed class Rules : AbstractValidator<TellMember>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("rule.name-missing");
            RuleFor(f => f.Name).MaximumLength(HouseholdPerson.NameMaxLength).WithMessage("rule.too-long").WithState(_ => HouseholdPerson.NameMaxLength);
            RuleFor(f => f.Category).Must(c => string.IsNullOrEmpty(c) || book.Has(Lists.SupportCategories, c, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.Year).Must((f, _) => f.Parts.IsBlank || f.Parts.Date() is { Year: >= EarliestYear }).WithMessage("rule.no-such-date");
            RuleFor(f => f.Year).Must((f, _) => f.Parts.Date() is not { } date || date <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Month).Must((f, _) => !f.Parts.LacksMonth).WithMessage("rule.month-missing");
            RuleFor(f => f.AskedRefugeOn).Must(day => day is null || day <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Circumstances).Must(codes => codes.TrueForAll(code => book.Has(Lists.SupportCircumstances, code, Today()))).WithMessage("rule.choose-some");

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
