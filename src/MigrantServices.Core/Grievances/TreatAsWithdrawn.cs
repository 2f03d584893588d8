using FluentValidation;
using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.Grievances;

/// <summary>The days on which both requests came back because they could not be delivered.</summary>
public sealed record TreatAsWithdrawn
{
    public DateOnly? FirstOn { get; set; }

    public DateOnly? SecondOn { get; set; }

    public sealed class Rules : AbstractValidator<TreatAsWithdrawn>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.FirstOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.FirstOn).Must(HasCome).WithMessage("rule.date-in-future");
            RuleFor(f => f.SecondOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.SecondOn).Must(HasCome).WithMessage("rule.date-in-future");

            bool HasCome(DateOnly? day) => day is null || day <= Seoul.DateOf(time.GetUtcNow());
        }
    }
}
