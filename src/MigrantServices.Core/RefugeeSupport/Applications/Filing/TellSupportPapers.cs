using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Applications.Filing;

/// <summary>Which of the papers the person gives, and what they want to say about them; the files are kept beside it, and none is needed to send.</summary>
public sealed record TellSupportPapers
{
    /// <summary>Codes of papers that are among the files.</summary>
    public List<string> Given { get; set; } = [];

    [FreeText]
    public string? Note { get; set; }

    public sealed class Rules : AbstractValidator<TellSupportPapers>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Given).Must(codes => codes.TrueForAll(code => book.Has(Lists.SupportPapers, code, Seoul.DateOf(time.GetUtcNow())))).WithMessage("rule.choose-some");
            RuleFor(f => f.Note).MaximumLength(SupportApplication.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => SupportApplication.WordsMaxLength);
        }
    }
}
