using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>Why the clock is to stand still.</summary>
public sealed record PauseClock
{
    public string? Reason { get; set; }

    public sealed class Rules : AbstractValidator<PauseClock>
    {
        public Rules(ReferenceBook book, TimeProvider time) =>
            RuleFor(f => f.Reason).Must((_, reason, context) => book.Has(Lists.PauseReasons, reason, context, time)).WithMessage("rule.choose-one");
    }
}
