using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <content>What somebody set themselves or a colleague to do in a case.</content>
public abstract partial class ServiceCase
{
    /// <param name="forColleagueId">Null when it is for oneself.</param>
    public void AddTaskBy(Actor handler, Guid? forColleagueId, DateTimeOffset now) => Take(AddTask, handler, now, forColleagueId);

    /// <exception cref="RefusedException"><c>case.no-such-task</c>.</exception>
    public void FinishTaskBy(Actor handler, CaseTask task, DateTimeOffset now)
    {
        if ((WhyNot(FinishTask, handler) ?? (task.DoneAt is not null ? new("case.no-such-task") : null)) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        Take(FinishTask, handler, now);
        task.Finish(handler.UserId!.Value, now);
    }
}
