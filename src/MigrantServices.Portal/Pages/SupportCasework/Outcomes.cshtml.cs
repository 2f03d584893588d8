using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Outcomes;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>What became of those whom the office helped to work, person by person, and whom to ask now.</summary>
public sealed class OutcomesModel(PortalDb db, OutcomeDesk desk, OutcomeReader reader, SupportFacts facts, IValidator<RecordOutcome> rules) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    private IReadOnlyList<KnownPerson> _people = [];

    [BindProperty]
    public RecordOutcome Form { get; set; } = new();

    /// <summary>Which one the form was about; its mistakes are shown there.</summary>
    [BindProperty]
    public Guid Outcome { get; set; }

    public IReadOnlyList<OutcomeView> Found { get; private set; } = [];

    public DateOnly Today => Seoul.DateOf(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>One form at a time: the one that was sent, else that of who waits longest.</summary>
    public OutcomeView? Asked => Found.FirstOrDefault(view => view.It.Id == Outcome && view.It.Result is null) ?? Found.FirstOrDefault(view => view.It.Result is null && view.It.DueOn <= Today);

    public string NameOf(Guid key) => _people.FirstOrDefault(person => person.Key == key)?.Name ?? "–";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.RecordAsync(Case, Outcome, Form, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        _people = await facts.PeopleAsync(Case.Id, cancel);
        Found = await reader.OfCaseAsync(Case.Id, cancel);
    }
}
