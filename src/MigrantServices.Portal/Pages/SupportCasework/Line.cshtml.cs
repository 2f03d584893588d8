using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>What is proposed for one programme: filled in as the rules give it, to be kept or departed from with a reason, or refused.</summary>
public sealed class LineModel(PortalDb db, SupportDecisionDesk desk, SupportFacts facts, CodeChoices choices, IValidator<PrepareLine> rules)
    : CasePage<SupportApplication>(db, SupportApplication.Service, SupportApplication.PrepareLine)
{
    private IReadOnlyList<KnownPerson> _people = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PrepareLine Form { get; set; } = new();

    public SupportLine Line => Case.Lines.Single(line => line.Id == Id);

    /// <summary>What the rules say today.</summary>
    public EligibilityResult Result { get; private set; } = null!;

    public bool GivesMoney => facts.TermsOf(Line).Rules.GivesMoney;

    public IReadOnlyList<Choice> YesOrNo => choices.Named("supports.grants", ["true", "false"]);

    public IReadOnlyList<Choice> Members => [.. _people.Select(person => new Choice(person.Key.ToString(), person.Name))];

    public IReadOnlyList<Choice> Departures => choices.Of(Lists.SupportDepartures);

    public IReadOnlyList<Choice> RefusalReasons => choices.Of(Lists.SupportRefusalReasons);

    public string NameOf(Guid key) => _people.FirstOrDefault(person => person.Key == key)?.Name ?? "–";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Case.Lines.Exists(line => line.Id == Id))
        {
            return NotFound();
        }

        await WorkOutAsync(cancel);
        Form = Line.Grants is { } grants
            ? new() { Grants = grants, Members = [.. Line.Members], From = Line.From, To = Line.To, Won = Line.Won?.ToString(CultureInfo.InvariantCulture), RefusalReason = Line.RefusalReason, Departure = Line.Departure }
            : new() { Members = [.. Result.Members], From = Result.LongestPeriod?.From, To = Result.LongestPeriod?.To, Won = Result.Won?.ToString(CultureInfo.InvariantCulture) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Case.Lines.Exists(line => line.Id == Id))
        {
            return NotFound();
        }

        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.PrepareAsync(Case, Id, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        await WorkOutAsync(cancel);
    }

    private async Task WorkOutAsync(CancellationToken cancel)
    {
        _people = await facts.PeopleAsync(Case.Id, cancel);
        Result = await facts.WorkOutAsync(Case, Line, _people, cancel);
    }
}
