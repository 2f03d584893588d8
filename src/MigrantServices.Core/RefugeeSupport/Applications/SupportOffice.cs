using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>What every desk of refugee support works with: the making of cases, letters, sealed words, clocks and the time.</summary>
public sealed class SupportOffice(SupportMaker maker, SupportLetters letters, CaseWords words, Clocks clocks, TimeProvider time)
{
    public SupportMaker Maker => maker;

    public SupportLetters Letters => letters;

    public CaseWords Words => words;

    public Clocks Clocks => clocks;

    public DateTimeOffset Now => time.GetUtcNow();

    public CaseMessage Seal(SupportApplication about, Letter letter, MessagePurpose purpose, Actor author) => words.Letter(about, Guid.CreateVersion7(), letter, purpose, author, Now);

    public ReadBack ReadBack(Guid caseId, DateOnly on, string language, string reader, Actor by, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            CaseId = caseId,
            On = on,
            Language = language,
            Reader = words.Seal(reader, id, SealedField.ReadBackReader),
            RecordedById = by.UserId!.Value,
            RecordedAt = now,
        };
    }
}
