using System.Text.Json;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations;

namespace MigrantServices.Core.Reference;

/// <summary>Which section answers for a service, how it is reached, and where else a person can turn: dated, so that letters name what held on their day.</summary>
public sealed class OfficeContacts(ReferenceBook book)
{
    /// <summary>The section's code and telephone number.</summary>
    public (string Code, string Phone) Of(string service, DateTimeOffset now) => book.Find(Lists.OfficeContacts, service, Seoul.DateOf(now)) is { } item
        ? (item.Code, PhoneOf(item)!)
        : throw new InvalidOperationException($"The reference data holds no contact for {service} today.");

    /// <summary>How whoever has a case in this city reaches the office: by the city's own line where one is recorded and the service has its own lines, else by that of the section.</summary>
    public OfficeLine LineOf(string service, string? city, DateTimeOffset now)
    {
        var (office, phone) = Of(service, now);
        return service == ChildConfirmation.Prefix && book.Find(Lists.CityLines, city, Seoul.DateOf(now)) is { } own && EntryDetails.Of(own.Details) is { Phone: { } ownPhone } line
            ? new(office, ownPhone, city, line.Opens, line.Closes)
            : new(office, phone, null, null, null);
    }

    /// <summary>The cities and counties that have a line of their own today, as codes.</summary>
    public IReadOnlyList<string> CitiesWithLine(DateTimeOffset now) => [.. book.Items(Lists.CityLines, Seoul.DateOf(now)).Select(line => line.Code)];

    /// <summary>On which days a city's office is closed beside those of the whole country, from today on for two months.</summary>
    public IEnumerable<(DateOnly From, DateOnly To)> DaysOffOf(string? city, DateTimeOffset now)
    {
        var today = Seoul.DateOf(now);
        return book.All(Lists.CityDaysOff).Where(off => EntryDetails.Of(off.Details).Municipality == city && off.ValidTo >= today && off.ValidFrom <= today.AddMonths(2))
            .OrderBy(off => off.ValidFrom).Select(off => (off.ValidFrom, off.ValidTo!.Value));
    }

    /// <summary>The other bodies and ways, in the order of the list; without a number where there is none.</summary>
    public IEnumerable<(string Code, string? Phone)> Remedies(DateTimeOffset now) => In(Lists.Remedies, now);

    /// <summary>What help goes on for a child who has come of age, in the order of the list; without a number where there is none.</summary>
    public IEnumerable<(string Code, string? Phone)> HelpAfterMajority(DateTimeOffset now) => In(Lists.MajorityHelp, now);

    /// <summary>What can be done against a refusal, within how many calendar days of its notice, and by which article.</summary>
    public IEnumerable<(string Code, int Days, string Article)> Appeals(DateTimeOffset now) => book.Items(Lists.Appeals, Seoul.DateOf(now))
        .Select(item => (item.Code, Way: JsonSerializer.Deserialize<AppealDetails>(item.Details, JsonSerializerOptions.Web)!)).Select(appeal => (appeal.Code, appeal.Way.Days, appeal.Way.Article));

    private IEnumerable<(string Code, string? Phone)> In(string list, DateTimeOffset now) => book.Items(list, Seoul.DateOf(now)).Select(item => (item.Code, PhoneOf(item)));

    private static string? PhoneOf(ReferenceItem item) => JsonSerializer.Deserialize<Details>(item.Details, JsonSerializerOptions.Web)!.Phone;

    private sealed record Details(string? Phone = null);

    private sealed record AppealDetails(int Days, string Article);
}

/// <summary>The line by which an office is reached.</summary>
/// <param name="Office">The section that answers for the service, as a code.</param>
/// <param name="City">The city or county whose own line it is; null for that of the section.</param>
/// <param name="Opens">From when it is answered on working days; null where nobody said.</param>
public sealed record OfficeLine(string Office, string Phone, string? City, string? Opens, string? Closes);
