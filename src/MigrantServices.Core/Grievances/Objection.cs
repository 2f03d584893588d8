using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>Why the person does not agree with the answer.</summary>
public sealed record ObjectToAnswer
{
    [FreeText]
    public string? Body { get; set; }

    public sealed class Rules : AbstractValidator<ObjectToAnswer>
    {
        public Rules()
        {
            RuleFor(f => f.Body).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Body).MaximumLength(CaseMessage.MaxLength).WithMessage("rule.too-long").WithState(_ => CaseMessage.MaxLength);
        }
    }
}

/// <summary>What the office says to an objection: whether the answer stands, with reasons in Korean and in the person's language.</summary>
public sealed record AnswerObjection
{
    /// <summary>False when the answer is changed by this one; null until one is chosen.</summary>
    public bool? Stands { get; set; }

    /// <summary>Where the answer is changed, how the case ends instead: a reason of its procedure.</summary>
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

    public sealed class Rules : AbstractValidator<AnswerObjection>
    {
        public Rules()
        {
            RuleFor(f => f.Stands).NotNull().WithMessage("rule.choose-one");
            RuleFor(f => f.Reason).NotEmpty().When(f => f.Stands == false).WithMessage("rule.choose-one");
            RuleFor(f => f.Answer).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Answer).MaximumLength(Grievance.AnswerMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.AnswerMaxLength);
            RuleFor(f => f.WordsKind).Must(kind => kind is { } one && Enum.IsDefined(one)).When(f => !string.IsNullOrWhiteSpace(f.InTheirLanguage)).WithMessage("rule.choose-one");
            RuleFor(f => f.InTheirLanguage).MaximumLength(Grievance.AnswerMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.AnswerMaxLength);
        }
    }
}
