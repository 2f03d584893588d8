using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Export;

/// <summary>One version of a translation: of what, by whom, and whether a second person has checked it.</summary>
/// <param name="AddedBy">The colleague who translated it or put it in; only where names were chosen, as are all names here.</param>
/// <param name="IsInterpreted">An interpreter made it, and the colleague put it in.</param>
public sealed record TranslationPart(TextKind Text, string From, string To, int Number, TranslationKind Kind, bool IsInterpreted, DateTimeOffset AddedAt, CheckState State, string Words)
{
    public string? AddedBy { get; init; }

    public string? Interpreter { get; init; }

    public string? CheckedBy { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; init; }

    internal static TranslationPart Of(TranslationLine line, bool hasNames, Vault vault)
    {
        var it = line.Translation;
        return new(it.Text, it.From, it.To, it.Number, it.Kind, it.Interpreter is not null, it.AddedAt, it.State, vault.Open(it.Words, it.Id, SealedField.Translation))
        {
            AddedBy = hasNames ? line.AddedBy : null,
            Interpreter = hasNames && it.Interpreter is { } interpreter ? vault.Open(interpreter, it.Id, SealedField.Interpreter) : null,
            CheckedBy = hasNames ? line.CheckedBy : null,
            CheckedAt = it.CheckedAt,
            Reason = it.Reason is { } reason ? vault.Open(reason, it.Id, SealedField.Rejection) : null,
        };
    }
}
