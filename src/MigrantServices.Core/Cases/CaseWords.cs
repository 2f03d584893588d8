using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <summary>Seals what people write in a case, and marks it so that it can be found again.</summary>
public sealed class CaseWords(Vault vault, SearchTokens search)
{
    public SealedText Seal(string text, Guid owner, string field) => vault.Seal(text.Trim(), owner, field);

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
