using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Workday;

/// <summary>A supervisor's word on a month.</summary>
public sealed record MarkMonth
{
    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<MarkMonth>
    {
        public Rules() => RuleFor(f => f.Words).NotEmpty().WithMessage("workday.rule.words")
            .MaximumLength(MonthCheck.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => MonthCheck.WordsMaxLength);
    }
}
