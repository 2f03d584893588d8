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

    /// <summary>From when to when a line is answered on working days, as "09:00".</summary>
    public string? Opens { get; init; }

    public string? Closes { get; init; }

    /// <summary>Of a letter or of the papers.</summary>
    public int? Version { get; init; }

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

    /// <summary>How far a city has come: one of <see cref="CityPhases"/>.</summary>
    public string? Phase { get; init; }

    /// <summary>How much a kind of evidence counts, or how much a grade asks for.</summary>
    public int? Points { get; init; }

    /// <summary>The sort of evidence: one of <see cref="EvidenceSorts"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>How many sorts of evidence a grade asks for.</summary>
    public int? Kinds { get; init; }

    /// <summary>Whether the authority said in writing that a ground holds for this office.</summary>
    public bool? ConfirmedInWriting { get; init; }

    /// <summary>For whom a ground holds: of <see cref="CaseReaders"/>; null for everybody.</summary>
    public IReadOnlyList<string>? Readers { get; init; }

    /// <summary>Made up for a demonstration.</summary>
    public bool? Example { get; init; }

    public static EntryDetails Of(string? json) => json is null ? new() : JsonSerializer.Deserialize<EntryDetails>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
