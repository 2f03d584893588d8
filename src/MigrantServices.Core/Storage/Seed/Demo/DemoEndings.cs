using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Papers that somebody looks at and issues, and what is asked and held about identities once a fictional child's case is over.</summary>
public sealed class DemoEndings(IServiceProvider services, TimeProvider time)
{
    /// <summary>Null for a step that is none of these.</summary>
    public Func<ChildConfirmation, DemoChildStep, Actor, CancellationToken, Task>? Of(string deed) => deed switch
    {
        _ when deed == ChildConfirmation.Issue.Code => async (one, _, actor, cancel) => await services.GetRequiredService<PaperDesk>()
            .IssueAsync(one, (await services.GetRequiredService<BeforeIssue>().LookAsync(one, actor, cancel))?.Mark, actor, cancel),
        _ when deed == ChildConfirmation.AskDestruction.Code => (one, step, actor, cancel) =>
            services.GetRequiredService<DestructionDesk>().AskAsync(one, new() { Ground = step.Code, Reason = step.Words }, actor, cancel),
        _ when deed == ChildConfirmation.HoldIdentity.Code => (one, step, actor, cancel) =>
            services.GetRequiredService<HoldDesk>().HoldAsync(one, new() { Reason = step.Words, Until = Seoul.DateOf(time.GetUtcNow()).AddDays(step.On ?? 1) }, actor, cancel),
        _ when deed == ChildConfirmation.LiftHold.Code => (one, _, actor, cancel) => services.GetRequiredService<HoldDesk>().LiftAsync(one, actor, cancel),
        _ => null,
    };
}
