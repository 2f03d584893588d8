using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Calendar;

/// <summary>A failure of the information system as an administrator records it once it is over.</summary>
public sealed record RecordFailure
{
    /// <summary>Older failures would move what was decided long ago.</summary>
    public const int LongestAgo = 90;

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<RecordFailure>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.From).NotNull().WithMessage("calendar.rule.day");
            RuleFor(f => f.From).Must(day => day is null || day >= Today().AddDays(-LongestAgo)).WithMessage("calendar.rule.too-long-ago");
            RuleFor(f => f.To).NotNull().WithMessage("calendar.rule.day");
            RuleFor(f => f.To).Must(day => day is null || day <= Today()).WithMessage("calendar.rule.over");
            RuleFor(f => f.To).Must((form, day) => day is null || form.From is null || day >= form.From).WithMessage("calendar.rule.order");
            RuleFor(f => f.Words).NotEmpty().WithMessage("calendar.rule.words");
            RuleFor(f => f.Words).MaximumLength(SystemFailure.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => SystemFailure.WordsMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
