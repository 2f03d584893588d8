using FluentValidation;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Duplicates;

/// <summary>Whether two cases are of the same child, and how that is known.</summary>
public sealed record JudgePair
{
    public Guid Pair { get; set; }

    public PairVerdict? Verdict { get; set; }

    [FreeText]
    public string? Why { get; set; }

    public sealed class Rules : AbstractValidator<JudgePair>
    {
        public Rules()
        {
            RuleFor(f => f.Verdict).Must(verdict => verdict is not null && Enum.IsDefined(verdict.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Why).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Why).MaximumLength(PairAnswer.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => PairAnswer.WordsMaxLength);
        }
    }
}
