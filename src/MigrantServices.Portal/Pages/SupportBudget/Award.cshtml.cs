using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportBudget;

/// <summary>One award as those who pay know it: by its number, without a name. Here its instalments are prepared, undone or given back.</summary>
public sealed class AwardModel(AwardReader reader, PaymentDesk desk, EndingDesk endings, ProgrammeBook book, CodeChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    [BindProperty]
    public PreparePayment Form { get; set; } = new();

    [BindProperty]
    public ReturnUnspent Unspent { get; set; } = new();

    [BindProperty]
    public ReversePayment Undo { get; set; } = new();

    [BindProperty]
    public EndAward Ending { get; set; } = new();

    public AwardView Shown { get; private set; } = null!;

    public string? Payee { get; private set; }

    /// <summary>Why something was ended, undone or given back, once somebody asked for it.</summary>
    public IReadOnlyList<MoneyReason> Reasons { get; private set; } = [];

    public EndingProposal? Waiting { get; private set; }

    /// <summary>The next instalment that nobody has prepared.</summary>
    public InstalmentView? ToPrepare => Shown.Instalments.FirstOrDefault(part =>
        part.State == InstalmentState.Due && !Shown.Payments.Any(payment => payment.InstalmentId == part.Id && payment.State == PaymentState.Prepared));

    /// <summary>The last payment that stands.</summary>
    public PaymentView? ToUndo => Shown.Payments.LastOrDefault(payment => payment is { State: PaymentState.Released, Reversal: null });

    public IReadOnlyList<Choice> Methods => choices.Of<PaymentMethod>("budget.method");

    public IReadOnlyList<Choice> Kinds => choices.Of<AwardEndingKind>("budget.ending");

    public string NameOf(string programme) => book.NameOf(programme, CultureInfo.CurrentUICulture.Name);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await reader.OneAsync(Number, HttpContext.RequestAborted) is null)
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostPrepareAsync(Guid instalment, CancellationToken cancel) => DoAsync(Form, nameof(Form), () => desk.PrepareAsync(Actor, instalment, Form, cancel));

    public Task<IActionResult> OnPostReturnAsync(Guid payment, CancellationToken cancel) => DoAsync(Unspent, nameof(Unspent), () => desk.ReturnAsync(Actor, payment, Unspent, cancel));

    public Task<IActionResult> OnPostReverseAsync(Guid payment, CancellationToken cancel) => DoAsync(Undo, nameof(Undo), () => desk.PrepareReversalAsync(Actor, payment, Undo, cancel));

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancel) => DoAsync(Ending, nameof(Ending), () => endings.ProposeAsync(Actor, Number, Ending, cancel));

    public async Task<IActionResult> OnPostDecideAsync(Guid payment, bool agrees, CancellationToken cancel)
    {
        await (agrees ? desk.ReleaseAsync(Actor, payment, cancel) : desk.WithdrawAsync(Actor, payment, cancel));
        return Back();
    }

    public async Task<IActionResult> OnPostDecideReversalAsync(Guid reversal, bool agrees, CancellationToken cancel)
    {
        await desk.DecideReversalAsync(Actor, reversal, agrees, cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostPayeeAsync(Guid payment, CancellationToken cancel)
    {
        ModelState.Clear();
        Payee = await desk.PayeeAsync(Actor, payment, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostReasonsAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        Reasons = await Service<MoneyReasons>().OfAsync(Number, Actor, cancel);
        return Page();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Shown = (await reader.OneAsync(Number, cancel))!;
        Waiting = await endings.WaitingAsync(Shown.Id, cancel);
        await Service<AccessLog>().ViewAsync(Actor, Shown.CaseId, cancel);
    }

    private async Task<IActionResult> DoAsync<T>(T form, string prefix, Func<Task> deed)
    {
        // of several forms one was sent: what misses in the others is no mistake
        ModelState.Clear();
        if (!await PassesAsync(Service<IValidator<T>>(), form, prefix))
        {
            return Page();
        }

        await deed();
        return Back();
    }

    private T Service<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    private RedirectResult Back() => Redirect("/office/support/budget/awards/" + Number);
}
