using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Why a pattern is not opened.</summary>
public sealed record RefuseToOpen
{
    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<RefuseToOpen>
    {
        public Rules() => RuleFor(f => f.Words).MustBeASentence();
    }
}
