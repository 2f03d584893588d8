using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>What stands beside the case: the tasks.</content>
public sealed partial class Grievance
{
    /// <param name="forColleagueId">Null when it is for oneself.</param>
    public void AddTaskBy(Actor handler, Guid? forColleagueId, DateTimeOffset now) => Take(AddTask, handler, now, forColleagueId);

    /// <exception cref="RefusedException"><c>case.no-such-task</c>.</exception>
    public void FinishTaskBy(Actor handler, CaseTask task, DateTimeOffset now)
    {
        Refuse(WhyNot(FinishTask, handler) ?? (task.DoneAt is not null ? new("case.no-such-task") : null));
        Take(FinishTask, handler, now);
        task.Finish(handler.UserId!.Value, now);
    }
}
