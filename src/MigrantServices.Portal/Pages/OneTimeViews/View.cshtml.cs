using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations.Showing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Pages.OneTimeViews;

/// <summary>Two things of a child that its family shows to whoever holds the picture or the short code: once, and for a quarter of an hour.</summary>
public sealed class ViewModel(ShowingDesk desk, CodeChoices choices, GuessLimiter guesses) : GuessedPage(guesses)
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>What was typed where nobody could read the picture.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Null until it is opened.</summary>
    public ShownView? Shown { get; private set; }

    public CodeChoices Choices => choices;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => Key is null ? Page() : await TryAsync(desk.CanBe(Key), () => desk.WaitsAsync(Key, cancel)) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await TryAsync(desk.CanBe(Key ?? Code), async () => (Shown = await desk.OpenAsync(Key ?? Code, cancel)) is not null) ?? Page();
}
