using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Seals the letters that go out with the deeds on a child's case, and saves each deed with its line in the record of access.</summary>
public sealed class ChildPost(ChildLetters letters, CaseWords words, Vault vault, AccessLog access)
{
    public ChildLetters Letters => letters;

    public CaseMessage Seal(ChildConfirmation about, Letter letter, MessagePurpose purpose, Actor author, DateTimeOffset now) =>
        words.Letter(about, Guid.CreateVersion7(), letter, purpose, author, now);

    /// <summary>The reasons that wait for a second person, in Korean and in the family's language.</summary>
    public (string InKorean, string? InTheirLanguage) ReasonsOf(ChildConfirmation about) => (
        about.Reasons is { } reasons ? vault.Open(reasons, about.Id, SealedField.Reasons) : "",
        about.ReasonsInTheirLanguage is { } theirs ? vault.Open(theirs, about.Id, SealedField.ReasonsInTheirLanguage) : null);

    public SealedText Reasons(ChildConfirmation about, DoChildDeed form) => words.Seal(form.Words!, about.Id, SealedField.Reasons);

    public SealedText? ReasonsInTheirLanguage(ChildConfirmation about, DoChildDeed form) => about.Language == "ko" || string.IsNullOrWhiteSpace(form.InTheirLanguage)
        ? null
        : words.Seal(form.InTheirLanguage, about.Id, SealedField.ReasonsInTheirLanguage);

    public CaseNote Note(ChildConfirmation about, string body, Actor author, DateTimeOffset now) => words.Note(about.Id, body, author, now);

    public Task SaveAsync(ChildConfirmation about, Actor actor, CaseAction action, CancellationToken cancel) => access.SaveChangeAsync(actor, about.Id, action, cancel);

    /// <summary>Puts the deed's line beside it; it is saved with whatever is saved next.</summary>
    public void AddChange(ChildConfirmation about, Actor actor, CaseAction action) => access.AddChange(actor, about.Id, action);
}
