using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>The person says that they do not agree with the answer, or takes that back.</summary>
public sealed class ObjectModel(PortalDb db, ObjectionDesk desk, IValidator<ObjectToAnswer> rules) : MyCasePage(db, Grievance.FileObjection)
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

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel)
    {
        // the form of the objection itself was not sent: its missing words are no mistake
        ModelState.Clear();
        await desk.WithdrawAsync(Case, Actor, cancel);
        return RedirectToPage("Status");
    }
}
