using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>What interest a colleague has in a case.</summary>
public sealed record DeclareInterest
{
    public string? Reason { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<DeclareInterest>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Reason).Must(reason => book.Has(Lists.InterestReasons, reason, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(InterestDeclaration.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => InterestDeclaration.WordsMaxLength);
        }
    }
}
