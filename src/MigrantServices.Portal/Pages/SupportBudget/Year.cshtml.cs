using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportBudget;

/// <summary>The lines of a budget year: what each has, what is committed, paid and left.</summary>
public sealed class YearModel(BudgetRegister register, BudgetDesk desk, IValidator<OpenLine> rules, CodeChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Asked { get; set; }

    [BindProperty]
    public OpenLine Form { get; set; } = new();

    public int Year => Asked is >= BudgetLine.FirstYear and <= BudgetLine.LastYear ? Asked.Value : register.Today.Year;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<LineRow> Lines { get; private set; } = [];

    public CodeChoices Choices => choices;

    public bool MayPay => Actor.Is(PaymentDesk.Payers);

    public void OnGet() => Form.Year = Year;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        return Redirect("/office/support/budget/" + await desk.OpenAsync(Actor, Form, cancel));
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Lines = await register.YearAsync(Year, cancel);
        Years = [.. (await register.YearsAsync(cancel)).Append(Year).Distinct().OrderDescending()];
    }
}
