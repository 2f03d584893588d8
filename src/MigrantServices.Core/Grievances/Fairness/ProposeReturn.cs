using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>Why a case was set apart by mistake.</summary>
public sealed record ProposeReturn
{
    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<ProposeReturn>
    {
        public Rules()
        {
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(ApartReturn.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => ApartReturn.WordsMaxLength);
        }
    }
}
