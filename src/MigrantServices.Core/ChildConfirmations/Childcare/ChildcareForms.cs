using System.Globalization;
using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Childcare;

/// <summary>Help with daycare as a colleague proposes it. How much it is says the dated list.</summary>
public sealed record ProposeChildcare
{
    public string? Daycare { get; set; }

    /// <summary>The first month, as "2026-11".</summary>
    public string? From { get; set; }

    public int? Months { get; set; }

    public DateOnly? FirstMonth => Month.Read(From);

    public sealed class Rules : AbstractValidator<ProposeChildcare>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Daycare).Must(code => book.Serves(code, ChildcareDesk.Service, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.From).Must(text => Month.Read(text) is not null).WithMessage("rule.month");
            RuleFor(f => f.Months).NotNull().InclusiveBetween(1, ChildcareAward.MostMonths).WithMessage("rule.months").WithState(_ => ChildcareAward.MostMonths);
        }
    }
}

/// <summary>One month of one award, to be paid.</summary>
public sealed record RecordMonth
{
    public Guid AwardId { get; set; }

    public string? Month { get; set; }

    public sealed class Rules : AbstractValidator<RecordMonth>
    {
        public Rules() => RuleFor(f => f.Month).Must(text => Childcare.Month.Read(text) is not null).WithMessage("rule.month");
    }
}

/// <summary>Why a month that was entered is to count no more; about the mistake, not about persons.</summary>
public sealed record VoidMonth
{
    public Guid MonthId { get; set; }

    [FreeText]
    public string? Reason { get; set; }

    public sealed class Rules : AbstractValidator<VoidMonth>
    {
        public Rules()
        {
            RuleFor(f => f.Reason).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Reason).MaximumLength(ChildcareVoid.ReasonMaxLength).WithMessage("rule.too-long").WithState(_ => ChildcareVoid.ReasonMaxLength);
        }
    }
}

/// <summary>Which month of which city is handed out, and what for.</summary>
public sealed record ListMonth
{
    public string? City { get; set; }

    public string? Month { get; set; }

    [FreeText]
    public string? Purpose { get; set; }

    public sealed class Rules : AbstractValidator<ListMonth>
    {
        public Rules(ReferenceBook book)
        {
            RuleFor(f => f.City).Must(code => book.All(Lists.ChildcareCities).Any(city => city.Code == code)).WithMessage("rule.choose-one");
            RuleFor(f => f.Month).Must(text => Childcare.Month.Read(text) is not null).WithMessage("rule.month");
            RuleFor(f => f.Purpose).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Purpose).MaximumLength(AccessRecord.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => AccessRecord.WordsMaxLength);
        }
    }
}

/// <summary>A month as people type it and forms send it.</summary>
public static class Month
{
    public const string Format = "yyyy-MM";

    /// <summary>The first day of the month; null for what is none.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    public static string Write(DateOnly month) => month.ToString(Format, CultureInfo.InvariantCulture);
}
