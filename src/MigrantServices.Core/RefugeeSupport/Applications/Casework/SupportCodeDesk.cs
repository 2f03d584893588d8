using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>Gives a household a new code at the counter. How they were recognised is kept, and they read of it in a letter.</summary>
public sealed class SupportCodeDesk(PortalDb db, SupportOffice office, CodeRenewal codes, AccessLog access)
{
    /// <summary>The old code and whatever is open with it end.</summary>
    /// <returns>The new one, to be shown once.</returns>
    public async Task<ReceiptCode> RenewAsync(SupportApplication one, RenewSupportCode form, Actor colleague, CancellationToken cancel)
    {
        one.RenewCodeBy(colleague, office.Seal(one, office.Letters.CodeRenewed(one, colleague.Name, office.Now), MessagePurpose.Message, Actor.Portal), office.Now);
        var (code, lost) = await codes.RenewAsync(one, office.Now, cancel);
        db.Add(office.Words.Note(one.Id, form.Shown!, colleague, office.Now));
        await access.SaveChangeAsync(colleague, one.Id, SupportApplication.RenewCode, cancel);
        await codes.EndSessionsAsync(lost, cancel);
        return code;
    }
}
