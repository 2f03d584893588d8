using MigrantServices.Core.Reference;

namespace MigrantServices.Portal.Web;

/// <summary>Says in words from when to when an entry of a code list holds.</summary>
public static class ReferenceDays
{
    public static string Days(this ReferenceItem item, TextCatalog texts) => Days(item.ValidFrom, item.ValidTo, texts);

    /// <param name="to">The last day; null until further notice.</param>
    public static string Days(DateOnly from, DateOnly? to, TextCatalog texts) => to is { } last
        ? texts["reference.from-to", from.ForPeople(), last.ForPeople()]
        : texts["reference.from", from.ForPeople()];
}
