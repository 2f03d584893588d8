using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.StartUps;

/// <summary>A step of a plan. Its part of the grant is paid only when one colleague saw that it was reached and another accepted it.</summary>
public sealed class Milestone
{
    public const int WhatMaxLength = 300;
    public const int SeenMaxLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PlanId { get; init; }

    /// <summary>From one.</summary>
    public required int Number { get; init; }

    /// <summary>What is done then.</summary>
    public required SealedText What { get; init; }

    public SealedText? WhatInTheirLanguage { get; init; }

    /// <summary>Not paid before this day.</summary>
    public required DateOnly DueOn { get; init; }

    public required long Won { get; init; }

    /// <summary>The instalment that is paid for it; null until the grant.</summary>
    public Guid? InstalmentId { get; private set; }

    public MilestoneState State { get; private set; }

    /// <summary>What the colleague and the mentor saw.</summary>
    public SealedText? Seen { get; private set; }

    public Guid? ReportedById { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }

    public Guid? AcceptedById { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    internal void BePaidAs(Guid instalmentId) => InstalmentId = instalmentId;

    /// <exception cref="RefusedException"><c>milestone.not-granted</c>, <c>milestone.reported-already</c>.</exception>
    internal void ReportBy(Actor colleague, SealedText seen, DateTimeOffset now)
    {
        if (InstalmentId is null || State != MilestoneState.Planned)
        {
            throw new RefusedException(new(InstalmentId is null ? "milestone.not-granted" : "milestone.reported-already"));
        }

        (State, Seen, ReportedById, ReportedAt) = (MilestoneState.Reported, seen, colleague.UserId, now);
    }

    /// <exception cref="RefusedException"><c>milestone.not-reported</c>, <c>milestone.needs-a-second-person</c>.</exception>
    internal void AcceptBy(Actor another, DateTimeOffset now)
    {
        MustBeReportedByOther(another);
        (State, AcceptedById, AcceptedAt) = (MilestoneState.Accepted, another.UserId, now);
    }

    /// <summary>It is not reached yet, and is reported anew.</summary>
    /// <exception cref="RefusedException"><c>milestone.not-reported</c>, <c>milestone.needs-a-second-person</c>.</exception>
    internal void SendBackBy(Actor another)
    {
        MustBeReportedByOther(another);
        (State, Seen, ReportedById, ReportedAt) = (MilestoneState.Planned, null, null, null);
    }

    private void MustBeReportedByOther(Actor another)
    {
        if (State != MilestoneState.Reported)
        {
            throw new RefusedException(new("milestone.not-reported"));
        }

        if (another.UserId is null || another.UserId == ReportedById)
        {
            throw new RefusedException(new("milestone.needs-a-second-person"));
        }
    }
}

/// <summary>Where a step stands.</summary>
public enum MilestoneState
{
    Planned,

    /// <summary>A colleague saw that it was reached.</summary>
    Reported,

    /// <summary>Another agreed: it can be paid.</summary>
    Accepted,
}
