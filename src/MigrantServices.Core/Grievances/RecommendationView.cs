using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>A recommendation as a colleague reads it, opened from its seals.</summary>
public sealed record RecommendationView
{
    public required Guid Id { get; init; }

    public required string Text { get; init; }

    public required string Addressee { get; init; }

    public required string AddresseeKind { get; init; }

    public required RespondentSector AddresseeSector { get; init; }

    public required string Article { get; init; }

    /// <summary>By this day the article reads.</summary>
    public required DateTimeOffset CaseReceivedAt { get; init; }

    public required DateOnly SentOn { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>The due day before it became a rest day; null when it never did.</summary>
    public DateOnly? MovedFrom { get; init; }

    /// <summary>Null while the addressee has not answered.</summary>
    public MeasuresReply? Reply { get; init; }

    public DateOnly? RepliedOn { get; init; }

    public string? Reasons { get; init; }

    /// <summary>In the order in which they were made.</summary>
    public required IReadOnlyList<CheckView> Checks { get; init; }

    /// <summary>What was kept of the answer before it was put right, the newest first.</summary>
    public required IReadOnlyList<ReplacedReply> Replaced { get; init; }

    internal static RecommendationView Of(RecommendationLine line, DateTimeOffset caseReceivedAt, Vault vault)
    {
        var it = line.Recommendation;
        return new()
        {
            Id = it.Id,
            Text = vault.Open(it.Text, it.Id, SealedField.Recommendation),
            Addressee = vault.Open(it.Addressee, it.Id, SealedField.Addressee),
            AddresseeKind = it.AddresseeKind,
            AddresseeSector = it.AddresseeSector,
            Article = it.Article,
            CaseReceivedAt = caseReceivedAt,
            SentOn = it.SentOn,
            DueOn = it.DueOn,
            MovedFrom = it.MovedFrom,
            Reply = it.Reply,
            RepliedOn = it.RepliedOn,
            Reasons = it.Reasons is { } reasons ? vault.Open(reasons, it.Id, SealedField.MeasuresReasons) : null,
            Checks = [.. line.Checks.Select(c => new CheckView(c.CheckedOn, c.Found, vault.Open(c.Words, c.Id, SealedField.MeasuresFound)))],
            Replaced = [.. line.Corrections.Select(one => one.Opened(vault))],
        };
    }
}

/// <summary>What one check of a recommendation found.</summary>
public sealed record CheckView(DateOnly CheckedOn, MeasuresFound Found, string Words);

/// <summary>A recommendation with its checks, still sealed.</summary>
internal sealed record RecommendationLine(Recommendation Recommendation, IReadOnlyList<MeasuresCheck> Checks, IReadOnlyList<CorrectionLine> Corrections);

/// <summary>An answer as it was kept before, who put it right, and why.</summary>
public sealed record ReplacedReply(MeasuresReply Reply, DateOnly RepliedOn, string Reasons, string CorrectedBy, DateTimeOffset CorrectedAt, string Why);

/// <summary>A correction, still sealed, with who made it.</summary>
internal sealed record CorrectionLine(MeasuresCorrection Correction, string By)
{
    public ReplacedReply Opened(Vault vault) => new(
        Correction.Reply,
        Correction.RepliedOn,
        vault.Open(Correction.Reasons, Correction.RecommendationId, SealedField.MeasuresReasons),
        By,
        Correction.CorrectedAt,
        vault.Open(Correction.Why, Correction.Id, SealedField.MeasuresCorrection));
}
