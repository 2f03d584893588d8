using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Filing;

/// <summary>What the parent wants to say about the papers; the files are kept beside it, and none is needed.</summary>
public sealed record TellPapers
{
    [FreeText]
    public string? Note { get; set; }

    public sealed class Rules : AbstractValidator<TellPapers>
    {
        public Rules() =>
            RuleFor(f => f.Note).MaximumLength(ChildConfirmation.AccountMaxLength).WithMessage("rule.too-long").WithState(_ => ChildConfirmation.AccountMaxLength);
    }
}
