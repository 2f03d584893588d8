using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>The public holidays that every clock leaves out, and the days off that the Cabinet adds at short notice.</summary>
public sealed class HolidaysModel(DaysOffDesk desk, DaysOffRegister register, SystemFailureDesk failures, IValidator<AddDayOff> rules, IValidator<RecordFailure> failureRules) : PortalPage
{
    [BindProperty]
    public AddDayOff Form { get; set; } = new();

    [BindProperty]
    public RecordFailure Failure { get; set; } = new();

    public IReadOnlyList<SystemFailure> Failures { get; private set; } = [];

    public IReadOnlyList<AddedDayLine> Added { get; private set; } = [];

    public IEnumerable<IGrouping<int, Holiday>> Years => register.Named().GroupBy(holiday => holiday.Date.Year);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.AddAsync(Actor, Form, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid day, CancellationToken cancel)
    {
        // the other form of the page was not sent: its missing answers are no mistake
        ModelState.Clear();
        await desk.WithdrawAsync(Actor, day, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostFailureAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(failureRules, Failure, nameof(Failure)))
        {
            return Page();
        }

        await failures.RecordAsync(Actor, Failure, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel) =>
        (Added, Failures) = (await register.AddedAsync(cancel), await failures.RecordedAsync(cancel));
}
