using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>A month of daycare that was entered by mistake: one says why it is to count no more, a second person decides.</summary>
public sealed class VoidMonthModel(PortalDb db, ChildcareVoidDesk desk, ChildcareReader reader, IValidator<VoidMonth> rules)
    : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    /// <summary>The number of the line that was entered.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Month { get; set; }

    [BindProperty]
    public VoidMonth Form { get; set; } = new();

    public PaidLine? Paid { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await MonthAsync(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancel)
    {
        if (Forbidden(ChildConfirmation.ProposeMonthVoid) is { } no)
        {
            return no;
        }

        if (await MonthAsync(cancel) is not { } month)
        {
            return NotFound();
        }

        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ProposeAsync(Case, month, Form, Actor, cancel);
        return Redirect($"/office/children/{Reference}/childcare");
    }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancel) => DecideAsync(ChildConfirmation.ApproveMonthVoid, desk.ApproveAsync, cancel);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel) => DecideAsync(ChildConfirmation.DeclineMonthVoid, desk.DeclineAsync, cancel);

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Paid = (await reader.AwardsAsync(Case.Id, cancel)).SelectMany(line => line.Paid).FirstOrDefault(line => line.Id == Month);
    }

    private async Task<IActionResult> DecideAsync(CaseAction action, Func<ChildConfirmation, ChildcareMonth, ChildcareVoid, Actor, CancellationToken, Task> deed, CancellationToken cancel)
    {
        if (Forbidden(action) is { } no)
        {
            return no;
        }

        if (await MonthAsync(cancel) is not { } month
            || await Db.Set<ChildcareVoid>().SingleOrDefaultAsync(v => v.MonthId == month.Id && v.State == VoidState.Proposed, cancel) is not { } asked)
        {
            return NotFound();
        }

        await deed(Case, month, asked, Actor, cancel);
        return Redirect($"/office/children/{Reference}/childcare");
    }

    private Task<ChildcareMonth?> MonthAsync(CancellationToken cancel) => Db.Set<ChildcareMonth>().SingleOrDefaultAsync(m => m.Id == Month && m.CaseId == Case.Id, cancel);
}
