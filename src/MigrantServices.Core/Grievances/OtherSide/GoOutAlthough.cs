using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>Why a letter goes to the other side although somebody suffers for having complained, or is protected; asked for only there.</summary>
public sealed record GoOutAlthough
{
    [FreeText]
    public string? Reason { get; set; }

    public sealed class Rules : AbstractValidator<GoOutAlthough>
    {
        public Rules() =>
            RuleFor(f => f.Reason).MaximumLength(OtherSideLetter.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => OtherSideLetter.WordsMaxLength);
    }
}
