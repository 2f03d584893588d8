using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>What the other side answered to a question of the inquiry.</summary>
public sealed record RecordReply
{
    public DateOnly? RepliedOn { get; set; }

    [FreeText]
    public string? Words { get; set; }

    /// <summary>The language in which the other side answered.</summary>
    public string? Language { get; set; } = "ko";

    public sealed class Rules : AbstractValidator<RecordReply>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.RepliedOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.RepliedOn).Must(day => day is null || day <= Seoul.DateOf(time.GetUtcNow())).WithMessage("rule.date-in-future");
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(InquiryRecord.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => InquiryRecord.WordsMaxLength);
            RuleFor(f => f.Language).Must(language => book.Has(Lists.Languages, language, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
        }
    }
}
