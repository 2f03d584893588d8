using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>One line of a case's history: who did what, when, and by which article. Never changed afterwards.</summary>
public sealed class CaseEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Action { get; init; }

    public required CaseStatus From { get; init; }

    public required CaseStatus To { get; init; }

    /// <summary>The role in which it was done.</summary>
    public required Role By { get; init; }

    /// <summary>The colleague; null when the person did it with a code.</summary>
    public Guid? UserId { get; init; }

    public required string Article { get; init; }

    /// <summary>The colleague whom the deed was about, such as the one to whom the case was handed; null for most.</summary>
    public Guid? ColleagueId { get; init; }

    /// <summary>A code, or two days, such as those between which something moved; never free text.</summary>
    public string? Detail { get; init; }
}
