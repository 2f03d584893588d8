using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Writes a recommendation, which goes out when a second person has read its letter. The letter can be read here first.</summary>
public sealed class RecommendModel(PortalDb db, RecommendingDesk desk, CodeChoices choices, MeasuresChoices periods, IValidator<MakeRecommendation> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.WriteRecommendation)
{
    [BindProperty]
    public MakeRecommendation Form { get; set; } = new();

    public IReadOnlyList<Choice> Kinds => choices.Of(Lists.RespondentKinds);

    public IReadOnlyList<Choice> Sectors => choices.Named("respondent-sector", [nameof(RespondentSector.Public), nameof(RespondentSector.Private)]);

    public IReadOnlyList<Choice> Articles => choices.Of(Lists.Articles, Case.ReceivedAt);

    public IReadOnlyList<Choice> Periods => periods.Of(Case);

    /// <summary>The letter as it would go out; null until it is asked for.</summary>
    public Letter? Preview { get; private set; }

    /// <summary>Mostly it goes to whoever the grievance was about.</summary>
    public void OnGet() => Form = new()
    {
        AddresseeKind = Case.RespondentKind,
        AddresseeSector = Case.RespondentSector == RespondentSector.Unknown ? null : Case.RespondentSector,
    };

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (await PassesAsync(rules, Form, nameof(Form)))
        {
            Preview = desk.Letter(Case, Form, Actor);
            Say(await desk.WhyNotAsync(Case, Preview, cancel));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.WriteAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
