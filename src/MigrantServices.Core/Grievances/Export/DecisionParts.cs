using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Export;

/// <summary>What was decided and approved, what that relied on, and what was recommended.</summary>
public sealed record DecisionsPart
{
    public string? Outcome { get; init; }

    public string? OutcomeReason { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public string? Answer { get; init; }

    public string? AnswerInTheirLanguage { get; init; }

    public bool? AnswerStands { get; init; }

    /// <summary>How the case ended instead, where the objection changed the answer.</summary>
    public string? ObjectionOutcome { get; init; }

    public string? ObjectionOutcomeReason { get; init; }

    public string? ObjectionAnswer { get; init; }

    public string? ObjectionAnswerInTheirLanguage { get; init; }

    /// <summary>Which version of each foreign text was read for it.</summary>
    public IReadOnlyList<SourcePart>? Sources { get; init; }

    public required IReadOnlyList<AdvicePart> Recommendations { get; init; }

    /// <summary>The letters that told the other side how it ended; null where none went out.</summary>
    public IReadOnlyList<ToldPart>? ToldOtherSide { get; init; }
}

/// <param name="Text">Word for word, and only where names were chosen: the letter begins with whom it is for.</param>
public sealed record ToldPart(DateTimeOffset SentAt, string? Text);

/// <param name="Number">Of the translation; null when the original itself was read.</param>
/// <param name="NamedBy">Only where names were chosen.</param>
public sealed record SourcePart(string Deed, TextKind Text, string Language, int? Number, string? To, bool WasUnchecked, string? NamedBy, DateTimeOffset NamedAt);

/// <param name="Addressee">Only where names were chosen.</param>
public sealed record AdvicePart(DateOnly SentOn, DateOnly DueOn, string? Addressee, string Text, MeasuresReply? Reply, DateOnly? RepliedOn, string? Reasons)
{
    public string? Article { get; init; }

    public string? AddresseeKind { get; init; }

    /// <summary>The due day before it became a rest day.</summary>
    public DateOnly? MovedFrom { get; init; }

    public DateOnly? NextCheckOn { get; init; }

    public IReadOnlyList<CheckedPart>? Checks { get; init; }

    /// <summary>What was kept of the answer before it was put right.</summary>
    public IReadOnlyList<CorrectedPart>? Corrections { get; init; }

    internal static AdvicePart Of(RecommendationLine line, DateTimeOffset receivedAt, bool hasNames, Vault vault)
    {
        var it = RecommendationView.Of(line, receivedAt, vault);
        return new(it.SentOn, it.DueOn, hasNames ? it.Addressee : null, it.Text, it.Reply, it.RepliedOn, it.Reasons)
        {
            Article = it.Article,
            AddresseeKind = it.AddresseeKind,
            MovedFrom = it.MovedFrom,
            NextCheckOn = line.Recommendation.NextCheckOn,
            Checks = [.. it.Checks.Select(check => new CheckedPart(check.CheckedOn, check.Found, check.Words))],
            Corrections = [.. it.Replaced.Select(one => new CorrectedPart(one.CorrectedAt, hasNames ? one.CorrectedBy : null, one.Why, one.Reply, one.RepliedOn, one.Reasons))],
        };
    }
}

/// <summary>A look at whether measures were taken.</summary>
public sealed record CheckedPart(DateOnly CheckedOn, MeasuresFound Found, string Words);

/// <summary>An answer as it was kept before, and why it was put right.</summary>
/// <param name="By">Only where names were chosen.</param>
public sealed record CorrectedPart(DateTimeOffset CorrectedAt, string? By, string Why, MeasuresReply Reply, DateOnly RepliedOn, string Reasons);
