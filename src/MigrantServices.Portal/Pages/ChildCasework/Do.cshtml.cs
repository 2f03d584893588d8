using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Does a deed on a child's case that asks for something: a note, a consent, evidence, a visit, a finding, an alarm and the like.</summary>
public sealed class DoModel(PortalDb db, ChildDeeds deeds, TextCatalog texts, CodeChoices choices, IValidator<DoChildDeed> rules) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    [BindProperty(SupportsGet = true)]
    public string Deed { get; set; } = "";

    [BindProperty]
    public DoChildDeed Form { get; set; } = new();

    /// <summary>What this deed asks for.</summary>
    public ChildDeedShape Shape => ChildDeedShape.All[Deed];

    public override CaseAction? Action => ChildDeedShape.All.GetValueOrDefault(Deed)?.Deed;

    public IReadOnlyList<Choice> Codes { get; private set; } = [];

    /// <summary>For a refusal: what was found not to be met, in words; the letter names it, and only its reasons can be chosen.</summary>
    public IReadOnlyList<string>? NotMet => Shape.Deed == ChildConfirmation.ProposeRefusal ? [.. Case.Refuted.Select(code => choices.Name(Lists.ChildCriteria, code))] : null;

    public IReadOnlyList<Choice> IssueReasons => choices.Named("issue-reason", Enum.GetNames<IssueReason>().Where(name => name != nameof(IssueReason.First)));

    public IReadOnlyList<Choice> YesOrNo => choices.Named("child-deed.met", ["true", "false"]);

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>Evidence of the case, on which a finding can rest.</summary>
    public IReadOnlyList<Choice> Proofs { get; private set; } = [];

    public IReadOnlyList<Choice> Visits { get; private set; } = [];

    /// <summary>Files of the case by which a piece of evidence can be shown.</summary>
    public IReadOnlyList<Choice> Files { get; private set; } = [];

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

    private async Task<IReadOnlyList<Choice>> CodesAsync(CancellationToken cancel) => Shape.List is not { } list ? []
        : Shape.Deed == ChildConfirmation.OfferTransfer ? [.. choices.Of(list).Select(city => deeds.Transfers.IssuesCards(city.Value) ? city : city with { Text = texts["children.transfer.no-cards", city.Text] })]
        : NotMet is null ? choices.Of(list, Case.ReceivedAt)
        : [.. (await deeds.Decisions.ReasonsToRefuseAsync(Case, Actor, cancel)).Select(code => new Choice(code, choices.Name(list, code)))];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Codes = await CodesAsync(cancel);
        if (Shape.HasColleague)
        {
            Colleagues = [.. (await deeds.Desk.HandlersFor(Case).Where(u => u.Id != Case.HandlerId).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancel))
                .Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
        }

        if (Shape.HasFile)
        {
            Files = [.. (await deeds.Facts.NumberedFilesAsync(Case, cancel)).Select(f => new Choice(f.Id.ToString(), $"{texts["children.file", f.Number, f.Sort]} · {f.ReceivedAt.ForPeople()}"))];
        }

        if (Shape.HasProofs)
        {
            Proofs = [.. (await Db.Set<ChildProof>().AsNoTracking().Where(p => p.CaseId == Case.Id).OrderBy(p => p.AddedAt).Select(p => new { p.Id, p.Kind, p.SeenOn }).ToListAsync(cancel))
                .Select(p => new Choice(p.Id.ToString(), $"{choices.Name(Lists.BirthEvidence, p.Kind)} · {p.SeenOn.ForPeople()}"))];
            Visits = [.. (await Db.Set<HomeVisit>().AsNoTracking().Where(v => v.CaseId == Case.Id).OrderByDescending(v => v.VisitedOn).Select(v => new { v.Id, v.VisitedOn }).ToListAsync(cancel))
                .Select(v => new Choice(v.Id.ToString(), v.VisitedOn.ForPeople()))];
        }
    }
}
