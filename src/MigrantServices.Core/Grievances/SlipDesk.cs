using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>Makes a new code for a case that a colleague took down, when the person has lost the slip.</summary>
public sealed class SlipDesk(CodeRenewal codes, AccessLog access, TimeProvider time)
{
    /// <summary>The old code and whatever is open with it end. The new one is shown once; codes of helpers stay the person's business.</summary>
    public async Task<ReceiptCode> RenewAsync(Grievance grievance, Actor colleague, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        grievance.RenewCodeBy(colleague, now);
        var (code, lost) = await codes.RenewAsync(grievance, now, cancel);
        await access.SaveChangeAsync(colleague, grievance.Id, Grievance.RenewCode, cancel);
        await codes.EndSessionsAsync(lost, cancel);
        return code;
    }
}
