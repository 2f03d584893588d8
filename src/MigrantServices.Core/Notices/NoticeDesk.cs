using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>The person chooses whether, where to and when they are told by mail, or takes that back.</summary>
public sealed class NoticeDesk(PortalDb db, Vault vault, AccessLog access, TimeProvider time)
{
    public Task ChooseAsync(ServiceCase one, ChooseNotices form, Actor filer, CancellationToken cancel)
    {
        one.ChooseNoticesBy(filer, form.Hours!.Value, string.IsNullOrWhiteSpace(form.Address) ? null : Seal(vault, one.Id, form.Address), time.GetUtcNow());
        access.AddChange(filer, one.Id, ServiceCase.ChooseNotices);
        return db.SaveChangesAsync(cancel);
    }

    internal static SealedText Seal(Vault vault, Guid caseId, string address) => vault.Seal(address.Trim(), caseId, SealedField.NoticeAddress);
}
