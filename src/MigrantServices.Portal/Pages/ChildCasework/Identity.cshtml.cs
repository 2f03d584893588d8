using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Documents;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Who the child and its parents are, for one reading and with a purpose; the family sees on its own page that it was opened, and for what.</summary>
public sealed class IdentityModel(PortalDb db, IdentityDesk desk, ParentDesk parents, FileStore files, CodeChoices choices) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    [BindProperty]
    public string? Purpose { get; set; }

    /// <summary>Null until it was opened.</summary>
    public OpenedIdentity? Opened { get; private set; }

    /// <summary>The files of the case by the names that somebody gave them; they may say who the child is.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Files { get; private set; } = [];

    public bool IsGone { get; private set; }

    public IReadOnlyList<Choice> Purposes => choices.Of(Lists.IdentityPurposes);

    public bool MayOpen => IdentityDesk.WhyNot(Case, Actor) is null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Opened = await desk.OpenAsync(Case, Purpose, Actor, cancel);
        IsGone = Opened is null;
        Files = IsGone ? [] : [.. (await Db.Set<CaseFile>().AsNoTracking().Where(f => f.CaseId == Case.Id && f.State == FileState.Ready).OrderBy(f => f.ReceivedAt).ThenBy(f => f.Id).ToListAsync(cancel))
            .Select(f => (f.Id, files.NameOf(f)))];
        return Page();
    }

    /// <summary>Takes a parent from whom the child must be protected out of its file.</summary>
    public async Task<IActionResult> OnPostUnlinkAsync(Guid parentId, CancellationToken cancel)
    {
        if ((ChildConfirmation.Service.WhoMay(ChildConfirmation.UnlinkParent) & Case.RolesOf(Actor)) == Core.People.Role.None)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await parents.UnlinkAsync(Case, parentId, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
