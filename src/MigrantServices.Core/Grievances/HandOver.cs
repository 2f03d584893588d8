using FluentValidation;

namespace MigrantServices.Core.Grievances;

/// <summary>To whom a case is handed.</summary>
public sealed record HandOver
{
    public Guid? ColleagueId { get; set; }

    public sealed class Rules : AbstractValidator<HandOver>
    {
        public Rules() => RuleFor(f => f.ColleagueId).NotEmpty().WithMessage("rule.choose-one");
    }
}
