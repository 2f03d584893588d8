using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.OwnMotion;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Begins a case that nobody reported: the office saw it itself, or read of it.</summary>
public sealed class OwnMotionModel(OwnMotionDesk desk, IValidator<BeginOwnMotion> rules, CodeChoices choices, TextCatalog texts) : PortalPage
{
    [BindProperty]
    public BeginOwnMotion Form { get; set; } = new();

    public CodeChoices Choices => choices;

    /// <summary>The municipalities whose cases this colleague may see afterwards.</summary>
    public IReadOnlyList<Choice> Municipalities => Actor.MunicipalitiesSeen(Grievance.Prefix) is { } seen
        ? [.. choices.Of(Lists.Municipalities).Where(m => seen.Contains(m.Value, StringComparer.Ordinal))]
        : [.. choices.Of(Lists.Municipalities), new(TellWhenWhere.ElsewhereCode, texts["worklist.elsewhere"])];

    public void OnGet() => Form = new() { Token = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        var reference = await desk.BeginAsync(Form, Actor, cancel);
        // what is about the office itself only those see whose task that is
        return Form.Respondent.OfThisOffice ? RedirectToPage("Worklist") : RedirectToPage("Details", new { reference });
    }
}
