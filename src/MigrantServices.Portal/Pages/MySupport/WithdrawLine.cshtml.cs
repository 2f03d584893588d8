using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>Takes one programme out of the application; the others go on.</summary>
public sealed class WithdrawLineModel(PortalDb db, ApplicantDesk desk) : MySupportPage(db, SupportApplication.WithdrawLine)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SupportLine? Line => Case.Lines.Find(line => line.Id == Id);

    public IActionResult OnGet() => Line is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.WithdrawLineAsync(Case, Id, Actor, cancel);
        return RedirectToPage("Status");
    }
}
