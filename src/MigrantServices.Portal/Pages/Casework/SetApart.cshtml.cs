using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>The case is about the office or somebody who works here: it goes to those whose task that is. They name further colleagues here.</summary>
public sealed class SetApartModel(PortalDb db, FairnessDesk desk, IValidator<SetApart> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.SetApart)
{
    [BindProperty]
    public SetApart Form { get; set; } = new();

    /// <summary>Everybody who works here and is not kept away already.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        var closedTo = Case.ClosedTo;
        var users = await Db.Users.Where(u => u.LeftAt == null && !closedTo.Contains(u.Id)).OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancel);
        Colleagues = [.. users.Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.SetApartAsync(Case, Form, Actor, cancel);
        return Case.RolesOf(Actor) == Core.People.Role.None ? RedirectToPage("Worklist") : RedirectToPage("Details", new { Reference });
    }
}
