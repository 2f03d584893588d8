using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Awards that run go on under the terms they began with.</summary>
public sealed class AwardsKeepTerms(PortalDb db, TimeProvider time) : ITermsKeeper
{
    public string TextKey => "budget.keeps-terms";

    public Task<int> CountAsync(IReadOnlyCollection<Guid> terms, CancellationToken cancel)
    {
        var today = Seoul.DateOf(time.GetUtcNow());
        return db.Set<Award>().CountAsync(award => terms.Contains(award.TermsId) && (award.EndedOn ?? award.ToDay) >= today, cancel);
    }
}
