using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.StartUps;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>The plan of a start-up: written before the decision, and afterwards followed step by step.</summary>
public sealed class PlanModel(PortalDb db, StartUpDesk desk, StartUpReader reader) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public WritePlan Form { get; set; } = new();

    [BindProperty]
    public ReportMilestone Report { get; set; } = new();

    public SupportLine Line => Case.Lines.Single(line => line.Id == Id);

    /// <summary>Null while nobody has written one.</summary>
    public PlanView? Shown { get; private set; }

    public bool MayWrite => Line.State is LineState.Asked or LineState.Prepared && May(SupportApplication.WritePlan);

    private bool IsThere => Case.Lines.Find(line => line.Id == Id) is { } line && desk.IsStartUp(line);

    public IActionResult OnGet() => IsThere ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => DoAsync(Form, nameof(Form), () => desk.WriteAsync(Case, Id, Form, Actor, cancel));

    public Task<IActionResult> OnPostReportAsync(Guid step, CancellationToken cancel) => DoAsync(Report, nameof(Report), () => desk.ReportAsync(Case, step, Report, Actor, cancel));

    public async Task<IActionResult> OnPostDecideAsync(Guid step, bool agrees, CancellationToken cancel)
    {
        if (!IsThere)
        {
            return NotFound();
        }

        await desk.DecideAsync(Case, step, agrees, Actor, cancel);
        return RedirectToPage(new { Reference, Id });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        var plans = (await reader.OfCaseAsync(Case.Id, cancel)).Where(plan => plan.LineId == Id);
        Shown = MayWrite ? plans.FirstOrDefault() : PlanView.ThatCount(plans) is [var first, ..] ? first : null;
        Form.Steps.AddRange(Enumerable.Repeat(0, Math.Max(0, StartUpPlan.MostMilestones - Form.Steps.Count)).Select(_ => new PlanStep()));
    }

    private async Task<IActionResult> DoAsync<T>(T form, string prefix, Func<Task> deed)
    {
        if (!IsThere)
        {
            return NotFound();
        }

        if (!await PassesAloneAsync(form, prefix))
        {
            return Page();
        }

        await deed();
        return RedirectToPage(new { Reference, Id });
    }
}
