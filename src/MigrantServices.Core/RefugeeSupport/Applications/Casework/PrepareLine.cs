using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>What a colleague proposes for one programme.</summary>
public sealed record PrepareLine
{
    /// <summary>Null while nothing is chosen.</summary>
    public bool? Grants { get; set; }

    /// <summary>Keys of the members whom it covers.</summary>
    public List<Guid> Members { get; set; } = [];

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>In whole won, as it was typed.</summary>
    public string? Won { get; set; }

    public string? RefusalReason { get; set; }

    /// <summary>Why it departs from what the rules say, as a code; null where it does not.</summary>
    public string? Departure { get; set; }

    [FreeText]
    public string? Words { get; set; }

    [FreeText]
    public string? InTheirLanguage { get; set; }

    /// <summary>Null where nothing was typed or it is no whole number.</summary>
    public long? WholeWon() => long.TryParse((Won ?? "").Replace(",", "", StringComparison.Ordinal).Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var won) ? won : null;

    public sealed class Rules : AbstractValidator<PrepareLine>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Grants).NotNull().WithMessage("rule.choose-one");
            When(f => f.Grants == true, () =>
            {
                RuleFor(f => f.Members).NotEmpty().WithMessage("rule.choose-some");
                RuleFor(f => f.From).NotNull().WithMessage("rule.day-missing");
                RuleFor(f => f.To).NotNull().WithMessage("rule.day-missing");
                RuleFor(f => f.To).Must((f, to) => to is null || f.From is null || to >= f.From).WithMessage("rule.days-in-order");
                RuleFor(f => f.Won).Must((f, typed) => string.IsNullOrWhiteSpace(typed) || f.WholeWon() is > 0).WithMessage("rule.whole-won");
                RuleFor(f => f.Departure).Must(code => string.IsNullOrEmpty(code) || book.Has(Lists.SupportDepartures, code, Today())).WithMessage("rule.choose-one");
                RuleFor(f => f.Words).NotEmpty().When(f => !string.IsNullOrEmpty(f.Departure)).WithMessage("rule.write-something");
            });
            When(f => f.Grants == false, () =>
            {
                RuleFor(f => f.RefusalReason).Must(code => book.Has(Lists.SupportRefusalReasons, code, Today())).WithMessage("rule.choose-one");
                RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            });
            RuleFor(f => f.Words).MaximumLength(SupportApplication.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => SupportApplication.WordsMaxLength);
            RuleFor(f => f.InTheirLanguage).MaximumLength(SupportApplication.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => SupportApplication.WordsMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
