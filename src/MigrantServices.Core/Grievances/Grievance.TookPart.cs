using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>Who had a part in the answer, and so none in what is said to an objection to it.</content>
public sealed partial class Grievance
{
    /// <summary>Colleagues who had the case before it was answered, or read its answer. It only grows, also when an answer was sent back or another had the case in the end, and by those of a case that is handled together with it.</summary>
    public Guid[] TookPart { get; private set; } = [];

    public override bool HadPart(Guid colleague) => base.HadPart(colleague) || TookPart.Contains(colleague);

    // what only the handler does is done by who has the case; letters that anybody puts into it make nobody a part of it
    protected override void Remember(Transition line, Actor actor, Guid? colleagueId)
    {
        if (Array.IndexOf(Handled, line.From) < 0)
        {
            return;
        }

        var part = line.Action == HandOver ? colleagueId
            : line.Needs.HasFlag(Needs.Handler) || line.Action == TakeOn || line.Action == SendBack || line.Action == Approve ? actor.UserId
            : null;
        if (part is { } colleague && !TookPart.Contains(colleague))
        {
            TookPart = [.. TookPart, colleague];
        }
    }
}
