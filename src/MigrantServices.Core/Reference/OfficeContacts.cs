using System.Text.Json;
using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.Reference;

/// <summary>Which section answers for a service, how it is reached, and where else a person can turn: dated, so that letters name what held on their day.</summary>
public sealed class OfficeContacts(ReferenceBook book)
{
    /// <summary>The section's code and telephone number.</summary>
    public (string Code, string Phone) Of(string service, DateTimeOffset now) => book.Find(Lists.OfficeContacts, service, Seoul.DateOf(now)) is { } item
        ? (item.Code, PhoneOf(item)!)
        : throw new InvalidOperationException($"The reference data holds no contact for {service} today.");

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
