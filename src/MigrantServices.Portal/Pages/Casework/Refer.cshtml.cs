using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Sends a case on to a body that can give relief. What leaves is read first, word for word.</summary>
public sealed class ReferModel(PortalDb db, ReferralDesk desk, ReferralWriter writer, CodeChoices choices, IValidator<ReferOn> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.Refer)
{
    [BindProperty]
    public ReferOn Form { get; set; } = new();

    public IReadOnlyList<Choice> Bodies => choices.Of(Lists.ReferralBodies);

    public IReadOnlyList<Choice> Items => choices.Named("referral-item", Referral.Items);

    public IReadOnlyList<Choice> ConsentWays => choices.Of<ConsentWay>("consent-way");

    public IReadOnlyList<Choice> NamesConsent => choices.Named("deed.refer.names", ["true"]);

    /// <summary>The letter as it would leave; null until it is asked for.</summary>
    public string? Preview { get; private set; }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (await PassesAsync(rules, Form, nameof(Form)))
        {
            Preview = await WriteAsync(cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ReferAsync(Case, Form, await WriteAsync(cancel), Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    private async Task<string> WriteAsync(CancellationToken cancel) => writer.Write(Case, Form, await desk.PiecesAsync(Case, Form.Sent, Actor, cancel), Actor.Name);
}
