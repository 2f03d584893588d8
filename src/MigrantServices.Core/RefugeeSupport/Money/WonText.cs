using System.Globalization;
using FluentValidation;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Whole won as people type them, with or without commas.</summary>
public static class WonText
{
    /// <summary>More than the budget of the whole province.</summary>
    public const long Most = 100_000_000_000_000;

    /// <summary>Null for anything but a whole number above nought.</summary>
    public static long? Read(string? text) =>
        long.TryParse(text?.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var won) && won is > 0 and <= Most ? won : null;

    public static void MustBeWon<T>(this IRuleBuilder<T, string?> won) => won.Must(text => Read(text) is not null).WithMessage("budget.rule.won");

    public static void MustBeAReason<T>(this IRuleBuilder<T, string?> words)
    {
        words.Must(text => text?.Trim().Length >= BudgetChange.ReasonMinLength).WithMessage("budget.rule.reason");
        words.MaximumLength(BudgetChange.ReasonMaxLength).WithMessage("rule.too-long").WithState(_ => BudgetChange.ReasonMaxLength);
    }
}
