using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Hands the case to a colleague.</summary>
public sealed class HandOverModel(PortalDb db, GrievanceDesk desk, IValidator<Core.Grievances.HandOver> rules) : CasePage<Grievance>(db, Grievance.Service, Grievance.HandOver)
{
    [BindProperty]
    public Core.Grievances.HandOver Form { get; set; } = new();

    /// <summary>Those who may handle this very case today, and an objection only who had no part in the answer.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        var handlers = desk.HandlersFor(Case).Where(u => u.Id != Case.HandlerId).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName });
        Colleagues = [.. (await handlers.ToListAsync(cancel)).Where(u => Case.WhyNotHandTo(u.Id) is null).Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.HandOverAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
