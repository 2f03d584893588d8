using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportBudget;

/// <summary>One line of the budget: its sums, its changes by two people, and its awards without a name for those who pay.</summary>
public sealed class LineModel(BudgetRegister register, BudgetDesk desk, IValidator<ChangeBudget> rules, CodeChoices choices, ProgrammeBook book) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Line { get; set; }

    /// <summary>The last award of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    [BindProperty]
    public ChangeBudget Form { get; set; } = new();

    public LineRow Row { get; private set; } = null!;

    public IReadOnlyList<ChangeRow> Changes { get; private set; } = [];

    /// <summary>Null for those who may not see awards.</summary>
    public AwardPage? Found { get; private set; }

    public CodeChoices Choices => choices;

    public IReadOnlyList<Choice> Kinds => choices.Named("budget.kind", [nameof(BudgetChangeKind.Increase), nameof(BudgetChangeKind.Decrease)]);

    public string NameOf(string programme) => book.NameOf(programme, CultureInfo.CurrentUICulture.Name);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await register.LineAsync(Line, HttpContext.RequestAborted) is null)
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ProposeAsync(Actor, Line, Form, cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid change, bool agrees, CancellationToken cancel)
    {
        // the other form of the page was not sent: its missing answers are no mistake
        ModelState.Clear();
        await desk.DecideAsync(Actor, change, agrees, cancel);
        return Back();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Row = (await register.LineAsync(Line, cancel))!;
        Changes = await register.ChangesAsync(Line, cancel);
        Found = Actor.Is(PaymentDesk.Payers) ? await register.AwardsAsync(Line, After, Actor, cancel) : null;
    }

    private RedirectResult Back() => Redirect("/office/support/budget/" + Line);
}
