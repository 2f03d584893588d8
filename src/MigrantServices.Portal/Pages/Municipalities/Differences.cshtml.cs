using MigrantServices.Core.Municipalities;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Municipalities;

/// <summary>What is different from city to city: phases, what is paid, benefits, lines and days off; each beside what holds for all.</summary>
public sealed class DifferencesModel(CityDifferences differences, ReferenceWords words) : PortalPage
{
    public ReferenceWords Words => words;

    public IReadOnlyList<CityDifference> Cities { get; private set; } = [];

    public IReadOnlyList<string> Ordinary { get; private set; } = [];

    /// <summary>In won; null while no amount is laid down.</summary>
    public int? MonthWon => differences.MonthWon;

    public void OnGet()
    {
    }

    public override Task ShowAsync(CancellationToken cancel)
    {
        (Cities, Ordinary) = (differences.All(), differences.Ordinary());
        return Task.CompletedTask;
    }
}
