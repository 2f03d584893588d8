using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>A recommendation as its handler wrote it. It goes out only when a second person has read it; its words never change.</summary>
public sealed class RecommendationDraft
{
    /// <summary>Of the recommendation too, once it was sent.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required SealedText Text { get; init; }

    public required SealedText Addressee { get; init; }

    /// <summary>A code of the kinds of respondent.</summary>
    public required string AddresseeKind { get; init; }

    public required RespondentSector AddresseeSector { get; init; }

    /// <summary>A code of the list of articles.</summary>
    public required string Article { get; init; }

    public required MeasuresPeriod Period { get; init; }

    public required Guid WrittenById { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The second person; null while it waits for one.</summary>
    public Guid? ReadById { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Whether the second person sent it, or gave it back; null while it waits.</summary>
    public bool? WasSent { get; private set; }

    internal void ReadBy(Guid second, bool wasSent, DateTimeOffset now)
    {
        if (ReadAt is not null)
        {
            throw new RefusedException(new("recommendation.nothing-waits"));
        }

        (ReadById, ReadAt, WasSent) = (second, now, wasSent);
    }

    internal Recommendation AsSentOn(DateOnly day, DateOnly dueOn, Guid second) => new()
    {
        Id = Id,
        CaseId = CaseId,
        Text = Text,
        Addressee = Addressee,
        AddresseeKind = AddresseeKind,
        AddresseeSector = AddresseeSector,
        Article = Article,
        SentOn = day,
        Period = Period,
        DueOn = dueOn,
        SentById = second,
    };
}
