using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Writes a parent anew, or adds one who was not known. What stands in the file is opened with a purpose first, so that nothing is lost by retyping.</summary>
public sealed class ParentModel(PortalDb db, IdentityDesk desk, CodeChoices choices, IValidator<WriteParent> rules) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    /// <summary>Null for a parent who is added.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? ParentId { get; set; }

    [BindProperty]
    public WriteParent Form { get; set; } = new();

    /// <summary>What stands there is in the form.</summary>
    public bool IsOpened { get; private set; }

    public override CaseAction? Action => ParentId is null ? ChildConfirmation.AddParent : ChildConfirmation.CorrectParent;

    public IReadOnlyList<Choice> Purposes => choices.Of(Lists.IdentityPurposes);

    public IReadOnlyList<Choice> Kin => choices.Of<Kinship>("kinship");

    /// <summary>Opens the parent as they stand in the file, on record.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        Form = WriteParent.Of(await desk.ParentAsync(Case, ParentId ?? Guid.Empty, Form.Purpose, Actor, cancel), Form.Purpose);
        IsOpened = true;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        IsOpened = true;
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await (ParentId is { } parent ? desk.CorrectParentAsync(Case, parent, Form, Actor, cancel) : desk.AddParentAsync(Case, Form, Actor, cancel));
        return RedirectToPage("Details", new { Reference });
    }
}
