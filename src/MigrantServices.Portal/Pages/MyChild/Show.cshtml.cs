using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Showing;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>The family shows two things of the child to a nursery or a clinic: it chooses them, and gets a picture and a short code for one opening.</summary>
public sealed class ShowModel(PortalDb db, ShowingDesk desk, CodeChoices choices, TextCatalog texts) : MyChildPage(db, ChildConfirmation.ShowChild)
{
    [BindProperty]
    public List<string> Fields { get; set; } = [];

    /// <summary>Shown once; null until it is made.</summary>
    public MadeView? Made { get; private set; }

    public string Link => ReceiverLink.OfView(Request, Made!.Key);

    public string Typing => ReceiverLink.Typing(Request);

    public IReadOnlyList<PastView> Past { get; private set; } = [];

    public IReadOnlyList<Choice> Choices => choices.Named("oneview.field", ShownFields.All);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ShownFields.MayBe(Fields))
        {
            ModelState.AddModelError(nameof(Fields), texts["rule.one-or-two"]);
            return Page();
        }

        Made = await desk.MakeAsync(Case, Fields, Actor, cancel);
        return Page();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Past = await desk.PastAsync(Case.Id, cancel);
    }
}
