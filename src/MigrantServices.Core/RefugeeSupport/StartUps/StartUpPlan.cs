using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Money;

namespace MigrantServices.Core.RefugeeSupport.StartUps;

/// <summary>What somebody wants to build up, who stands by them, and the steps after which the grant is paid. It never changes: while nothing is granted a new one may take its place.</summary>
public sealed class StartUpPlan
{
    public const int WordsMaxLength = 4000;
    public const int MentorMaxLength = 200;
    public const int MostMilestones = 6;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The line of the application.</summary>
    public required Guid LineId { get; init; }

    public required SealedText Words { get; init; }

    /// <summary>The mentor's name.</summary>
    public required SealedText Mentor { get; init; }

    /// <summary>For whom the mentor works: a code of the list of providers.</summary>
    public required string Provider { get; init; }

    public required Guid WrittenById { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public List<Milestone> Milestones { get; init; } = [];

    public IReadOnlyList<Milestone> InOrder => [.. Milestones.OrderBy(step => step.Number)];

    public long Won => Milestones.Sum(step => step.Won);

    /// <summary>One instalment a step, each due on its day.</summary>
    public IReadOnlyList<PlannedInstalment> Instalments => [.. InOrder.Select(step => new PlannedInstalment(step.DueOn, step.Won))];

    /// <summary>The grant follows this plan: each step has its instalment.</summary>
    internal void Follow(Award award)
    {
        foreach (var (step, part) in InOrder.Zip(award.Instalments.OrderBy(part => part.Number)))
        {
            step.BePaidAs(part.Id);
        }
    }

    /// <summary>Steps are taken one after the other.</summary>
    internal bool IsInTurn(Milestone step) => !Milestones.Exists(other => other.Number < step.Number && other.State != MilestoneState.Accepted);
}
