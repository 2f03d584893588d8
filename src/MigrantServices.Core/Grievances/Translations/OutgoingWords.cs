using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Translations;

/// <summary>The words of an answer in the person's language are a translation like any other: with who made it, its kind and its check. A draft that nobody checked does not go out.</summary>
public sealed class OutgoingWords(PortalDb db, Originals originals, Vault vault)
{
    private const string Korean = "ko";

    /// <summary>Kept with the proposal that is about to be saved; nothing where there are no such words.</summary>
    internal async Task KeepAsync(Grievance grievance, string? words, TranslationKind? kind, Actor proposer, DateTimeOffset now, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(words) || grievance.Language == Korean)
        {
            return;
        }

        var (id, text, to) = (Guid.CreateVersion7(), KindOf(grievance), grievance.Language);
        var original = (await originals.FindAsync(grievance, text, grievance.Id, cancel))!;
        var before = await db.Set<Translation>().CountAsync(t => t.CaseId == grievance.Id && t.Text == text && t.TextId == grievance.Id && t.To == to, cancel);
        db.Add(new Translation
        {
            Id = id,
            CaseId = grievance.Id,
            Text = text,
            TextId = grievance.Id,
            From = Korean,
            To = to,
            Number = before + 1,
            Words = vault.Seal(words.Trim(), id, SealedField.Translation),
            Kind = kind ?? TranslationKind.Draft,
            AddedById = proposer.UserId!.Value,
            AddedAt = now,
            OriginalVersion = original.Version(vault),
        });
    }

    /// <summary>Why the words that wait cannot go out; null when they can, and where there are none.</summary>
    public async Task<Refusal?> WhyNotSentAsync(Grievance grievance, CancellationToken cancel) => await FindAsync(grievance, cancel) switch
    {
        { State: CheckState.Rejected } => new("translation.words-rejected"),
        { Kind: TranslationKind.Draft, State: CheckState.Unchecked } => new("translation.words-unchecked"),
        _ => null,
    };

    /// <summary>The translation whose words would go out with what waits now; null where there are none.</summary>
    public async Task<Translation?> FindAsync(Grievance grievance, CancellationToken cancel)
    {
        var (text, to) = (KindOf(grievance), grievance.Language);
        var words = text == TextKind.Answer
            ? Open(grievance.AnswerInTheirLanguage, grievance, SealedField.AnswerInTheirLanguage)
            : Open(grievance.ObjectionAnswerInTheirLanguage, grievance, SealedField.ObjectionAnswerInTheirLanguage);
        if (words is null || await originals.FindAsync(grievance, text, grievance.Id, cancel) is not { } original)
        {
            return null;
        }

        var version = original.Version(vault);
        var made = await db.Set<Translation>().AsNoTracking().Where(t => t.CaseId == grievance.Id && t.Text == text && t.TextId == grievance.Id && t.To == to)
            .OrderByDescending(t => t.Number).ToListAsync(cancel);
        return made.Find(one => one.IsOf(version) && vault.Open(one.Words, one.Id, SealedField.Translation) == words.Trim());
    }

    private static TextKind KindOf(Grievance grievance) => grievance.IsObjection ? TextKind.ObjectionAnswer : TextKind.Answer;

    private string? Open(SealedText? text, Grievance grievance, string field) => text is { IsEmpty: false } words ? vault.Open(words, grievance.Id, field) : null;
}
