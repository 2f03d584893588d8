using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>That two cases are not the same, and why.</summary>
public sealed record TellApart
{
    public Guid Pair { get; set; }

    [FreeText]
    public string? Why { get; set; }

    public sealed class Rules : AbstractValidator<TellApart>
    {
        public Rules()
        {
            RuleFor(f => f.Why).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Why).MaximumLength(PairAnswer.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => PairAnswer.WordsMaxLength);
        }
    }
}
