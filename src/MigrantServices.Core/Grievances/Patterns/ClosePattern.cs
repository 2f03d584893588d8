using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>What came of an opened pattern.</summary>
public sealed record ClosePattern
{
    public PatternOutcome? Outcome { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<ClosePattern>
    {
        public Rules()
        {
            RuleFor(f => f.Outcome).Must(outcome => outcome is not null && Enum.IsDefined(outcome.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Words).MustBeASentence();
        }
    }
}
