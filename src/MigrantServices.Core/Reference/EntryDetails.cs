using System.Text.Json;

namespace MigrantServices.Core.Reference;

/// <summary>What an entry holds beside its sentence, as its list has it; what a list does not have is null.</summary>
public sealed record EntryDetails
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public int? Length { get; init; }

    public string? Unit { get; init; }

    public string? Outcome { get; init; }

    public string? Law { get; init; }

    public string? Article { get; init; }

    public string? Heading { get; init; }

    public string? Phone { get; init; }

    public static EntryDetails Of(string? json) => json is null ? new() : JsonSerializer.Deserialize<EntryDetails>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
