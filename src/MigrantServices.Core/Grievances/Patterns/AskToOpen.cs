using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>For what a pattern is to be opened, and why.</summary>
public sealed record AskToOpen
{
    public PatternPurpose? Purpose { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<AskToOpen>
    {
        public Rules()
        {
            RuleFor(f => f.Purpose).Must(purpose => purpose is not null && Enum.IsDefined(purpose.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Words).MustBeASentence();
        }
    }
}
