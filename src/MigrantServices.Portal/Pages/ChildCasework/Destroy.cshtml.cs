using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>That who a child is shall be destroyed: one says why and by which law, a second person does it or declines.</summary>
public sealed class DestroyModel(PortalDb db, DestructionDesk desk, Vault vault, CodeChoices choices, IValidator<AskDestruction> rules)
    : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.AskDestruction)
{
    [BindProperty]
    public AskDestruction Form { get; set; } = new();

    /// <summary>What was asked last, and what became of it; null where nobody has asked.</summary>
    public AskedDestruction? Asked { get; private set; }

    /// <summary>Up to which day it is thought to be needed; null where nothing holds.</summary>
    public DateOnly? HeldUntil { get; private set; }

    /// <summary>Somebody asks to destroy one parent alone, which stands on a page of its own.</summary>
    public bool ParentWaits { get; private set; }

    public IReadOnlyList<Choice> Grounds => choices.Of(Lists.DestructionGrounds);

    public CodeChoices Choices => choices;

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.AskAsync(Case, Form, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public Task<IActionResult> OnPostDestroyAsync(CancellationToken cancel) => DecideAsync(ChildConfirmation.DestroyIdentity, desk.DestroyAsync, cancel);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel) => DecideAsync(ChildConfirmation.DeclineDestruction, desk.DeclineAsync, cancel);

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        HeldUntil = await Db.Set<DestructionHold>().Where(h => h.CaseId == Case.Id && h.LiftedAt == null).Select(h => (DateOnly?)h.Until).FirstOrDefaultAsync(cancel);
        ParentWaits = Case.IdentityDestroyedAt is null && await Db.Set<IdentityDestruction>().AnyAsync(d => d.CaseId == Case.Id && d.ParentId != null && d.State == DestructionState.Asked, cancel);
        var asked = await Db.Set<IdentityDestruction>().AsNoTracking().Where(d => d.CaseId == Case.Id && d.ParentId == null).OrderByDescending(d => d.AskedAt)
            .Select(d => new
            {
                Of = d,
                By = Db.Users.Where(u => u.Id == d.AskedById).Select(u => u.DisplayName).FirstOrDefault(),
                Second = Db.Users.Where(u => u.Id == d.DecidedById).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancel);
        Asked = asked is null ? null : new(asked.Of, asked.By ?? "", asked.Second, vault.Open(asked.Of.Reason, asked.Of.Id, SealedField.Destruction));
    }

    private async Task<IActionResult> DecideAsync(CaseAction action, Func<ChildConfirmation, Actor, CancellationToken, Task> deed, CancellationToken cancel)
    {
        if (Forbidden(action) is { } no)
        {
            return no;
        }

        await deed(Case, Actor, cancel);
        return RedirectToPage(new { Reference });
    }
}
