using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>An award ends before its last day: one colleague says why, another reads the letter and agrees.</summary>
public sealed class EndAwardModel(PortalDb db, AwardReader reader, EndingDesk desk, MoneyReasons reasons, CodeChoices choices) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    [BindProperty]
    public EndAward Form { get; set; } = new();

    public AwardView Shown { get; private set; } = null!;

    public EndingProposal? Waiting { get; private set; }

    /// <summary>As it would go out now; null while nothing waits.</summary>
    public Letter? Letter { get; private set; }

    public IReadOnlyList<MoneyReason> Reasons { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => choices.Of<AwardEndingKind>("budget.ending");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FoundAsync(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FoundAsync(cancel) is null)
        {
            return NotFound();
        }

        if (!await PassesAloneAsync(Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ProposeAsync(Actor, Number, Form, cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid proposal, bool agrees, CancellationToken cancel)
    {
        ModelState.Clear();
        await desk.DecideAsync(Case, proposal, agrees, Actor, cancel);
        return Back();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Shown = (await FoundAsync(cancel))!;
        Waiting = await desk.WaitingAsync(Shown.Id, cancel);
        Letter = Waiting is { } proposal ? await desk.LetterAsync(Case, proposal, Actor, cancel) : null;
        Reasons = await reasons.OfAsync(Number, Actor, cancel);
    }

    private async Task<AwardView?> FoundAsync(CancellationToken cancel) => await reader.OneAsync(Number, cancel) is { } award && award.CaseId == Case.Id ? award : null;

    private RedirectToPageResult Back() => RedirectToPage(new { Reference, Number });
}
