using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <summary>Seals and opens what people write in a case, and marks it so that it can be found again.</summary>
public sealed class CaseWords(Vault vault, SearchTokens search)
{
    public SealedText Seal(string text, Guid owner, string field) => vault.Seal(text.Trim(), owner, field);

    public string Open(SealedText text, Guid owner, string field) => vault.Open(text, owner, field);

    public CaseMessage Message(Guid caseId, Guid messageId, string body, MessagePurpose purpose, string language, Actor author, DateTimeOffset now) => new()
    {
        Id = messageId,
        CaseId = caseId,
        SentAt = now,
        FromOffice = author.UserId is not null,
        AuthorId = author.UserId,
        CodeId = author.CodeId,
        Purpose = purpose,
        Language = language,
        Body = Seal(body, messageId, SealedField.Message),
    };

    /// <summary>What the person said or wrote by another way, as a colleague put it in: their words, and not the colleague's.</summary>
    public CaseMessage OfPerson(Guid caseId, Guid messageId, string body, MessagePurpose purpose, string language, DateTimeOffset now) => new()
    {
        Id = messageId,
        CaseId = caseId,
        SentAt = now,
        FromOffice = false,
        Purpose = purpose,
        Language = language,
        Body = Seal(body, messageId, SealedField.Message),
    };

    /// <summary>A letter from the office, sealed in both languages as it goes out.</summary>
    public CaseMessage Letter(ServiceCase about, Guid messageId, Letter letter, MessagePurpose purpose, Actor author, DateTimeOffset now) => new()
    {
        Id = messageId,
        CaseId = about.Id,
        SentAt = now,
        FromOffice = true,
        AuthorId = author.UserId,
        Purpose = purpose,
        Language = letter.InTheirLanguage is null ? "ko" : about.Language,
        Body = Seal(letter.InTheirLanguage ?? letter.InKorean, messageId, SealedField.Message),
        InKorean = letter.InTheirLanguage is null ? null : Seal(letter.InKorean, messageId, SealedField.MessageInKorean),
        Template = letter.Template,
    };

    public CaseNote Note(Guid caseId, string body, Actor author, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            CaseId = caseId,
            AuthorId = author.UserId!.Value,
            WrittenAt = now,
            Body = Seal(body, id, SealedField.Note),
        };
    }

    public void Mark(ServiceCase serviceCase, params string?[] texts) => serviceCase.AddSearchTokens(search.OfText(texts));
}
