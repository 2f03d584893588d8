using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>Applications that are not decided go on under the terms of the day on which they were filed.</summary>
public sealed class OpenApplications(PortalDb db) : ITermsKeeper
{
    public string TextKey => "supports.keep-terms";

    public Task<int> CountAsync(IReadOnlyCollection<Guid> terms, CancellationToken cancel) =>
        db.Set<SupportLine>().CountAsync(line => terms.Contains(line.TermsId) && (line.State == LineState.Asked || line.State == LineState.Prepared), cancel);
}
