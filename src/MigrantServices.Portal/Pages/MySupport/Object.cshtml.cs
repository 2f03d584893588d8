using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>The person says that they do not agree with the decision; somebody else looks at it again.</summary>
public sealed class ObjectModel(PortalDb db, ApplicantDesk desk, IValidator<ObjectToAnswer> rules) : MySupportPage(db, SupportApplication.FileObjection)
{
    [BindProperty]
    public ObjectToAnswer Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ObjectAsync(Case, Form, CultureInfo.CurrentUICulture.Name, Actor, cancel);
        return RedirectToPage("Status");
    }
}
