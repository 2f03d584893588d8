using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Help with the costs of daycare, paid to the daycare: proposed, approved by a second person, entered month by month and stopped.</summary>
public sealed class ChildcareModel(PortalDb db, ChildcareDesk desk, ChildcareReader reader, CodeChoices choices, IValidator<ProposeChildcare> rules)
    : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    [BindProperty]
    public ProposeChildcare Form { get; set; } = new();

    [BindProperty]
    public RecordMonth Paid { get; set; } = new();

    public IReadOnlyList<AwardLine> Awards { get; private set; } = [];

    public CodeChoices Choices => choices;

    /// <summary>Before a confirmation only where the city pays for daycare and issues no cards.</summary>
    public bool MayPropose => May(ChildConfirmation.ProposeChildcare) && (Case.Status != CaseStatus.UnderReview || desk.PaysBeforeCards(Case.Municipality));

    public IReadOnlyList<Choice> Daycares => [.. desk.DaycaresIn(Case.Municipality).Select(code => new Choice(code, choices.Name(Lists.ServiceReceivers, code)))];

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancel)
    {
        if (Forbidden(ChildConfirmation.ProposeChildcare) is { } no)
        {
            return no;
        }

        // the other form of the page is not filled in here
        ModelState.Keys.Where(key => key.StartsWith(nameof(Paid), StringComparison.Ordinal)).ToList().ForEach(key => ModelState.Remove(key));
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ProposeAsync(Case, Form, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public Task<IActionResult> OnPostApproveAsync(Guid award, CancellationToken cancel) => DoAsync(award, ChildConfirmation.ApproveChildcare, desk.ApproveAsync, cancel);

    public Task<IActionResult> OnPostDeclineAsync(Guid award, CancellationToken cancel) => DoAsync(award, ChildConfirmation.DeclineChildcare, desk.DeclineAsync, cancel);

    public Task<IActionResult> OnPostStopAsync(Guid award, CancellationToken cancel) => DoAsync(award, ChildConfirmation.StopChildcare, desk.StopAsync, cancel);

    public Task<IActionResult> OnPostMonthAsync(CancellationToken cancel) => Month.Read(Paid.Month) is not { } month
        ? throw new RefusedException(new("childcare.no-such-month"))
        : DoAsync(Paid.AwardId, ChildConfirmation.RecordChildcareMonth, (one, award, actor, stop) => desk.RecordMonthAsync(one, award, month, actor, stop), cancel);

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Awards = await reader.AwardsAsync(Case.Id, cancel);
    }

    private async Task<IActionResult> DoAsync(Guid id, CaseAction action, Func<ChildConfirmation, ChildcareAward, Actor, CancellationToken, Task> deed, CancellationToken cancel)
    {
        var award = await Db.Set<ChildcareAward>().SingleOrDefaultAsync(a => a.Id == id && a.CaseId == Case.Id, cancel);
        if (Forbidden(action) is not null || award is null)
        {
            return Forbidden(action) ?? (IActionResult)NotFound();
        }

        await deed(Case, award, Actor, cancel);
        return RedirectToPage(new { Reference });
    }
}
