using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>What begins with the person: filing, writing, giving a name, helpers, and taking it back.</content>
public sealed partial class Grievance
{
    /// <summary>True until somebody gives a name.</summary>
    public bool IsAnonymous { get; private set; }

    /// <summary>The case begins: as a petition with a clock when somebody gave a name, as a tip when nobody did (L4).</summary>
    /// <param name="aboutOffice">Whoever tells it says that it is about somebody of this office: it is set apart from the first moment.</param>
    public void FileBy(Actor actor, CaseClock clock, DateTimeOffset now, bool aboutOffice = false)
    {
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

    /// <summary>With a name it is a petition, without one a tip (L4).</summary>
    public static CaseStatus StatusAtFirst(bool named) => named ? CaseStatus.Submitted : CaseStatus.Tip;

    public void ReplyBy(Actor person, CaseMessage message, DateTimeOffset now)
    {
        Take(Reply, person, now);
        Messages.Add(message);
        // of a case that is handled with another, those hear who handle that one
        HasUnread = Status != CaseStatus.Merged;
    }

    /// <summary>A tip becomes a petition: its clock begins on the day the name is given.</summary>
    public void GiveNameBy(Actor person, CasePerson filer, CaseClock clock, DateTimeOffset now)
    {
        Take(GiveName, person, now);
        People.Add(filer);
        IsAnonymous = false;
        StartClock(now);
        Reckon(clock);
        (HandlerId, HandedAt) = (null, null);
        HasUnread = true;
    }

    public void WithdrawBy(Actor person, DateTimeOffset now)
    {
        Take(Withdraw, person, now);
        HasUnread = true;
    }

    public void GiveHelperCodeBy(Actor person, DateTimeOffset now) => Take(GiveHelperCode, person, now);

    public void EndHelperCodeBy(Actor person, DateTimeOffset now) => Take(EndHelperCode, person, now);
}
