using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.People;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Grievances;

/// <content>What the person did by telephone, letter, e-mail or at the counter: a colleague records it, and the day on which it came counts.</content>
public sealed partial class Grievance
{
    /// <summary>Asks whether the person's deed may be done, and from which moment it counts: now, or the day on which it came to the office.</summary>
    /// <exception cref="RefusedException"><c>handed-in.not-said-how</c>, <c>handed-in.in-the-future</c>, <c>handed-in.before-the-receipt</c>, <c>-asking</c>, <c>-decision</c>, <c>-objection</c>.</exception>
    private DateTimeOffset Counts(CaseAction deed, Actor actor, HandedIn? handedIn, DateTimeOffset now)
    {
        Refuse(WhyNot(deed, actor) ?? WhyNotHandedIn(deed, actor, handedIn, Seoul.DateOf(now)));
        return handedIn?.ReceivedAt(now) ?? now;
    }

    private Refusal? WhyNotHandedIn(CaseAction deed, Actor actor, HandedIn? handedIn, DateOnly today)
    {
        if (handedIn is null)
        {
            return actor.IsColleague ? new("handed-in.not-said-how") : null;
        }

        var (after, first) = FirstDayFor(deed);
        return !actor.IsColleague || handedIn.Deed != deed.Code ? new("handed-in.not-said-how")
            : handedIn.ReceivedOn > today ? new("handed-in.in-the-future")
            : handedIn.ReceivedOn < first ? new("handed-in.before-the-" + after, first)
            : null;
    }

    // nothing is answered before it was asked, nor objected to before it was decided
    private (string After, DateOnly First) FirstDayFor(CaseAction deed) => deed switch
    {
        // what came before the second asking came while the days counted
        _ when deed == AnswerSupplement && (PausedOn ?? SupplementAskedOn) is { } waiting => ("asking", waiting),
        _ when deed == TakeMoreTime && SupplementAskedOn is { } asked => ("asking", asked),
        _ when deed == FileObjection && AnsweredAt is { } answered => ("decision", Seoul.DateOf(answered)),
        _ when deed == WithdrawObjection && ObjectedAt is { } objected => ("objection", Seoul.DateOf(objected)),
        _ => ("receipt", Seoul.DateOf(ReceivedAt)),
    };

    /// <summary>Keeps the words, which are news to the office unless its handler recorded them. Of a case that is handled with another, those hear who handle that one.</summary>
    private void Hear(Actor actor, CaseMessage? message, DateTimeOffset now)
    {
        if (message is not null)
        {
            Messages.Add(message);
        }

        if (actor.UserId is { } recorder && recorder == HandlerId && Status != Merged)
        {
            message?.Read(now);
            return;
        }

        HasUnread = Status != Merged;
    }

    private Refusal? WhyNotForNobody(CaseAction action) =>
        IsOfItself && (ForThePerson.Contains(action) || action == Write || action == AskSupplement || action == TellProgress || action == RenewCode)
            ? new("grievance.nobody-brought-it")
            : null;
}
