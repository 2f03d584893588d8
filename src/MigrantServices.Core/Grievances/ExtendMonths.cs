using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances;

/// <summary>More time for the whole procedure: the lawful reason and how many months.</summary>
public sealed record ExtendMonths
{
    public string? Reason { get; set; }

    /// <summary>At most as many as the procedure had.</summary>
    public int? Months { get; set; }

    [FreeText]
    public string? Explanation { get; set; }

    /// <summary>The same in the person's language, for their letter.</summary>
    [FreeText]
    public string? InTheirLanguage { get; set; }

    /// <summary>How those words were made; a draft does not go out.</summary>
    public TranslationKind? WordsKind { get; set; } = TranslationKind.Human;

    public sealed class Rules : AbstractValidator<ExtendMonths>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Reason).Must((_, reason, context) => book.Has(Lists.ExtensionReasons, reason, context, time)).WithMessage("deed.extend.rule.reason");
            RuleFor(f => f.Months).NotNull().WithMessage("deed.extend-rights.rule.months");
            RuleFor(f => f.Months).GreaterThan(0).WithMessage("deed.extend-rights.rule.months");
            RuleFor(f => f.Explanation).NotEmpty().When(f => ExtensionReason.NeedsWords(book, f.Reason)).WithMessage("deed.extend.rule.explanation");
            RuleFor(f => f.Explanation).MaximumLength(ExtendDeadline.ExplanationMaxLength).WithMessage("rule.too-long").WithState(_ => ExtendDeadline.ExplanationMaxLength);
            RuleFor(f => f.WordsKind).Must(kind => kind is { } one && Enum.IsDefined(one)).When(f => !string.IsNullOrWhiteSpace(f.InTheirLanguage)).WithMessage("rule.choose-one");
            RuleFor(f => f.InTheirLanguage).MaximumLength(ExtendDeadline.ExplanationMaxLength).WithMessage("rule.too-long").WithState(_ => ExtendDeadline.ExplanationMaxLength);
        }
    }
}
