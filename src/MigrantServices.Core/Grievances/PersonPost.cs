using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Letters that one colleague sends to the person at once. What stands in them in the person's language is kept as a translation like any other; a draft does not go out.</summary>
public sealed class PersonPost(PortalDb db, CaseWords words, Vault vault)
{
    private const string Korean = "ko";

    public CaseWords Words => words;

    /// <summary>Seals the letter as it goes out, and keeps whose words those in the person's language are.</summary>
    /// <param name="inTheirLanguage">What the colleague put in in that language; without it nobody translated anything.</param>
    /// <exception cref="RefusedException"><c>translation.draft-stays</c>.</exception>
    public CaseMessage Seal(Grievance grievance, Guid messageId, Letter letter, MessagePurpose purpose, (string? InTheirLanguage, TranslationKind? Kind) put, Actor sender, DateTimeOffset now)
    {
        var isTranslated = letter.InTheirLanguage is not null && !string.IsNullOrWhiteSpace(put.InTheirLanguage);
        if (isTranslated && put.Kind != TranslationKind.Human)
        {
            throw new RefusedException(new("translation.draft-stays"));
        }

        var message = words.Letter(grievance, messageId, letter, purpose, sender, now);
        if (isTranslated)
        {
            db.Add(TranslationOf(grievance, messageId, letter, sender, now));
        }

        return message;
    }

    private Translation TranslationOf(Grievance grievance, Guid messageId, Letter letter, Actor sender, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            CaseId = grievance.Id,
            Text = TextKind.Letter,
            TextId = messageId,
            From = Korean,
            To = grievance.Language,
            Number = 1,
            Words = words.Seal(letter.InTheirLanguage!, id, SealedField.Translation),
            Kind = TranslationKind.Human,
            AddedById = sender.UserId!.Value,
            AddedAt = now,
            OriginalVersion = new Original(TextKind.Letter, messageId, Korean, letter.InKorean.Trim()).Version(vault),
        };
    }
}
