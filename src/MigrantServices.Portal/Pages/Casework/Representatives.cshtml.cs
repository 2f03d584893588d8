using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Who speaks for those who petition together, as they told the office; names stay covered.</summary>
public sealed class RepresentativesModel(PortalDb db, RepresentativeDesk desk, Representatives representatives, IValidator<NameRepresentative> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.NameRepresentative)
{
    [BindProperty]
    public NameRepresentative Form { get; set; } = new();

    public IReadOnlyList<ShownRepresentative> Speakers => representatives.CoveredOf(Case);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.NameAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public async Task<IActionResult> OnPostTakeOffAsync(Guid person, CancellationToken cancel)
    {
        // the other form of the page was not sent: its missing answer is no mistake
        ModelState.Clear();
        await desk.TakeOffAsync(Case, person, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
