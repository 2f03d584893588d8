using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.Reference;

/// <summary>
/// Why the officer who reads a case need not tell immigration (Immigration Act art. 84(1) proviso; Enforcement Decree art. 92-2).
/// While a service has no ground on record, nobody's identity is taken in it.
/// </summary>
public sealed class NotificationGround(ReferenceBook book, TimeProvider time)
{
    /// <summary>The ground that holds today, that of one city before that of all and that of some readers before that of everybody; null while there is none.</summary>
    /// <param name="reader">One of <see cref="CaseReaders"/>.</param>
    /// <param name="city">The city or county of the case; null while it is not known.</param>
    public ReferenceItem? For(string service, string reader = CaseReaders.Province, string? city = null) => book
        .Items(Lists.NotificationGrounds, Seoul.DateOf(time.GetUtcNow()))
        .Select(item => (Item: item, About: EntryDetails.Of(item.Details)))
        .Where(ground => ground.About.Services?.Contains(service) == true
            && ground.About.Readers?.Contains(reader) != false
            && (ground.About.Municipality is null || ground.About.Municipality == city))
        .OrderBy(ground => ground.About.Municipality is null).ThenBy(ground => ground.About.Readers is null)
        .Select(ground => ground.Item).FirstOrDefault();
}
