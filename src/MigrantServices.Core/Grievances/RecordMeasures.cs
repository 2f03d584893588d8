using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>What an addressee answered to a recommendation.</summary>
public sealed record RecordMeasures
{
    public MeasuresReply? Reply { get; set; }

    public DateOnly? RepliedOn { get; set; }

    [FreeText]
    public string? Reasons { get; set; }

    public sealed class Rules : AbstractValidator<RecordMeasures>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Reply).Must(reply => reply is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.RepliedOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.RepliedOn).Must(day => day is null || day <= Seoul.DateOf(time.GetUtcNow())).WithMessage("rule.date-in-future");
            RuleFor(f => f.Reasons).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Reasons).MaximumLength(Recommendation.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => Recommendation.WordsMaxLength);
        }
    }
}
