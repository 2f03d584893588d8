using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.Export;

/// <summary>A case as it is handed out; what was not chosen is null and stands in no file. Described in docs/case-export.md.</summary>
public sealed record CaseExport
{
    public const string SchemaName = "gyeonggi-case-export";
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

    public FactsPart? Facts { get; init; }

    public AccountPart? Account { get; init; }

    public PeoplePart? People { get; init; }

    public IReadOnlyList<MessagePart>? Messages { get; init; }

    public InquiryPart? Inquiry { get; init; }

    /// <summary>How somebody was protected; kept apart from the rest of the inquiry.</summary>
    public IReadOnlyList<RecordPart>? Protection { get; init; }

    public DecisionsPart? Decisions { get; init; }

    public IReadOnlyList<HistoryPart>? History { get; init; }

    public IReadOnlyList<FilePart>? Files { get; init; }

    /// <summary>Every version of the translations of the chosen texts.</summary>
    public IReadOnlyList<TranslationPart>? Translations { get; init; }

    public IReadOnlyList<NotePart>? Notes { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static CaseExport FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<CaseExport>(json, Json)!;
}

public sealed record FactsPart
{
    public required string Service { get; init; }

    public required CaseStatus Status { get; init; }

    public required Channel Channel { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? Municipality { get; init; }

    public required IReadOnlyList<string> Grounds { get; init; }

    public required IReadOnlyList<string> Sectors { get; init; }

    public required IReadOnlyList<string> Forms { get; init; }

    public string? Aim { get; init; }

    public string? PlaceKind { get; init; }

    public string? RespondentKind { get; init; }

    public required RespondentSector RespondentSector { get; init; }

    public DateOnly? HappenedOn { get; init; }

    public required DatePrecision HappenedPrecision { get; init; }

    public required bool StillHappening { get; init; }

    public required bool IsAnonymous { get; init; }

    /// <summary>From where the office knows it, where nobody reported it.</summary>
    public string? OwnSource { get; init; }

    /// <summary>Cases of the same person that are handled together with this one.</summary>
    public IReadOnlyList<TogetherPart>? HandledWith { get; init; }

    /// <summary>The days that the case keeps.</summary>
    public IReadOnlyList<KeptDay>? Days { get; init; }

    /// <summary>Days that did not count.</summary>
    public IReadOnlyList<PausePart>? Pauses { get; init; }

    public IReadOnlyList<ExtensionPart>? Extensions { get; init; }
}

/// <param name="IsHandledThere">This case is handled in the other one, and not the other way round.</param>
public sealed record TogetherPart(string Reference, bool IsHandledThere);

/// <summary>What the person told, in their words.</summary>
public sealed record AccountPart(string Account, string? Place, string? Hope, string Language);

/// <summary>Names and how to reach people.</summary>
public sealed record PeoplePart(IReadOnlyList<NamedPart> Persons, string? Respondent, string? ContactNote);

public sealed record NamedPart(PersonPart Part, string Name, string? Contact);

/// <summary>A message or a letter.</summary>
public sealed record MessagePart(DateTimeOffset SentAt, bool FromOffice, MessagePurpose Purpose, string Language, string Body, string? InKorean);

public sealed record InquiryPart(IReadOnlyList<CheckPart> Checks, IReadOnlyList<RecordPart> Records, IReadOnlyList<ReferralPart> Referrals);

public sealed record CheckPart(Competence Finding, string RespondentKind, OtherRelief OtherRelief, DateOnly? LastHappenedOn, string Words, DateTimeOffset? CheckedAt = null);

/// <param name="People">Who was asked or heard; only where names were chosen.</param>
public sealed record RecordPart(string Deed, DateOnly On, string? Code, string? People, string Words, DateOnly? DueOn, DateOnly? RepliedOn, string? Reply)
{
    /// <summary>The last day before it became a rest day.</summary>
    public DateOnly? MovedFrom { get; init; }

    /// <summary>Of the words.</summary>
    public string Language { get; init; } = "ko";

    /// <summary>What became of a proposal to settle, and when.</summary>
    public ProposalOutcome? Outcome { get; init; }

    public DateOnly? EndedOn { get; init; }
}

public sealed record ReferralPart(string Body, DateTimeOffset SentAt, DateOnly ConsentOn, string Letter, ReferralReply? Reply, DateOnly? RepliedOn)
{
    /// <summary>What was sent, as codes.</summary>
    public IReadOnlyList<string>? Sent { get; init; }

    /// <summary>How the person agreed.</summary>
    public ConsentWay? ConsentWay { get; init; }

    public string? ReplyWords { get; init; }
}

/// <summary>One deed; who did it by their role, never by name.</summary>
/// <param name="Channel">How it came, where a colleague recorded it for the person.</param>
/// <param name="ReceivedOn">The day on which it came, where a colleague recorded it.</param>
public sealed record HistoryPart(
    DateTimeOffset At, string Deed, CaseStatus From, CaseStatus To, Role By, string Article, string? Detail, Channel? Channel = null, DateOnly? ReceivedOn = null);

public sealed record FilePart(string Name, FileKind? Kind, long Length, DateTimeOffset ReceivedAt, bool IsFromPerson, FileState State);

public sealed record NotePart(DateTimeOffset WrittenAt, string Body);
