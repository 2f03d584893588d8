using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <summary>What the office asks the person for, in Korean and in their language, and by when.</summary>
public sealed record AskForSupplement
{
    /// <summary>In Korean.</summary>
    [FreeText]
    public string? Body { get; set; }

    [FreeText]
    public string? InTheirLanguage { get; set; }

    /// <summary>How those words were made; a draft does not go out.</summary>
    public TranslationKind? WordsKind { get; set; } = TranslationKind.Human;

    /// <summary>The day by which an answer is asked for.</summary>
    public DateOnly? Until { get; set; }

    public sealed class Rules : AbstractValidator<AskForSupplement>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Body).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Body).MaximumLength(CaseMessage.MaxLength).WithMessage("rule.too-long").WithState(_ => CaseMessage.MaxLength);
            RuleFor(f => f.WordsKind).Must(kind => kind is { } one && Enum.IsDefined(one)).When(f => !string.IsNullOrWhiteSpace(f.InTheirLanguage)).WithMessage("rule.choose-one");
            RuleFor(f => f.InTheirLanguage).MaximumLength(CaseMessage.MaxLength).WithMessage("rule.too-long").WithState(_ => CaseMessage.MaxLength);
            RuleFor(f => f.Until).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.Until).Must(day => day is null || day > Seoul.DateOf(time.GetUtcNow())).WithMessage("rule.day-to-come");
        }
    }
}
