using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Appointments;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>The appointments of a household: booked with an interpreter who may come, kept as attended or missed, and rated.</summary>
public sealed class AppointmentsModel(PortalDb db, AppointmentDesk desk, AppointmentReader reader, SupportFacts facts, SupportWords words) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    private IReadOnlyList<KnownPerson> _people = [];

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Dialect { get; set; }

    [BindProperty(SupportsGet = true)]
    public OfficerWish? Sex { get; set; }

    [BindProperty]
    public BookAppointment Form { get; set; } = new();

    [BindProperty]
    public RateAppointment Rating { get; set; } = new();

    [BindProperty]
    public DeclareConflict Conflict { get; set; } = new();

    public IReadOnlyList<AppointmentView> Found { get; private set; } = [];

    /// <summary>Interpreters who can come.</summary>
    public IReadOnlyList<Choice> Offered { get; private set; } = [];

    public IReadOnlyList<Choice> People => [.. _people.Select(person => new Choice(person.Key.ToString(), person.Name))];

    public string NameOf(Guid key) => _people.FirstOrDefault(person => person.Key == key)?.Name ?? "–";

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => DoAsync(Form, nameof(Form), () => desk.BookAsync(Case, Form, Actor, cancel));

    public Task<IActionResult> OnPostRateAsync(Guid id, CancellationToken cancel) => DoAsync(Rating, nameof(Rating), () => desk.RateAsync(Case, id, Rating, Actor, cancel));

    public Task<IActionResult> OnPostConflictAsync(Guid id, CancellationToken cancel) => DoAsync(Conflict, nameof(Conflict), () => desk.DeclareConflictAsync(Case, id, Conflict, Actor, cancel));

    public async Task<IActionResult> OnPostCloseAsync(Guid id, AppointmentState state, CancellationToken cancel)
    {
        if (state == AppointmentState.Booked || !Enum.IsDefined(state))
        {
            return NotFound();
        }

        await desk.CloseAsync(Case, id, state, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        _people = await facts.PeopleAsync(Case.Id, cancel);
        Found = await reader.OfCaseAsync(Case.Id, forOffice: true, cancel);
        Language = string.IsNullOrEmpty(Language) ? Case.Language : Language;
        Dialect = string.IsNullOrEmpty(Dialect) ? null : Dialect;
        Offered = [.. (await desk.OfferAsync(Case, new(Language, Dialect, Sex), cancel)).Select(one => new Choice(one.Id.ToString(), one.Name, words.Names(Lists.Dialects, one.Dialects)))];
    }

    private async Task<IActionResult> DoAsync<T>(T form, string prefix, Func<Task> deed)
    {
        if (!await PassesAloneAsync(form, prefix))
        {
            return Page();
        }

        await deed();
        return RedirectToPage(new { Reference });
    }
}
