using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>That who a child is must not be destroyed for now: why, by whom and until when; and that a supervisor lifts it.</summary>
public sealed class HoldModel(PortalDb db, HoldDesk desk, Vault vault, IValidator<HoldIdentity> rules) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.HoldIdentity)
{
    [BindProperty]
    public HoldIdentity Form { get; set; } = new();

    /// <summary>The newest first.</summary>
    public IReadOnlyList<HoldLine> Holds { get; private set; } = [];

    public bool IsHeld => Holds.Any(hold => hold.Of.LiftedAt is null);

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.HoldAsync(Case, Form, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken cancel)
    {
        if ((ChildConfirmation.Service.WhoMay(ChildConfirmation.LiftHold) & Case.RolesOf(Actor)) == Role.None)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await desk.LiftAsync(Case, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        var holds = await Db.Set<DestructionHold>().AsNoTracking().Where(h => h.CaseId == Case.Id).OrderByDescending(h => h.PlacedAt)
            .Select(h => new
            {
                Of = h,
                By = Db.Users.Where(u => u.Id == h.PlacedById).Select(u => u.DisplayName).FirstOrDefault(),
                Lifter = Db.Users.Where(u => u.Id == h.LiftedById).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        Holds = [.. holds.Select(hold => new HoldLine(hold.Of, hold.By ?? "", hold.Lifter, vault.Open(hold.Of.Reason, hold.Of.Id, SealedField.DestructionHold)))];
    }

    /// <summary>What was held, by whom, and why.</summary>
    public sealed record HoldLine(DestructionHold Of, string By, string? Lifter, string Reason);
}
