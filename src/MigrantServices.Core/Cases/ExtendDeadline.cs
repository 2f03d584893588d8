using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases;

/// <summary>More time for a case: the lawful reason, how much, and for a second time the person's consent.</summary>
public sealed record ExtendDeadline
{
    public const int ExplanationMaxLength = 1000;

    public string? Reason { get; set; }

    /// <summary>In the unit of the running clock; at most as many as the period had.</summary>
    public int? Days { get; set; }

    [FreeText]
    public string? Explanation { get; set; }

    /// <summary>The same in the person's language, for their letter.</summary>
    [FreeText]
    public string? InTheirLanguage { get; set; }

    /// <summary>How those words were made; a draft does not go out.</summary>
    public TranslationKind? WordsKind { get; set; } = TranslationKind.Human;

    public DateOnly? ConsentOn { get; set; }

    public ConsentWay? ConsentWay { get; set; }

    public sealed class Rules : AbstractValidator<ExtendDeadline>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Reason).Must((_, reason, context) => book.Has(Lists.ExtensionReasons, reason, context, time)).WithMessage("deed.extend.rule.reason");
            RuleFor(f => f.Days).NotNull().WithMessage("deed.extend.rule.days");
            RuleFor(f => f.Days).GreaterThan(0).WithMessage("deed.extend.rule.days");
            RuleFor(f => f.Explanation).NotEmpty().When(f => ExtensionReason.NeedsWords(book, f.Reason)).WithMessage("deed.extend.rule.explanation");
            RuleFor(f => f.Explanation).MaximumLength(ExplanationMaxLength).WithMessage("rule.too-long").WithState(_ => ExplanationMaxLength);
            RuleFor(f => f.WordsKind).Must(kind => kind is { } one && Enum.IsDefined(one)).When(f => !string.IsNullOrWhiteSpace(f.InTheirLanguage)).WithMessage("rule.choose-one");
            RuleFor(f => f.InTheirLanguage).MaximumLength(ExplanationMaxLength).WithMessage("rule.too-long").WithState(_ => ExplanationMaxLength);
            RuleFor(f => f.ConsentOn).Must(day => day is null || day <= Seoul.DateOf(time.GetUtcNow())).WithMessage("deed.extend.rule.consent-future");
            RuleFor(f => f.ConsentWay).NotNull().When(f => f.ConsentOn is not null).WithMessage("deed.extend.rule.consent-way");
        }
    }
}
