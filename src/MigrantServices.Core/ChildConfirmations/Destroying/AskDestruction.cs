using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>Why who a child is shall be destroyed, and by which law; about the case, not about persons.</summary>
public sealed record AskDestruction
{
    public string? Ground { get; set; }

    [FreeText]
    public string? Reason { get; set; }

    public sealed class Rules : AbstractValidator<AskDestruction>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Ground).Must(code => book.Has(Lists.DestructionGrounds, code, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.Reason).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Reason).MaximumLength(IdentityDestruction.ReasonMaxLength).WithMessage("rule.too-long").WithState(_ => IdentityDestruction.ReasonMaxLength);
        }
    }
}
