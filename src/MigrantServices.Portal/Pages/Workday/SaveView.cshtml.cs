using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Workday;

/// <summary>Keeps a tab of the worklist with its filters under a name.</summary>
public sealed class SaveViewModel(ViewDesk desk, IValidator<NameView> rules) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public WorklistQuery Query { get; set; } = new();

    [BindProperty]
    public NameView Form { get; set; } = new();

    /// <summary>The form comes back to the address that tells what is to be kept.</summary>
    public string Address => "/office/views/new" + WorklistAddress.Query(Query);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.SaveAsync(Form, Query, Actor, cancel);
        return Redirect(WorklistAddress.Of(Query));
    }
}
