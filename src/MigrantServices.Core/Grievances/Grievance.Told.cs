using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <content>What was told when the case began; nothing of it changes afterwards but a first day that was mistyped, which a check of competence puts right.</content>
public sealed partial class Grievance
{
    private DateOnly? _happenedOn;
    private DatePrecision _happenedPrecision;

    public required Teller Teller { get; init; }

    /// <summary>What happened, in the person's own words.</summary>
    public required SealedText Account { get; init; }

    /// <summary>The language in which it is written down, which need not be the one of their letters.</summary>
    public required string AccountLanguage { get; init; }

    /// <summary>The first day of it; the first of the month or year when no more is known.</summary>
    public DateOnly? HappenedOn
    {
        get => _happenedOn;
        init => _happenedOn = value;
    }

    public required DatePrecision HappenedPrecision
    {
        get => _happenedPrecision;
        init => _happenedPrecision = value;
    }

    public required bool StillHappening { get; init; }

    /// <summary>The kind of place, from the code list.</summary>
    public string? PlaceKind { get; init; }

    public SealedText? Place { get; init; }

    public required string[] Grounds { get; init; }

    public required string[] Sectors { get; init; }

    /// <summary>Distinction, exclusion, restriction, preference (ICERD art. 1).</summary>
    public required string[] Forms { get; init; }

    /// <summary>Whether it was meant so, or worked out so (ICERD art. 1: purpose or effect).</summary>
    public string? Aim { get; init; }

    public string? RespondentKind { get; init; }

    public required RespondentSector RespondentSector { get; init; }

    public SealedText? Respondent { get; init; }

    /// <summary>Keyed marks of the respondent's name, by which those of the same are counted; read by query.</summary>
    public List<RespondentToken> RespondentTokens { get; } = [];

    public SealedText? Hope { get; init; }

    public required ContactWay ContactWay { get; init; }

    /// <summary>When and how it is safe to reach the person.</summary>
    public SealedText? ContactNote { get; init; }

    public required bool WantsInterpreter { get; init; }

    public SealedText? InterpreterNote { get; init; }

    /// <summary>For a case taken down by a colleague: it was read back to the person and they agreed (L3).</summary>
    public DateTimeOffset? ReadBackAt { get; init; }
}
