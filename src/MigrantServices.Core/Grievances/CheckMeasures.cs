using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>What was found when somebody looked whether the measures were taken.</summary>
public sealed record CheckMeasures
{
    public MeasuresFound? Found { get; set; }

    public DateOnly? CheckedOn { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<CheckMeasures>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Found).Must(found => found is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.CheckedOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.CheckedOn).Must(day => day is null || day <= Seoul.DateOf(time.GetUtcNow())).WithMessage("rule.date-in-future");
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(Recommendation.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => Recommendation.WordsMaxLength);
        }
    }
}
