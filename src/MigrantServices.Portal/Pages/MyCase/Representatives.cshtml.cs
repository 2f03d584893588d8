using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Who speaks for those who petition together; whoever filed it names them and takes them off again.</summary>
public sealed class RepresentativesModel(PortalDb db, RepresentativeDesk desk, Representatives representatives, IValidator<NameRepresentative> rules)
    : MyCasePage(db, Grievance.NameRepresentative)
{
    [BindProperty]
    public NameRepresentative Form { get; set; } = new();

    public IReadOnlyList<ShownRepresentative> Speakers => representatives.Of(Case);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.NameAsync(Case, Form, Actor, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTakeOffAsync(Guid person, CancellationToken cancel)
    {
        // the other form of the page was not sent: its missing answer is no mistake
        ModelState.Clear();
        await desk.TakeOffAsync(Case, person, Actor, cancel);
        return RedirectToPage();
    }
}
