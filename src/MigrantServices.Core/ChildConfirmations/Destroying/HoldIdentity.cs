using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>Why who a child is must not be destroyed, and up to which day; about the case, not about persons.</summary>
public sealed record HoldIdentity
{
    [FreeText]
    public string? Reason { get; set; }

    public DateOnly? Until { get; set; }

    public sealed class Rules : AbstractValidator<HoldIdentity>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Reason).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Reason).MaximumLength(DestructionHold.ReasonMaxLength).WithMessage("rule.too-long").WithState(_ => DestructionHold.ReasonMaxLength);
            RuleFor(f => f.Until).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.Until).Must(day => day > Seoul.DateOf(time.GetUtcNow())).When(f => f.Until is not null).WithMessage("rule.hold-day-past");
        }
    }
}
