using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>The result for the other side: to whom, in words written for them, and why although somebody is not safe.</summary>
public sealed record TellRespondent
{
    [FreeText]
    public string? Addressee { get; set; }

    [FreeText]
    public string? Words { get; set; }

    /// <summary>Asked for only where somebody suffers for having complained, or is protected.</summary>
    [FreeText]
    public string? Although { get; set; }

    public sealed class Rules : AbstractValidator<TellRespondent>
    {
        public Rules()
        {
            RuleFor(f => f.Addressee).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Addressee).MaximumLength(OtherSideLetter.AddresseeMaxLength).WithMessage("rule.too-long").WithState(_ => OtherSideLetter.AddresseeMaxLength);
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(OtherSideLetter.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => OtherSideLetter.WordsMaxLength);
            RuleFor(f => f.Although).MaximumLength(OtherSideLetter.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => OtherSideLetter.WordsMaxLength);
        }
    }
}
