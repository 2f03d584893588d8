using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Outcomes;

/// <summary>What became of somebody, as they told it.</summary>
public sealed record RecordOutcome
{
    public string? Result { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<RecordOutcome>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Result).Must(code => book.Has(Lists.WorkResults, code, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.Words).MaximumLength(WorkOutcome.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => WorkOutcome.WordsMaxLength);
        }
    }
}
