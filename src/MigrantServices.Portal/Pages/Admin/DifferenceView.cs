using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>A change beside what holds without it.</summary>
/// <param name="Now">The entry as it is before; null for a new one.</param>
/// <param name="OpenCases">How many open cases keep what holds today.</param>
public sealed record DifferenceView(ReferenceChange Change, IReadOnlyList<ReferenceText> Texts, ReferenceItem? Now, int OpenCases, ReferenceWords Words)
{
    public IReadOnlyList<string> Missing => [.. ChangeableList.Find(Change.List)!.LanguagesFor(Change.Kind).Where(tag => Texts.All(text => text.Language != tag))];
}
