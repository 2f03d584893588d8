using System.Globalization;
using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>Second page of the form: when, as exactly as it is known, and where.</summary>
public sealed record TellWhenWhere
{
    /// <summary>Stands for a place outside the province, online, or unknown.</summary>
    public const string ElsewhereCode = "elsewhere";

    public const int YearMaxLength = 4;
    public const int MonthOrDayMaxLength = 2;

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
    public DatePrecision Precision => (Number(Year), Number(Month), Number(Day)) switch
    {
        (null, _, _) => DatePrecision.Unknown,
        (_, null, _) => DatePrecision.Year,
        (_, _, null) => DatePrecision.Month,
        _ => DatePrecision.Day,
    };

    /// <summary>The first day that fits; null when no date was given or it is impossible.</summary>
    public DateOnly? Date()
    {
        if (Number(Year) is not ({ } year and >= 1 and <= 9999))
        {
            return null;
        }

        var (month, day) = (Number(Month) ?? 1, Number(Day) ?? 1);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int? Number(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(Digits(text.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : -1;

    // Numbers may be written with the digits of any script.
    private static string Digits(string text) =>
        string.Concat(text.Select(c => char.IsDigit(c) ? char.GetNumericValue(c).ToString(CultureInfo.InvariantCulture) : c.ToString()));

    public sealed class Rules : AbstractValidator<TellWhenWhere>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Year).Must((f, _) => Blank(f.Year, f.Month, f.Day) || f.Date() is { Year: >= EarliestYear }).WithMessage("rule.no-such-date");
            RuleFor(f => f.Year).Must((f, _) => f.Date() is not { } date || date <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Month).Must((f, _) => Blank(f.Day) || !Blank(f.Month)).WithMessage("rule.month-missing");
            RuleFor(f => f.Municipality).Must(m => m == ElsewhereCode || book.Has(Lists.Municipalities, m, Today())).WithMessage("rule.choose-place");
            RuleFor(f => f.PlaceKind).Must(k => Blank(k) || book.Has(Lists.PlaceKinds, k, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.Place).MaximumLength(Grievance.PlaceMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.PlaceMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }

        private static bool Blank(params string?[] texts) => Array.TrueForAll(texts, string.IsNullOrWhiteSpace);
    }
}
