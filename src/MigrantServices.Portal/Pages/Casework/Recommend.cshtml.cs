using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Keeps a recommendation as it was sent, and reckons by when its addressee reports measures.</summary>
public sealed class RecommendModel(PortalDb db, RecommendationDesk desk, CodeChoices choices, TextCatalog texts, IValidator<MakeRecommendation> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.Recommend)
{
    [BindProperty]
    public MakeRecommendation Form { get; set; } = new();

    public IReadOnlyList<Choice> Kinds => choices.Of(Lists.RespondentKinds);

    public IReadOnlyList<Choice> Sectors =>
        [.. new[] { RespondentSector.Public, RespondentSector.Private }.Select(sector => new Choice(sector.ToString(), texts["respondent-sector." + sector]))];

    public IReadOnlyList<Choice> Articles => choices.Of(Lists.Articles);

    public IReadOnlyList<Choice> Periods => choices.Of<MeasuresPeriod>("deed.recommend.period");

    /// <summary>Mostly it goes to whoever the grievance was about.</summary>
    public void OnGet() => Form = new()
    {
        AddresseeKind = Case.RespondentKind,
        AddresseeSector = Case.RespondentSector == RespondentSector.Unknown ? null : Case.RespondentSector,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.RecommendAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
