using FluentValidation;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>The answer that a second person is to approve: in Korean, and in the person's language where that is another.</summary>
public sealed record ProposeAnswer
{
    /// <summary>A reason of the case's procedure; it names the outcome.</summary>
    public string? Reason { get; set; }

    [FreeText]
    public string? Answer { get; set; }

    [FreeText]
    public string? InTheirLanguage { get; set; }

    /// <summary>Whether the words in the person's language were made by a person, or are a draft that somebody checks before they go out.</summary>
    public TranslationKind? WordsKind { get; set; } = TranslationKind.Human;

    /// <summary>Of each foreign text the version that was read.</summary>
    public List<string?> Sources { get; set; } = [];

    /// <summary>Whoever proposes knows that nobody has checked some of the translations.</summary>
    public bool UncheckedIsKnown { get; set; }

    public sealed class Rules : AbstractValidator<ProposeAnswer>
    {
        public Rules()
        {
            RuleFor(f => f.Reason).NotEmpty().WithMessage("rule.choose-one");
            RuleFor(f => f.Answer).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Answer).MaximumLength(Grievance.AnswerMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.AnswerMaxLength);
            RuleFor(f => f.WordsKind).Must(kind => kind is { } one && Enum.IsDefined(one)).When(f => !string.IsNullOrWhiteSpace(f.InTheirLanguage)).WithMessage("rule.choose-one");
            RuleFor(f => f.InTheirLanguage).MaximumLength(Grievance.AnswerMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.AnswerMaxLength);
        }
    }
}
