using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>A new code for a household that lost its own, asked for at a counter.</summary>
public sealed record RenewSupportCode
{
    public const int ShownMaxLength = 300;

    /// <summary>What they showed or knew, by which the colleague recognised them.</summary>
    [FreeText]
    public string? Shown { get; set; }

    /// <summary>The colleague compared it with what the household told.</summary>
    public bool IsSure { get; set; }

    public sealed class Rules : AbstractValidator<RenewSupportCode>
    {
        public Rules()
        {
            RuleFor(f => f.Shown).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Shown).MaximumLength(ShownMaxLength).WithMessage("rule.too-long").WithState(_ => ShownMaxLength);
            RuleFor(f => f.IsSure).Equal(true).WithMessage("rule.not-sure-who");
        }
    }
}
