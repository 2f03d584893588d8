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

    /// <summary>In won.</summary>
    public int? Amount { get; init; }

    /// <summary>What a service may be told of a child at most.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Whether a child may be referred to a service before anything is decided.</summary>
    public bool? BeforeDecision { get; init; }

    /// <summary>The services that a receiver gives.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>The city or county; null for everywhere.</summary>
    public string? Municipality { get; init; }

    /// <summary>For what the card is good there.</summary>
    public string? Use { get; init; }

    /// <summary>Made up for a demonstration.</summary>
    public bool? Example { get; init; }

    public static EntryDetails Of(string? json) => json is null ? new() : JsonSerializer.Deserialize<EntryDetails>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
