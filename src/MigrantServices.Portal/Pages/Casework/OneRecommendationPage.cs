using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A page about one recommendation of a case: 404 when the case has no such.</summary>
public abstract class OneRecommendationPage(PortalDb db, RecommendationRegister register, CaseAction action)
    : CasePage<Grievance>(db, Grievance.Service, action)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Null only where a form was sent to an address that was made up.</summary>
    public RecommendationView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        View = await register.OpenAsync(Case, Id, cancel);
        return View is null ? NotFound() : Page();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        View ??= Case is null ? null : await register.OpenAsync(Case, Id, cancel);
    }

    /// <summary>Nothing is answered or found before it was recommended: said beside the field.</summary>
    protected bool IsAfterSending(Recommendation recommendation, DateOnly? day, string field)
    {
        if (day < recommendation.SentOn)
        {
            var texts = HttpContext.RequestServices.GetRequiredService<TextCatalog>();
            ModelState.AddModelError(field, texts["rule.before-sending", recommendation.SentOn.ForPeople()]);
        }

        return ModelState.IsValid;
    }
}
