using MigrantServices.Core.Grievances;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Workday;

/// <summary>What lies on whose desk in a supervisor's places, by clock, objection, message and language.</summary>
public sealed class LoadModel(LoadReader reader) : PortalPage
{
    private const int MostLanguages = 3;

    public IReadOnlyList<Load> Loads { get; private set; } = [];

    /// <summary>Of the cases of children; none where this supervisor leads none.</summary>
    public IReadOnlyList<Load> Children { get; private set; } = [];

    /// <summary>The list of this pile: of one colleague, or of what nobody has.</summary>
    public static string Address(Load load, WorklistTab tab, bool unread = false, string? language = null) => WorklistAddress.Of(new()
    {
        Tab = load.Id is null && tab == WorklistTab.All ? WorklistTab.Unassigned : tab,
        Colleague = load.Id,
        Unread = unread,
        Language = language,
    });

    /// <summary>The languages with most cases; of what nobody has, all of them.</summary>
    public static IEnumerable<KeyValuePair<string, int>> LanguagesOf(Load load) => load.Id is null ? load.Languages : load.Languages.Take(MostLanguages);

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Loads = await reader.ReadAsync(Actor, cancel);
        Children = await reader.OfChildrenAsync(Actor, cancel);
    }
}
