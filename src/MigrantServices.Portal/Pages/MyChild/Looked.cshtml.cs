using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>Who of the office opened or changed the case, by role and day, and each opening of who the child is with its purpose and time.</summary>
public sealed class LookedModel(PortalDb db, Looks looks, FamilyReader reader) : MyChildPage(db)
{
    public IReadOnlyList<Look> Found { get; private set; } = [];

    public IReadOnlyList<Opening> Openings { get; private set; } = [];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Found = await looks.AtAsync(Case.Id, cancel);
        Openings = await reader.OpeningsAsync(Case, cancel);
    }
}
