using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>Asks for another document and card, and says why.</summary>
public sealed class AskReissueModel(PortalDb db, FamilyDesk desk, CodeChoices choices, TextCatalog texts) : MyChildPage(db, ChildConfirmation.AskReissue)
{
    [BindProperty]
    public IssueReason? Because { get; set; }

    /// <summary>Other papers for lost ones can be asked for once the loss is reported.</summary>
    public IReadOnlyList<Choice> Reasons => choices.Named("mychild.reissue", Enum.GetValues<IssueReason>()
        .Where(reason => reason != IssueReason.First && (reason != IssueReason.Lost || Case.IsLost)).Select(reason => reason.ToString()));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Because is not { } reason || reason == IssueReason.First || !Enum.IsDefined(reason))
        {
            ModelState.AddModelError(nameof(Because), texts["rule.choose-one"]);
            return Page();
        }

        await desk.AskReissueAsync(Case, reason, Actor, cancel);
        return RedirectToPage("Status");
    }
}
