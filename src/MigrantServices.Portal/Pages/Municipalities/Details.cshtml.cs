using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Municipalities;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Municipalities;

/// <summary>One city or county: all days past and to come on which something begins or ends there, its staff, and where an administrator changes it.</summary>
public sealed class DetailsModel(MunicipalityRegister register, ReferenceWords words) : PortalPage
{
    public ReferenceWords Words => words;

    public MunicipalityView View { get; private set; } = null!;

    public string Name => words.Name(Lists.Municipalities, View.Line.Code);

    public bool MayChange => Actor.Is(Role.Administrator);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (await register.OneAsync(Actor, code, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }

    /// <summary>Where an entry is added for this place; null where the list needs more than the place to be said first.</summary>
    public string AddressToAdd(DatedList list) =>
        $"/office/reference/{list.List}/change?kind={ChangeKind.Add}" + (ChangeableList.Find(list.List)!.IsOfPlaces ? $"&code={View.Line.Code}" : "");

    public string AddressOf(DatedList list, DatedEntry entry, ChangeKind kind) => $"/office/reference/{list.List}/change?kind={kind}&code={Uri.EscapeDataString(entry.Item.Code)}";

    /// <summary>What may be done with an entry that holds or will.</summary>
    public static IEnumerable<ChangeKind> KindsFor(DatedList list, DatedEntry entry) => entry.When != When.Today
        ? []
        : ChangeableList.Find(list.List)!.Kinds.Where(kind => kind != ChangeKind.Add);

    public bool MayAdd(DatedList list) => MayChange && ChangeableList.Find(list.List)!.Allows(ChangeKind.Add)
        && !(ChangeableList.Find(list.List)!.IsOfPlaces && list.Entries.Any(entry => entry.When != When.Past && entry.Item.ValidTo is null));
}
