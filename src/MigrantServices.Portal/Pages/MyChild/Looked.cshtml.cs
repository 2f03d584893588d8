using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases.Elsewhere;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>Who of the office opened or changed the case, by role and day, and each opening of who the child is with its purpose and time.</summary>
public sealed class LookedModel(PortalDb db, Looks looks, FamilyReader reader, PointerReader pointers, PointerDesk desk) : MyChildPage(db)
{
    public IReadOnlyList<Look> Found { get; private set; } = [];

    /// <summary>To what the person agreed; whoever helps them does not see it.</summary>
    public IReadOnlyList<AgreedPointer> Agreed { get; private set; } = [];

    public IReadOnlyList<Opening> Openings { get; private set; } = [];

    public async Task<IActionResult> OnPostNoLongerAgreeAsync(Guid id, CancellationToken cancel)
    {
        await desk.NoLongerAgreeAsync(Case, id, Actor, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Found = await looks.AtAsync(Case.Id, cancel);
        Agreed = Actor.Is(Role.Filer) ? await pointers.AgreedAsync(Case.Id, cancel) : [];
        Openings = await reader.OpeningsAsync(Case, cancel);
    }
}
