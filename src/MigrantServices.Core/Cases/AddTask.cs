using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <summary>A task in a case: what, by when, and who if not oneself.</summary>
public sealed record AddTask
{
    [FreeText]
    public string? Text { get; set; }

    public DateOnly? DueOn { get; set; }

    public Guid? ColleagueId { get; set; }

    public sealed class Rules : AbstractValidator<AddTask>
    {
        private const int Furthest = 365;

        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Text).NotEmpty().WithMessage("rule.task-missing");
            RuleFor(f => f.Text).MaximumLength(CaseTask.TextMaxLength).WithMessage("rule.too-long").WithState(_ => CaseTask.TextMaxLength);
            RuleFor(f => f.DueOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.DueOn).Must(day => day is null || (day >= Today() && day <= Today().AddDays(Furthest))).WithMessage("rule.task-day");

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
