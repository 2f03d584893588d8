using System.Linq.Expressions;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Translations;

/// <summary>A translation as a colleague reads it beside its original, opened from its seals.</summary>
/// <param name="AddedBy">The colleague who put it in.</param>
public sealed record TranslationView(Guid Id, TextKind Text, Guid TextId, string From, string To, int Number, string Words, TranslationKind Kind, Standing Standing, string AddedBy, DateTimeOffset AddedAt)
{
    public required Guid AddedById { get; init; }

    public string? Interpreter { get; init; }

    public bool? HasConflict { get; init; }

    public string? ConflictWords { get; init; }

    public string? CheckedBy { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; init; }

    /// <param name="original">The words of the original as they are now; null when it is gone.</param>
    internal static TranslationView Of(TranslationLine line, string? original, Vault vault)
    {
        var it = line.Translation;
        var version = original is null ? [] : new Original(it.Text, it.TextId, it.From, original).Version(vault);
        return new(it.Id, it.Text, it.TextId, it.From, it.To, it.Number, vault.Open(it.Words, it.Id, SealedField.Translation), it.Kind, it.StandingAt(version), line.AddedBy, it.AddedAt)
        {
            AddedById = it.AddedById,
            Interpreter = Open(it.Interpreter, SealedField.Interpreter),
            HasConflict = it.HasConflict,
            ConflictWords = Open(it.ConflictWords, SealedField.Conflict),
            CheckedBy = line.CheckedBy,
            CheckedAt = it.CheckedAt,
            Reason = Open(it.Reason, SealedField.Rejection),
        };

        string? Open(SealedText? text, string field) => text is { } words ? vault.Open(words, it.Id, field) : null;
    }
}

/// <summary>A translation still sealed, with who put it in and who checked it.</summary>
internal sealed record TranslationLine(Translation Translation, string AddedBy, string? CheckedBy);

/// <summary>What a decision relied on, as a colleague reads it.</summary>
/// <param name="Number">The translation's; null when the original itself was read.</param>
public sealed record SourceView(string Deed, TextKind Text, string Language, int? Number, string? To, bool WasUnchecked, string By, DateTimeOffset NamedAt)
{
    internal static Expression<Func<DecisionSource, SourceView>> From(PortalDb db) => s => new(
        s.Deed,
        s.Text,
        s.Language,
        db.Set<Translation>().Where(t => t.Id == s.TranslationId).Select(t => (int?)t.Number).FirstOrDefault(),
        db.Set<Translation>().Where(t => t.Id == s.TranslationId).Select(t => t.To).FirstOrDefault(),
        s.WasUnchecked,
        db.Users.Where(u => u.Id == s.NamedById).Select(u => u.DisplayName).First(),
        s.NamedAt);
}
