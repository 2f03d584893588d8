using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Two cases side by side that may be of the same person: told apart, merged by two people, and parted again by two.</summary>
public sealed class DuplicatesModel(PortalDb db, DuplicateDesk desk, DuplicateRegister register, CodeChoices choices, DuplicateRules rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.NotTheSame)
{
    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    public TellApart Apart { get; private set; } = new();

    public ProposeMerge Together { get; private set; } = new();

    public PartCases Part { get; private set; } = new();

    public CodeChoices Choices => choices;

    public DuplicateView View { get; private set; } = new([], null, [], [], []);

    public IReadOnlyList<Choice> SamePerson => choices.Named("deed.merge.same-person", ["true"]);

    /// <summary>The reference of the case that would stay.</summary>
    public string Stays => Grievance.InOrder(View.Sides[0].Case, View.Sides[1].Case).Stays.Reference;

    public bool MayMerge => View.Sides.All(side => side.Case.May(Grievance.ProposeMerge, Actor))
        && Grievance.Service.Line(Grievance.InOrder(View.Sides[0].Case, View.Sides[1].Case).Goes.Status, Grievance.Merge) is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        if (!HttpMethods.IsGet(Request.Method))
        {
            await ReadAsync(cancel);
        }
    }

    public async Task<IActionResult> OnPostApartAsync(TellApart apart, CancellationToken cancel) =>
        await PassesAsync(rules.Apart, Apart = apart, nameof(Apart)) ? await DoneAsync(desk.TellApartAsync(Case, Apart, Actor, cancel)) : Page();

    public async Task<IActionResult> OnPostProposeAsync(ProposeMerge together, CancellationToken cancel) =>
        await PassesAsync(rules.Together, Together = together, nameof(Together)) ? await DoneAsync(desk.ProposeAsync(Case, Together, Actor, cancel)) : Page();

    public Task<IActionResult> OnPostApproveAsync(Guid merge, CancellationToken cancel) => DoneAsync(desk.MergeAsync(Case, merge, Actor, cancel));

    public Task<IActionResult> OnPostDeclineAsync(Guid merge, CancellationToken cancel) => DoneAsync(desk.DeclineAsync(Case, merge, Actor, cancel));

    public async Task<IActionResult> OnPostProposeUndoAsync(PartCases part, CancellationToken cancel) =>
        await PassesAsync(rules.Part, Part = part, nameof(Part)) ? await DoneAsync(desk.ProposeUndoAsync(Case, Part, Actor, cancel)) : Page();

    public Task<IActionResult> OnPostUndoAsync(Guid merge, CancellationToken cancel) => DoneAsync(desk.UndoAsync(Case, merge, Actor, cancel));

    public Task<IActionResult> OnPostKeepAsync(Guid merge, CancellationToken cancel) => DoneAsync(desk.KeepAsync(Case, merge, Actor, cancel));

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var found = await register.ReadAsync(Case, With, Actor, cancel);
        View = found ?? View;
        return found is not null;
    }

    private async Task<IActionResult> DoneAsync(Task deed)
    {
        await deed;
        return RedirectToPage("Details", new { Reference });
    }
}
