using FluentValidation;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>What a reason must be at the least.</summary>
internal static class Sentences
{
    public static void MustBeASentence<T>(this IRuleBuilder<T, string?> words)
    {
        words.Must(text => text?.Trim().Length >= Pattern.ReasonMinLength).WithMessage("deed.pattern.rule.sentence");
        words.MaximumLength(Pattern.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => Pattern.WordsMaxLength);
    }
}
