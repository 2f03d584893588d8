using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Pages.ChildCounter;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Takes a parent into the file of a child of whom somebody else had told, or who has no parent in it any more; they get a code of their own.</summary>
public sealed class TakeParentInModel(PortalDb db, ParentDesk desk, CodeChoices choices, IValidator<TakeParentIn> rules)
    : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.TakeParentIn)
{
    [BindProperty]
    public TakeParentIn Form { get; set; } = new();

    public IReadOnlyList<Choice> Kin => choices.Of<Kinship>("kinship");

    public IEnumerable<Choice> LanguageChoices => Languages.All.Select(l => new Choice(l.Tag, l.Autonym));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        var code = await desk.TakeParentInAsync(Case, Form, Actor, cancel);
        TempData[ReceiptModel.CodeKey] = code.Digits;
        TempData[ReceiptModel.ParentKey] = true;
        return RedirectToPage("/ChildCounter/Receipt", new { Reference });
    }
}
