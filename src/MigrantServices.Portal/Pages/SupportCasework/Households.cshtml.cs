using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>Other applications that may be of the same household, for those to whom both files are open: told apart, or joined by two people, and parted by two.</summary>
public sealed class HouseholdsModel(PortalDb db, HouseholdDesk desk, HouseholdReader reader) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    [BindProperty]
    public SayOfHouseholds Form { get; set; } = new();

    /// <summary>Of which pair something is to be said.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Pair { get; set; }

    public IReadOnlyList<HouseholdView> Found { get; private set; } = [];

    /// <summary>One form at a time.</summary>
    public HouseholdView? Asked => Found.FirstOrDefault(view => view.Id == Pair) ?? (Found.Count > 0 ? Found[0] : null);

    public Task<IActionResult> OnPostApartAsync(CancellationToken cancel) => SayAsync(() => desk.TellApartAsync(Case, Pair ?? default, Form, Actor, cancel));

    public Task<IActionResult> OnPostJoinAsync(CancellationToken cancel) => SayAsync(() => desk.ProposeAsync(Case, Pair ?? default, Form, Actor, cancel));

    public Task<IActionResult> OnPostPartAsync(Guid join, CancellationToken cancel) => SayAsync(() => desk.ProposePartAsync(Case, join, Form, Actor, cancel));

    public Task<IActionResult> OnPostDecideAsync(Guid join, bool agrees, CancellationToken cancel) =>
        DoAsync(() => agrees ? desk.AgreeAsync(Case, join, Actor, cancel) : desk.DeclineAsync(Case, join, Actor, cancel));

    public Task<IActionResult> OnPostDecidePartAsync(Guid join, bool agrees, CancellationToken cancel) => DoAsync(() => desk.DecidePartAsync(Case, join, agrees, Actor, cancel));

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Found = await reader.ReadAsync(Case, Actor, cancel);
    }

    private async Task<IActionResult> SayAsync(Func<Task> deed) => await PassesAloneAsync(Form, nameof(Form)) ? await DoAsync(deed) : Page();

    private async Task<IActionResult> DoAsync(Func<Task> deed)
    {
        ModelState.Clear();
        await deed();
        return RedirectToPage(new { Reference, Pair });
    }
}
