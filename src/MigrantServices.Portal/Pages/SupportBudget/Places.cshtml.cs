using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportBudget;

/// <summary>How many people each provider can serve at a time, and how many it serves today. Nobody is named.</summary>
public sealed class PlacesModel(PlaceReader reader, PlaceDesk desk, ProgrammeBook programmes, SupportWords words, IValidator<SetPlaces> rules) : PortalPage
{
    [BindProperty]
    public SetPlaces Form { get; set; } = new();

    public IReadOnlyList<RoomView> Rooms { get; private set; } = [];

    /// <summary>Every provider of a programme that is no money.</summary>
    public IReadOnlyList<Choice> Offered => [.. programmes.Programmes.SelectMany(programme => programmes.All(programme.Code).Where(terms => !terms.Rules.GivesMoney)
        .SelectMany(terms => terms.Rules.Providers).Distinct(StringComparer.Ordinal)
        .Select(provider => new Choice($"{programme.Code}|{provider}", $"{words.Name(programme.Code)} · {words.Name(Lists.SupportProviders, provider)}")))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        if (Offered.All(room => room.Value != Form.Room))
        {
            return NotFound();
        }

        var (programme, provider) = Form.Of!.Value;
        await desk.SetAsync(Actor, programme, provider, Form.Places!.Value, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel) => Rooms = await reader.RoomsAsync(null, cancel);
}
