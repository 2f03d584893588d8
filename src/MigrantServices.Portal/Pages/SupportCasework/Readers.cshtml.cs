using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>To whom a file is open and why. A supervisor of the place sees it, and nothing of what is in the file.</summary>
public sealed class ReadersModel(PortalDb db, SupportReader reader, HouseholdReader households) : CasePage<SupportApplication>(db, SupportApplication.Service, SupportApplication.OpenFileTo)
{
    public IReadOnlyList<ReaderView> Readers { get; private set; } = [];

    public string? Handler { get; private set; }

    /// <summary>Numbers of applications that may be of the same household, for whoever opens both files to one colleague.</summary>
    public IReadOnlyList<string> ToJudge { get; private set; } = [];

    public IEnumerable<CaseAction> Deeds => new[] { SupportApplication.OpenFileTo, SupportApplication.CloseFileTo, SupportApplication.HandOver }.Where(May);

    protected override IQueryable<SupportApplication> Cases => Actor.Is(Role.Supervisor)
        ? Db.SupportApplications.ListedTo(Actor, SupportApplication.Service).Where(c => c.Reference == Reference)
        : base.Cases;

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Readers = await reader.ReadersAsync(Case.Id, cancel);
        ToJudge = await households.NumbersAsync(Case, Actor, cancel);
        Handler = await Db.Users.Where(u => u.Id == Case.HandlerId).Select(u => u.DisplayName).FirstOrDefaultAsync(cancel);
    }
}
