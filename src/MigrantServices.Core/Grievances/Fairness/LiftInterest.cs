using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>Why a declared interest no longer counts.</summary>
public sealed record LiftInterest
{
    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<LiftInterest>
    {
        public Rules()
        {
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(InterestDeclaration.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => InterestDeclaration.WordsMaxLength);
        }
    }
}
