using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>One award for those to whom the file is open: what was paid, and what is handed over and to whom a place is given.</summary>
public sealed class AwardModel(PortalDb db, AwardReader reader, DeliveryDesk deliveries, PlaceDesk places, PlaceReader rooms) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    [BindProperty]
    public HandOverHelp Help { get; set; } = new();

    [BindProperty]
    public GivePlace Place { get; set; } = new();

    public AwardView Shown { get; private set; } = null!;

    /// <summary>The people whom it covers.</summary>
    public IReadOnlyList<KnownPerson> Covered { get; private set; } = [];

    public IReadOnlyList<RoomView> Rooms { get; private set; } = [];

    public IReadOnlyList<StayView> Stays { get; private set; } = [];

    public string NameOf(Guid key) => Covered.FirstOrDefault(person => person.Key == key)?.Name ?? "–";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FoundAsync(cancel) is null ? NotFound() : Page();

    public Task<IActionResult> OnPostHandOverAsync(CancellationToken cancel) => DoAsync(Help, nameof(Help), () => deliveries.HandOverAsync(Actor, Number, Help, cancel), cancel);

    public Task<IActionResult> OnPostGiveAsync(CancellationToken cancel) =>
        DoAsync(Place, nameof(Place), () => places.GiveAsync(Actor, Place.RoomId!.Value, Number, Place.Member!.Value, Place.From!.Value, Place.To!.Value, cancel), cancel);

    public async Task<IActionResult> OnPostAcknowledgeAsync(Guid delivery, Acknowledgement how, CancellationToken cancel)
    {
        if (await FoundAsync(cancel) is not { } award || award.Deliveries.All(one => one.Id != delivery) || !Enum.IsDefined(how))
        {
            return NotFound();
        }

        await deliveries.AcknowledgeAsync(Actor, delivery, how, cancel);
        return Back();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Shown = (await FoundAsync(cancel))!;
        var members = await rooms.MembersAsync(Shown.Id, cancel);
        var people = await HttpContext.RequestServices.GetRequiredService<SupportFacts>().PeopleAsync(Case.Id, cancel);
        (Covered, Rooms, Stays) = ([.. people.Where(person => members.Contains(person.Key))], await rooms.RoomsAsync(Shown.Programme, cancel), await rooms.StaysAsync(Shown.Id, cancel));
        Place = Place with { From = Place.From ?? Shown.From, To = Place.To ?? Shown.To };
    }

    private async Task<AwardView?> FoundAsync(CancellationToken cancel) => await reader.OneAsync(Number, cancel) is { } award && award.CaseId == Case.Id ? award : null;

    private async Task<IActionResult> DoAsync<T>(T form, string prefix, Func<Task> deed, CancellationToken cancel)
    {
        if (await FoundAsync(cancel) is null)
        {
            return NotFound();
        }

        if (!await PassesAloneAsync(form, prefix))
        {
            return Page();
        }

        await deed();
        return Back();
    }

    private RedirectToPageResult Back() => RedirectToPage(new { Reference, Number });
}
