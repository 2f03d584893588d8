using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>What a parent, a teacher or a neighbour told, for whoever handles the case; how to reach them opens with a purpose.</summary>
public sealed class ToldModel(PortalDb db, ToldDesk desk, CodeChoices choices) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    [BindProperty]
    public string? Purpose { get; set; }

    /// <summary>Null for whoever may not read it.</summary>
    public ToldView? Told { get; private set; }

    /// <summary>Null until it was opened.</summary>
    public ToldContact? Contact { get; private set; }

    public CodeChoices Choices => choices;

    public IReadOnlyList<Choice> Purposes => choices.Of(Lists.IdentityPurposes);

    public bool MayRead => ToldDesk.WhyNot(Case, Actor) is null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Contact = await desk.ContactAsync(Case, Purpose, Actor, cancel);
        return Page();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Told = MayRead ? await desk.ReadAsync(Case, Actor, cancel) : null;
    }
}
