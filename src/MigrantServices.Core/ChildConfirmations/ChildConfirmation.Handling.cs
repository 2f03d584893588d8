using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations;

/// <content>Who has it, and what is written on both sides.</content>
public sealed partial class ChildConfirmation
{
    /// <summary>One who takes it on, or whom a reissue brings back to it. Where no clock ran because the city took no part, it begins today.</summary>
    public void TakeOnBy(Actor handler, CaseClock clock, DateTimeOffset now)
    {
        var begins = HasNoClock;
        Take(TakeOn, handler, now, detail: begins ? ClockBegins : null);
        (HandlerId, HandedAt) = (handler.UserId, null);
        if (begins)
        {
            BeginClock(clock, now);
        }
    }

    public void HandOverBy(Actor handler, Guid colleagueId, DateTimeOffset now)
    {
        Take(HandOver, handler, now, colleagueId);
        (HandlerId, HandedAt) = (colleagueId, now);
    }

    public void WriteBy(Actor handler, CaseMessage message, DateTimeOffset now)
    {
        Take(Write, handler, now);
        Messages.Add(message);
    }

    public void AddToRequestBy(Actor requester, CaseMessage message, DateTimeOffset now)
    {
        Take(AddToRequest, requester, now);
        Messages.Add(message);
        HasUnread = true;
    }

    public void NoteBy(Actor handler, DateTimeOffset now) => Take(Note, handler, now);

    public void ReplyBy(Actor person, CaseMessage message, DateTimeOffset now)
    {
        Take(Reply, person, now);
        Messages.Add(message);
        HasUnread = true;
    }

    public void RenewCodeBy(Actor handler, DateTimeOffset now) => Take(RenewCode, handler, now);
}
