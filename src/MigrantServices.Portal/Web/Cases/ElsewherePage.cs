using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Cases.Elsewhere;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Web.Cases;

/// <summary>What the page of sealed pointers shows, of whatever service the case is.</summary>
public interface IElsewherePage
{
    ServiceCase Of { get; }

    /// <summary>Why this colleague neither seals nor opens; null when they may.</summary>
    Refusal? WhyNotOpen { get; }

    /// <summary>The opening that lasts; null while nothing is shown.</summary>
    StandingOpening? Opening { get; }

    IReadOnlyList<KnownElsewhere> Known { get; }

    /// <summary>The number that was just asked for.</summary>
    CaseElsewhere? Named { get; }

    SealPointer Sealing { get; }

    OpenPointers Looking { get; }
}

/// <summary>Whether somebody is known to another service: sealed, and opened on a ground of law for a quarter of an hour. The page looks the same whether anything is sealed or not.</summary>
public abstract class ElsewherePage<T>(PortalDb db, CaseKind kind, PointerDesk desk, PointerReader reader) : CasePage<T>(db, kind), IElsewherePage
    where T : ServiceCase
{
    [BindProperty]
    public SealPointer Sealing { get; set; } = new();

    [BindProperty]
    public OpenPointers Looking { get; set; } = new();

    public ServiceCase Of => Case;

    public Refusal? WhyNotOpen => PointerDesk.WhyNot(Case, Actor);

    public StandingOpening? Opening { get; private set; }

    public IReadOnlyList<KnownElsewhere> Known { get; private set; } = [];

    public CaseElsewhere? Named { get; private set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostSealAsync(CancellationToken cancel) => DoAsync(Sealing, nameof(Sealing), () => desk.SealAsync(Case, Sealing, Actor, cancel));

    public Task<IActionResult> OnPostOpenAsync(CancellationToken cancel) => DoAsync(Looking, nameof(Looking), () => desk.OpenAsync(Case, Looking, Actor, cancel));

    public async Task<IActionResult> OnPostNumberAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        Named = await reader.NumberAsync(Case, id, Actor, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        await desk.EndAsync(Case, id, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        if (WhyNotOpen is null && await reader.OpeningAsync(Case, Actor, cancel) is { } opening)
        {
            (Opening, Known) = (opening, await reader.KnownAsync(Case, opening, cancel));
        }
    }

    private async Task<IActionResult> DoAsync<TForm>(TForm form, string prefix, Func<Task> deed)
    {
        if (!await PassesAloneAsync(form, prefix))
        {
            return Page();
        }

        await deed();
        return RedirectToPage(new { Reference });
    }
}
