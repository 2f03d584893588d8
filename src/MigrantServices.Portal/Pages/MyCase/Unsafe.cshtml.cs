using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>The person says that somebody makes them suffer for having told, so that the office can protect them.</summary>
public sealed class UnsafeModel(PortalDb db, FilerDesk desk, IValidator<WriteMessage> rules) : MyCasePage(db, Grievance.ReportRetaliation)
{
    [BindProperty]
    public WriteMessage Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ReportRetaliationAsync(Case, Form, CultureInfo.CurrentUICulture.Name, Actor, cancel);
        return RedirectToPage("Status", new { Sent = true });
    }
}
