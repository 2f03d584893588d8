using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>What is written to the other side: the recommendation by two people, and how it ended.</content>
public sealed partial class Grievance
{
    /// <summary>Who wrote the recommendation that waits for a second person; null when none waits.</summary>
    public Guid? RecommendationById { get; private set; }

    /// <summary>Since when a recommendation that a second person gave back waits for its handler; null once another was written or the case laid aside.</summary>
    public DateTimeOffset? RecommendationBackSince { get; private set; }

    /// <summary>The reason of the result that the other side was told; null while they were told nothing.</summary>
    public string? RespondentToldReason { get; private set; }

    /// <summary>Somebody suffers for having complained, or is protected.</summary>
    public bool IsUnsafe => RetaliationOn is not null || ProtectedSince is not null;

    /// <summary>There is an other side to which the office can write: it was named, asked or heard.</summary>
    private bool HasOtherSide => Respondent is not null || RespondentAskedUntil is not null || RespondentHeardOn is not null;

    /// <exception cref="RefusedException"><c>grievance.no-recommendation</c>, <c>recommendation.one-waits</c>.</exception>
    public void WriteRecommendationBy(Actor handler, DateTimeOffset now)
    {
        Take(WriteRecommendation, handler, now);
        (RecommendationById, RecommendationBackSince) = (handler.UserId, null);
    }

    public void SendBackRecommendationBy(Actor second, DateTimeOffset now)
    {
        Take(SendBackRecommendation, second, now);
        (RecommendationById, RecommendationBackSince) = (null, now);
    }

    /// <summary>The other side is told how it ended; once for each result.</summary>
    /// <exception cref="RefusedException"><c>grievance.no-respondent</c>, <c>grievance.respondent-told</c>.</exception>
    public void TellRespondentBy(Actor handler, DateTimeOffset now)
    {
        Take(TellRespondent, handler, now, detail: FinalOutcomeReason);
        RespondentToldReason = FinalOutcomeReason;
    }

    private Refusal? WhyNotWrite(CaseAction action) => action switch
    {
        // a case does not go on to another answer while somebody is to read what followed from the last
        _ when (action == WriteRecommendation || action == Resume) && RecommendationById is not null => new("recommendation.one-waits"),
        _ when (action == Recommend || action == SendBackRecommendation) && RecommendationById is null => new("recommendation.nothing-waits"),
        _ when action == TellRespondent && !HasOtherSide => new("grievance.no-respondent"),
        _ when action == TellRespondent && RespondentToldReason is { } told && told == FinalOutcomeReason => new("grievance.respondent-told"),
        _ => null,
    };
}
