using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <summary>A message to the other side.</summary>
public sealed record WriteMessage
{
    [FreeText]
    public string? Body { get; set; }

    public sealed class Rules : AbstractValidator<WriteMessage>
    {
        public Rules()
        {
            RuleFor(f => f.Body).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Body).MaximumLength(CaseMessage.MaxLength).WithMessage("rule.too-long").WithState(_ => CaseMessage.MaxLength);
        }
    }
}
