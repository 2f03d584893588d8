using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Cases;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Gives a checked file of a child's case to a colleague who may open who the child is: with a purpose, and the family reads of it.</summary>
public sealed class DownloadModel(PortalDb db, FileStore files, IdentityDesk desk, CodeChoices choices) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    public IReadOnlyList<Choice> Purposes => choices.Of(Lists.IdentityPurposes);

    public bool MayOpen => IdentityDesk.WhyNot(Case, Actor) is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await using var opened = await FindAsync(cancel);
        return opened is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } opened)
        {
            return NotFound();
        }

        try
        {
            await desk.OpenFileAsync(Case, Id, Purpose, Actor, cancel);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }

        return FileAnswer.Of(opened, opened.File.Kind!.Value, Response);
    }

    // one of another case is not there
    private async Task<OpenedFile?> FindAsync(CancellationToken cancel)
    {
        var opened = await files.OpenAsync(Id, FileCopy.Working, cancel);
        if (opened is null || (opened.File.CaseId == Case.Id && opened.File.Kind is not null))
        {
            return opened;
        }

        await opened.DisposeAsync();
        return null;
    }
}
