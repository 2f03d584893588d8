using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>What an addressee really answered to a recommendation, and why it was kept otherwise.</summary>
public sealed record CorrectMeasures
{
    public MeasuresReply? Reply { get; set; }

    public DateOnly? RepliedOn { get; set; }

    [FreeText]
    public string? Reasons { get; set; }

    [FreeText]
    public string? Why { get; set; }

    public sealed class Rules : AbstractValidator<CorrectMeasures>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Reply).Must(reply => reply is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.RepliedOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.RepliedOn).Must(day => day is null || day <= Seoul.DateOf(time.GetUtcNow())).WithMessage("rule.date-in-future");
            RuleFor(f => f.Reasons).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Reasons).MaximumLength(Recommendation.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => Recommendation.WordsMaxLength);
            RuleFor(f => f.Why).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Why).MaximumLength(MeasuresCorrection.WhyMaxLength).WithMessage("rule.too-long").WithState(_ => MeasuresCorrection.WhyMaxLength);
        }
    }
}
