using MigrantServices.Core.Notices;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <summary>Seals who somebody in a case is and how they can be reached.</summary>
internal static class SealedPeople
{
    public static CasePerson Person(this Vault vault, Guid caseId, PersonPart part, string name, string? contact)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            CaseId = caseId,
            Part = part,
            Name = vault.Seal(name.Trim(), id, SealedField.Name),
            Contact = vault.SealIfAny(contact, id, SealedField.Contact),
        };
    }

    /// <summary>Null when they want no mail.</summary>
    public static NoticeWish? Wish(this Vault vault, Guid caseId, IReachable form) => Reach.NoticesTo(form) is { } address
        ? new() { CaseId = caseId, Hours = form.Notices!.Value, Address = NoticeDesk.Seal(vault, caseId, address) }
        : null;

    public static SealedText? SealIfAny(this Vault vault, string? text, Guid owner, string field) =>
        string.IsNullOrWhiteSpace(text) ? null : vault.Seal(text.Trim(), owner, field);
}
