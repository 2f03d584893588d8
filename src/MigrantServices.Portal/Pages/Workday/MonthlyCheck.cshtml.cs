using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Workday;

/// <summary>How a month's petitions were processed, and a supervisor's word that they looked.</summary>
public sealed class MonthlyCheckModel(MonthReader reader, MonthDesk desk, IValidator<MarkMonth> rules) : PortalPage
{
    private const int MonthsOffered = 12;

    /// <summary>Such as 2026-10; the month that ended last where it is missing or no month.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Asked { get; set; }

    [BindProperty]
    public MarkMonth Form { get; set; } = new();

    public MonthPage Found { get; private set; } = null!;

    public IReadOnlyList<MonthCheckLine> Checks { get; private set; } = [];

    /// <summary>The running month and those before it.</summary>
    public IEnumerable<DateOnly> Months => Enumerable.Range(0, MonthsOffered + 1).Select(back => reader.LastMonth.AddMonths(1 - back));

    public DateOnly Month => DateOnly.TryParseExact(Asked, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && Months.Contains(month)
        ? month
        : reader.LastMonth;

    public bool IsOver => Month <= reader.LastMonth;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.MarkAsync(Month, Form, Actor, cancel);
        return Redirect(Address(Month));
    }

    public static string Address(DateOnly month) => "/office/monthly-check?month=" + month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Found = await reader.ReadAsync(Month, Actor, cancel);
        Checks = await reader.ChecksAsync(Actor, cancel);
    }
}
