using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases;

/// <summary>A message from the office to the person, and the language it is written in, so that it is shown and read out rightly.</summary>
public sealed record WriteLetter
{
    [FreeText]
    public string? Body { get; set; }

    public string? Language { get; set; } = "ko";

    public sealed class Rules : AbstractValidator<WriteLetter>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Body).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Body).MaximumLength(CaseMessage.MaxLength).WithMessage("rule.too-long").WithState(_ => CaseMessage.MaxLength);
            RuleFor(f => f.Language).Must(l => book.Has(Lists.Languages, l, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
        }
    }
}
