using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Translations;

/// <summary>A translation as a colleague puts it in, their own or an interpreter's.</summary>
public sealed record AddTranslation
{
    /// <summary>The language of the original, where it is another one than the case says.</summary>
    public string? From { get; set; }

    public string? To { get; set; } = "ko";

    [FreeText]
    public string? Words { get; set; }

    public TranslationKind? Kind { get; set; }

    /// <summary>Empty when the colleague translated it.</summary>
    [FreeText]
    public string? Interpreter { get; set; }

    /// <summary>Whether the interpreter is close to one of the sides.</summary>
    public bool? HasConflict { get; set; }

    [FreeText]
    public string? ConflictWords { get; set; }

    public sealed class Rules : AbstractValidator<AddTranslation>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.To).Must(language => book.Has(Lists.Languages, language, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.To).Must((form, language) => language != form.From).WithMessage("deed.translate.rule.same-language");
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(Translation.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => Translation.WordsMaxLength);
            RuleFor(f => f.Kind).Must(kind => kind is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.Interpreter).MaximumLength(Translation.InterpreterMaxLength).WithMessage("rule.too-long").WithState(_ => Translation.InterpreterMaxLength);
            RuleFor(f => f.HasConflict).NotNull().When(HasInterpreter).WithMessage("deed.translate.rule.conflict");
            RuleFor(f => f.ConflictWords).NotEmpty().When(f => HasInterpreter(f) && f.HasConflict == true).WithMessage("rule.write-something");
            RuleFor(f => f.ConflictWords).MaximumLength(Translation.ReasonMaxLength).WithMessage("rule.too-long").WithState(_ => Translation.ReasonMaxLength);

            static bool HasInterpreter(AddTranslation form) => !string.IsNullOrWhiteSpace(form.Interpreter);
        }
    }
}

/// <summary>Why a translation is not to be relied on.</summary>
public sealed record RejectTranslation
{
    [FreeText]
    public string? Reason { get; set; }

    public sealed class Rules : AbstractValidator<RejectTranslation>
    {
        public Rules()
        {
            RuleFor(f => f.Reason).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Reason).MaximumLength(Translation.ReasonMaxLength).WithMessage("rule.too-long").WithState(_ => Translation.ReasonMaxLength);
        }
    }
}
