using FluentValidation;

namespace MigrantServices.Core.Grievances;

/// <summary>To whom a case is handed.</summary>
public sealed record HandOver
{
    public Guid? ColleagueId { get; set; }

    /// <summary>For who takes it over themselves: they say that they have no interest in it.</summary>
    public bool Affirms { get; set; }

    public sealed class Rules : AbstractValidator<HandOver>
    {
        public Rules() => RuleFor(f => f.ColleagueId).NotEmpty().WithMessage("rule.choose-one");
    }
}
