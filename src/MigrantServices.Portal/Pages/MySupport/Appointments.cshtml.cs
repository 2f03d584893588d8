using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Appointments;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>What was booked for the household. They say how it was, and that an interpreter shall never come again.</summary>
public sealed class AppointmentsModel(PortalDb db, AppointmentDesk desk, AppointmentReader reader, SupportFacts facts, IValidator<RateAppointment> rules) : MySupportPage(db)
{
    private IReadOnlyList<KnownPerson> _people = [];

    [BindProperty]
    public RateAppointment Rating { get; set; } = new();

    public IReadOnlyList<AppointmentView> Found { get; private set; } = [];

    public string NameOf(Guid key) => _people.FirstOrDefault(person => person.Key == key)?.Name ?? "–";

    public async Task<IActionResult> OnPostRateAsync(Guid id, CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Rating, nameof(Rating)))
        {
            return Page();
        }

        await desk.RateAsync(Case, id, Rating, Actor, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostExcludeAsync(Guid id, CancellationToken cancel)
    {
        await desk.ExcludeAsync(Case, id, Actor, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        _people = await facts.PeopleAsync(Case.Id, cancel);
        Found = await reader.OfCaseAsync(Case.Id, forOffice: false, cancel);
    }
}
