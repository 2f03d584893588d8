using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>Asking the person for what is missing: once, and once more, with more time where they ask for it; and what follows when nothing comes.</content>
public sealed partial class Grievance
{
    /// <summary>How often the person may ask for more time, over both requests together.</summary>
    public const int MostMoreTime = 2;

    /// <summary>The reason of an outcome when what was asked for did not come.</summary>
    public const string NotSupplemented = "dismissed.not-supplemented";

    /// <summary>The period in which an answer to a request is awaited, by its code.</summary>
    public const string SupplementPeriod = "supplement." + Prefix;

    /// <summary>When the person was asked for something that has not come; null when nothing is missing.</summary>
    public DateOnly? SupplementAskedOn { get; private set; }

    /// <summary>When they were asked a second time; null until then.</summary>
    public DateOnly? SupplementAskedAgainOn { get; private set; }

    /// <summary>How often they took more time.</summary>
    public int SupplementMoreTime { get; private set; }

    /// <summary>When the first request came back to the office; null unless both came back.</summary>
    public DateOnly? SupplementReturnedOn { get; private set; }

    public DateOnly? SupplementReturnedAgainOn { get; private set; }

    /// <summary>Asks the person for something; from today until the answer comes no day counts.</summary>
    /// <param name="until">The last day for an answer.</param>
    /// <param name="latestAgain">The latest day that a second request may give.</param>
    /// <exception cref="RefusedException"><c>supplement.asked-twice</c>, <c>supplement.day-past</c>, <c>supplement.again-too-long</c>.</exception>
    public void AskSupplementBy(Actor handler, CaseMessage request, DateOnly until, DateOnly latestAgain, DateTimeOffset now)
    {
        Refuse(WhyNot(AskSupplement, handler) ?? WhyNotUntil(until, latestAgain, Seoul.DateOf(now)));
        Take(AskSupplement, handler, now);
        Messages.Add(request);
        Stop("supplement", now);
        Ask(until, Seoul.DateOf(now));
    }

    /// <summary>Asks a second and last time, once the first day has passed; the clock goes on standing still.</summary>
    /// <exception cref="RefusedException"><c>supplement.asked-twice</c>, <c>supplement.not-over</c>, <c>supplement.day-past</c>, <c>supplement.again-too-long</c>.</exception>
    public void AskSupplementAgainBy(Actor handler, CaseMessage request, DateOnly until, DateOnly latestAgain, DateTimeOffset now)
    {
        var today = Seoul.DateOf(now);
        Refuse(WhyNot(AskSupplementAgain, handler)
            ?? (SupplementUntil >= today ? new("supplement.not-over", SupplementUntil) : WhyNotUntil(until, latestAgain, today)));
        Take(AskSupplementAgain, handler, now);
        Messages.Add(request);
        Ask(until, today);
    }

    /// <summary>The person takes more time, on or before the last day.</summary>
    /// <exception cref="RefusedException"><c>supplement.more-time-twice</c>, <c>supplement.day-over</c>.</exception>
    public void TakeMoreTimeBy(Actor person, DateOnly until, DateTimeOffset now, HandedIn? handedIn = null)
    {
        var asked = Seoul.DateOf(Counts(TakeMoreTime, person, handedIn, now));
        Refuse(SupplementUntil is { } last && last >= asked && until > last ? null : new("supplement.day-over"));
        Take(TakeMoreTime, person, now, detail: MovedDays.Detail(SupplementUntil, until));
        AwaitUntil(until);
        SupplementMoreTime++;
        Hear(person, handedIn?.Message, now);
    }

    /// <summary>What was asked for is there; no day counts until the day on which it came.</summary>
    public void AnswerSupplementBy(Actor person, CaseMessage answer, CaseClock clock, DateTimeOffset now, HandedIn? handedIn = null)
    {
        var came = Counts(AnswerSupplement, person, handedIn, now);
        Take(AnswerSupplement, person, now);
        Hear(person, answer, now);
        (SupplementAskedOn, SupplementAskedAgainOn, SupplementMoreTime) = (null, null, 0);
        AwaitUntil(null);
        GoOn(clock, came);
    }

    /// <summary>What was asked for stays missing, and the case goes on without it.</summary>
    public void GoOnWithoutBy(Actor handler, CaseClock clock, DateTimeOffset now)
    {
        Take(GoOnWithout, handler, now);
        GoOn(clock, now);
    }

    /// <summary>Both requests came back to the office: the petition counts as withdrawn.</summary>
    /// <param name="first">The day on which the first request came back.</param>
    /// <param name="second">The day on which the second one did.</param>
    /// <exception cref="RefusedException"><c>supplement.not-asked-twice</c>, <c>supplement.returned-before-sent</c>, <c>supplement.returned-in-the-future</c>.</exception>
    public void TreatAsWithdrawnBy(Actor handler, DateOnly first, DateOnly second, DateTimeOffset now)
    {
        var today = Seoul.DateOf(now);
        Refuse(WhyNot(TreatAsWithdrawn, handler)
            ?? (first > today || second > today ? new("supplement.returned-in-the-future")
                : first < SupplementAskedOn || second < SupplementAskedAgainOn || second < first ? new Refusal("supplement.returned-before-sent")
                : null));
        Take(TreatAsWithdrawn, handler, now, detail: MovedDays.Detail(first, second));
        (SupplementReturnedOn, SupplementReturnedAgainOn) = (first, second);
        EndWithdrawn(Unanswered);
        Pauses.Find(pause => pause.To is null)?.To = today;
    }

    private Refusal? WhyNotSupplement(CaseAction action) => action switch
    {
        _ when (action == AskSupplement || action == AskSupplementAgain) && SupplementAskedAgainOn is not null => new("supplement.asked-twice"),
        _ when action == TakeMoreTime && SupplementMoreTime >= MostMoreTime => new("supplement.more-time-twice"),
        _ when action == TreatAsWithdrawn && SupplementAskedAgainOn is null => new("supplement.not-asked-twice"),
        _ => null,
    };

    private Refusal? WhyNotUntil(DateOnly until, DateOnly latestAgain, DateOnly today) =>
        until <= today ? new("supplement.day-past")
        : SupplementAskedOn is not null && until > latestAgain ? new("supplement.again-too-long", latestAgain)
        : null;

    private void Ask(DateOnly until, DateOnly today)
    {
        (SupplementAskedOn, SupplementAskedAgainOn) = SupplementAskedOn is null ? (today, null) : (SupplementAskedOn, (DateOnly?)today);
        AwaitUntil(until);
    }
}
