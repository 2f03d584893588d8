using System.Text.Json;
using System.Text.Json.Serialization;

namespace MigrantServices.Core.Calendar;

/// <summary>The holiday rules and single days off that the portal is delivered with.</summary>
public static class HolidayRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<HolidayRule> Delivered { get; } = Read<HolidayRule>("holiday-rules.json");

    public static IReadOnlyList<AddedHoliday> DeliveredAdditions { get; } = Read<AddedHoliday>("holiday-additions.json");

    private static T[] Read<T>(string file)
    {
        using var stream = typeof(HolidayRules).Assembly.GetManifestResourceStream($"MigrantServices.Core.Storage.Seed.Calendar.{file}")
            ?? throw new InvalidOperationException($"{file} is not embedded in the program.");
        return JsonSerializer.Deserialize<T[]>(stream, Json)
            ?? throw new InvalidOperationException($"{file} holds no list.");
    }
}
