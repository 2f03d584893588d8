using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>Who of the office opened or changed the application, by role and day.</summary>
public sealed class LookedModel(PortalDb db, Looks looks) : MySupportPage(db)
{
    public IReadOnlyList<Look> Found { get; private set; } = [];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Found = await looks.AtAsync(Case.Id, cancel);
    }
}
