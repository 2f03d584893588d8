using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Children;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Does a deed on a child's case that asks for something: a note, a consent, evidence, a visit, a finding, an alarm and the like.</summary>
public sealed class DoModel(PortalDb db, ChildDeeds deeds, DeedOffers offers, CodeChoices choices, IValidator<DoChildDeed> rules) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    [BindProperty(SupportsGet = true)]
    public string Deed { get; set; } = "";

    [BindProperty]
    public DoChildDeed Form { get; set; } = new();

    /// <summary>What this deed asks for.</summary>
    public ChildDeedShape Shape => ChildDeedShape.All[Deed];

    public override CaseAction? Action => ChildDeedShape.All.GetValueOrDefault(Deed)?.Deed;

    public IReadOnlyList<Choice> Codes => Offer.Codes;

    /// <summary>For a refusal: what was found not to be met, in words; the letter names it, and only its reasons can be chosen.</summary>
    public IReadOnlyList<string>? NotMet => Shape.Deed == ChildConfirmation.ProposeRefusal ? [.. Case.Refuted.Select(code => choices.Name(Lists.ChildCriteria, code))] : null;

    public IReadOnlyList<Choice> IssueReasons => choices.Named("issue-reason", Enum.GetNames<IssueReason>().Where(name => name != nameof(IssueReason.First)));

    public IReadOnlyList<Choice> YesOrNo => choices.Named("child-deed.met", ["true", "false"]);

    /// <summary>What of the case itself can be chosen.</summary>
    public DeedOffer Offer { get; private set; } = new();

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Action is null)
        {
            context.Result = NotFound();
            return Task.CompletedTask;
        }

        return base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // which deed it is the address says, never the form
        Form.Deed = Deed;
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await deeds.DoAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Offer = await offers.OfAsync(Case, Shape, Actor, cancel);
    }
}
