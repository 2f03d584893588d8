using FluentValidation;

namespace MigrantServices.Core.Grievances;

/// <summary>A new code for a person whose slip was lost.</summary>
public sealed record RenewCode
{
    /// <summary>The colleague asked what only the person can know and compared it with the case.</summary>
    public bool IsSure { get; set; }

    public sealed class Rules : AbstractValidator<RenewCode>
    {
        public Rules() => RuleFor(f => f.IsSure).Equal(true).WithMessage("rule.not-sure-who");
    }
}
