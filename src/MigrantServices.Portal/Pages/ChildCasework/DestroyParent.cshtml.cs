using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>That one parent who was taken out of the child's file shall be known no more: one says why and by which law, a second person does it or declines. The child's case goes on.</summary>
public sealed class DestroyParentModel(PortalDb db, ParentDestructionDesk desk, CodeChoices choices, IValidator<AskDestruction> rules)
    : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.AskParentDestruction)
{
    [BindProperty]
    public AskDestruction Form { get; set; } = new();

    /// <summary>Whom a form is about.</summary>
    [BindProperty]
    public Guid ParentId { get; set; }

    /// <summary>Those who are still known first, then those who were destroyed.</summary>
    public IReadOnlyList<ParentOut> Parents { get; private set; } = [];

    public IReadOnlyList<Choice> Grounds => choices.Of(Lists.DestructionGrounds);

    /// <summary>Of whom it can be asked.</summary>
    public IReadOnlyList<ParentOut> ToAsk => [.. Parents.Where(parent => parent.Known is not null && parent.Asked is not { Of.State: DestructionState.Asked })];

    public CodeChoices Choices => choices;

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.AskAsync(Case, ParentId, Form, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public Task<IActionResult> OnPostDestroyAsync(CancellationToken cancel) => DecideAsync(ChildConfirmation.DestroyParent, desk.DestroyAsync, cancel);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel) => DecideAsync(ChildConfirmation.DeclineParentDestruction, desk.DeclineAsync, cancel);

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Parents = await desk.OutAsync(Case, cancel);
    }

    private async Task<IActionResult> DecideAsync(CaseAction action, Func<ChildConfirmation, Guid, Actor, CancellationToken, Task> deed, CancellationToken cancel)
    {
        if (Forbidden(action) is { } no)
        {
            return no;
        }

        await deed(Case, ParentId, Actor, cancel);
        return RedirectToPage(new { Reference });
    }
}
