using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>What begins with the person: filing, writing, giving a name, helpers, and taking it back.</content>
public sealed partial class Grievance
{
    /// <summary>True until somebody gives a name.</summary>
    public bool IsAnonymous { get; private set; }

    /// <summary>The case begins: as a petition with a clock when somebody gave a name, as a tip when nobody did (L4).</summary>
    /// <param name="aboutOffice">Whoever tells it says that it is about somebody of this office: it is set apart from the first moment.</param>
    /// <exception cref="RefusedException"><c>grievance.received-before-it-happened</c>.</exception>
    public void FileBy(Actor actor, CaseClock clock, DateTimeOffset now, bool aboutOffice = false)
    {
        Refuse(WhyNotHappenedYet());
        var named = People.Exists(p => p.Part == PersonPart.Filer);
        Begin(File, StatusAtFirst(named), actor, now);
        IsAnonymous = !named;
        IsSetApart = aboutOffice;
        StartClock(ReceivedAt);
        if (named)
        {
            Reckon(clock);
        }
    }

    // nobody tells of what has not happened yet
    private Refusal? WhyNotHappenedYet() => HappenedOn > Seoul.DateOf(ReceivedAt) ? new("grievance.received-before-it-happened", HappenedOn) : null;

    /// <summary>With a name it is a petition, without one a tip (L4).</summary>
    public static CaseStatus StatusAtFirst(bool named) => named ? CaseStatus.Submitted : CaseStatus.Tip;

    public void ReplyBy(Actor person, CaseMessage message, DateTimeOffset now, HandedIn? handedIn = null)
    {
        Counts(Reply, person, handedIn, now);
        Take(Reply, person, now);
        Hear(person, message, now);
    }

    /// <summary>A tip becomes a petition: its clock begins on the day the name is given.</summary>
    public void GiveNameBy(Actor person, CasePerson filer, CaseClock clock, DateTimeOffset now, HandedIn? handedIn = null)
    {
        var from = Counts(GiveName, person, handedIn, now);
        Take(GiveName, person, now);
        People.Add(filer);
        IsAnonymous = false;
        StartClock(from);
        Reckon(clock);
        (HandlerId, HandedAt) = (null, null);
        Hear(person, handedIn?.Message, now);
    }

    /// <param name="reason">A code of the reasons of a withdrawal; the person need not say one, who records it for them does.</param>
    /// <exception cref="RefusedException"><c>grievance.no-such-outcome</c>, <c>grievance.withdrawn-without-reason</c>.</exception>
    public void WithdrawBy(Actor person, DateTimeOffset now, string? reason = null, HandedIn? handedIn = null)
    {
        Counts(Withdraw, person, handedIn, now);
        Refuse(reason is null ? (handedIn is null ? null : new("grievance.withdrawn-without-reason")) : WhyNotWithdrawnFor(reason));
        Take(Withdraw, person, now, detail: reason);
        EndWithdrawn(reason);
        Hear(person, handedIn?.Message, now);
    }

    public void GiveHelperCodeBy(Actor person, DateTimeOffset now) => Take(GiveHelperCode, person, now);

    public void EndHelperCodeBy(Actor person, DateTimeOffset now) => Take(EndHelperCode, person, now);
}
