using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>Who has it, and what its handler writes.</content>
public sealed partial class Grievance
{
    /// <param name="affirms">They say that they have no interest in it.</param>
    /// <exception cref="RefusedException"><c>fairness.not-affirmed</c>.</exception>
    public void TakeOnBy(Actor handler, bool affirms, DateTimeOffset now)
    {
        Refuse(WhyNot(TakeOn, handler) ?? WhyNotAffirmed(affirms));
        Take(TakeOn, handler, now, detail: NoInterest);
        (HandlerId, HandedAt) = (handler.UserId, null);
    }

    /// <param name="affirms">For who takes it over themselves: they say that they have no interest in it.</param>
    /// <exception cref="RefusedException"><c>case.needs-a-newcomer</c>, <c>fairness.not-affirmed</c>.</exception>
    public void HandOverBy(Actor handler, Guid colleagueId, DateTimeOffset now, bool affirms = false)
    {
        var isTheirs = colleagueId == handler.UserId;
        Refuse(WhyNot(HandOver, handler) ?? WhyNotHandTo(colleagueId) ?? WhyNotAffirmed(affirms || !isTheirs));
        Take(HandOver, handler, now, colleagueId, isTheirs ? NoInterest : null);
        (HandlerId, HandedAt) = (colleagueId, now);
    }

    public void WriteBy(Actor handler, CaseMessage message, DateTimeOffset now)
    {
        Take(Write, handler, now);
        Messages.Add(message);
        HearFear();
    }

    public void NoteBy(Actor handler, DateTimeOffset now) => Take(Note, handler, now);

    /// <summary>The office made this case's first code, and so may make another when the slip was lost. A code that the person made themselves it never replaces.</summary>
    public void RenewCodeBy(Actor handler, DateTimeOffset now) => Take(RenewCode, handler, now);
}
