using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>Second page of the form: when, as exactly as it is known, and where.</summary>
public sealed record TellWhenWhere
{
    /// <summary>Stands for a place outside the province, online, or unknown.</summary>
    public const string ElsewhereCode = "elsewhere";

    public const int YearMaxLength = DateParts.YearMaxLength;
    public const int MonthOrDayMaxLength = DateParts.MonthOrDayMaxLength;

    private const int EarliestYear = 1950;

    public string? Year { get; set; }

    public string? Month { get; set; }

    public string? Day { get; set; }

    /// <summary>Null when the person did not say.</summary>
    public bool? StillHappening { get; set; }

    public string? Municipality { get; set; }

    public string? PlaceKind { get; set; }

    [FreeText]
    public string? Place { get; set; }

    /// <summary>How much of the date was given; a day without its month counts as nothing.</summary>
    public DatePrecision Precision => Parts.Precision;

    private DateParts Parts => new(Year, Month, Day);

    /// <summary>The first day that fits; null when no date was given or it is impossible.</summary>
    public DateOnly? Date() => Parts.Date();

    public sealed class Rules : AbstractValidator<TellWhenWhere>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Year).Must((f, _) => f.Parts.IsBlank || f.Date() is { Year: >= EarliestYear }).WithMessage("rule.no-such-date");
            RuleFor(f => f.Year).Must((f, _) => f.Date() is not { } date || date <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Month).Must((f, _) => !f.Parts.LacksMonth).WithMessage("rule.month-missing");
            RuleFor(f => f.Municipality).Must(m => m == ElsewhereCode || book.Has(Lists.Municipalities, m, Today())).WithMessage("rule.choose-place");
            RuleFor(f => f.PlaceKind).Must(k => string.IsNullOrWhiteSpace(k) || book.Has(Lists.PlaceKinds, k, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.Place).MaximumLength(Grievance.PlaceMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.PlaceMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
