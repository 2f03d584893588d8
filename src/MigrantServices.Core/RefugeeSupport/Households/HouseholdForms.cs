using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>What somebody says of two applications that may be of one household, or of a join that may be a mistake.</summary>
public sealed record SayOfHouseholds
{
    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<SayOfHouseholds>
    {
        public Rules()
        {
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(HouseholdJoin.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => HouseholdJoin.WordsMaxLength);
        }
    }
}
