using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.IdentityVault;

namespace MigrantServices.Core.ChildConfirmations.Export;

/// <summary>The case of a child as it is handed out; what was not chosen is null and stands in no file. Described in docs/case-export.md.</summary>
public sealed record ChildExport
{
    public const string SchemaName = "gyeonggi-child-export";
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public string Schema { get; init; } = SchemaName;

    public int Version { get; init; } = CurrentVersion;

    public required string Reference { get; init; }

    public required DateTimeOffset ExportedAt { get; init; }

    /// <summary>By this day the articles read; the same as in the facts, where those were chosen.</summary>
    [JsonIgnore]
    public DateTimeOffset ReceivedAt { get; init; }

    public required ExportPurpose Purpose { get; init; }

    public required IReadOnlyList<ExportPart> Parts { get; init; }

    public ChildFacts? Facts { get; init; }

    /// <summary>What was told with the application or the request.</summary>
    public string? Account { get; init; }

    /// <summary>Who the child and its parents are, from the vault; only for who may open it.</summary>
    public OpenedIdentity? People { get; init; }

    public ChildInquiry? Inquiry { get; init; }

    /// <summary>Alarms for the child's protection.</summary>
    public IReadOnlyList<AlarmPart>? Protection { get; init; }

    public ChildDecision? Decisions { get; init; }

    public IReadOnlyList<MessagePart>? Messages { get; init; }

    public IReadOnlyList<HistoryPart>? History { get; init; }

    public IReadOnlyList<FilePart>? Files { get; init; }

    public IReadOnlyList<NotePart>? Notes { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static ChildExport FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<ChildExport>(json, Json)!;
}

/// <summary>Where the case stands. Initials and the year of birth are all that it says of the child.</summary>
/// <param name="GradedBy">The day from which the rules hold by which the evidence was weighed.</param>
public sealed record ChildFacts(
    CaseStatus Status, WayIn Way, Channel Channel, string Language, DateTimeOffset ReceivedAt, DateOnly? DueOn, string? Municipality, string? Centre, string Initials, int? BornYear, string? Grade, DateOnly? GradedBy, DateOnly? ConsentOn, string? ConsentWay);

public sealed record ChildInquiry(IReadOnlyList<ProofPart> Proofs, IReadOnlyList<FindingPart> Findings, IReadOnlyList<VisitPart> Visits);

/// <param name="StruckAt">When it was struck because it had been recorded by mistake; null where it counts.</param>
/// <param name="StruckBecause">Why, in the words of whoever struck it.</param>
public sealed record ProofPart(string Kind, DateOnly SeenOn, string? Note, DateTimeOffset? StruckAt = null, string? StruckBecause = null);

public sealed record FindingPart(string Criterion, bool IsMet, DateTimeOffset FoundAt, string? Note);

/// <param name="People">Who went and was met; only where names were chosen.</param>
public sealed record VisitPart(DateOnly On, string? People, string Findings);

public sealed record AlarmPart(DateTimeOffset RaisedAt, IReadOnlyList<string> Told, string? Words, DateTimeOffset? EndedAt, string? Outcome);

/// <summary>What two people decided, and the papers that followed.</summary>
public sealed record ChildDecision(bool? IsConfirmed, string? Reason, string? Reasons, DateTimeOffset? DecidedAt, IReadOnlyList<PaperPart> Papers);

public sealed record PaperPart(string DocumentSerial, string CardSerial, DateTimeOffset IssuedAt, string State);
