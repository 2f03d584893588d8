using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportBudget;

/// <summary>What is to be paid: one budget officer prepares it, another releases it.</summary>
public sealed class PaymentsModel(BudgetRegister register, PaymentDesk desk, ProgrammeBook book) : PortalPage
{
    /// <summary>Day and number of the last instalment of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public DuePage Found { get; private set; } = new([], null);

    public DateOnly Today => register.Today;

    public string NameOf(string programme) => book.NameOf(programme, CultureInfo.CurrentUICulture.Name);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid payment, bool agrees, CancellationToken cancel)
    {
        await (agrees ? desk.ReleaseAsync(Actor, payment, cancel) : desk.WithdrawAsync(Actor, payment, cancel));
        return Redirect("/office/support/budget/payments");
    }

    public override async Task ShowAsync(CancellationToken cancel) =>
        Found = await register.DueAsync(Day is { } day && After is { } id ? (day, id) : null, Actor, cancel);
}
