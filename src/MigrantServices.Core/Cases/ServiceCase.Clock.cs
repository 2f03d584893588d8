using MigrantServices.Core.Calendar;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <content>The due day and what moves it: holidays, failures of the system, and more time.</content>
public abstract partial class ServiceCase
{
    /// <summary>From when the running clock counts.</summary>
    public virtual DateTimeOffset RunsFrom => ClockFrom;

    /// <summary>True where the due day had passed before its clock was stopped: what came later does not hide that.</summary>
    public virtual bool IsMissed => DueOn < PausedOn;

    /// <summary>True when the office should have answered by now.</summary>
    public bool IsOverdue(DateTimeOffset now) => DueAt is { } moment ? now > moment : DueOn < Seoul.DateOf(now);

    /// <summary>True when the due day would be another one by today's calendar.</summary>
    public bool IsMovedBy(CaseClock clock) => DueOn is not null && !IsMissed && DueBy(clock) != DueOn;

    /// <summary>The due day is reckoned anew after the public holidays have changed.</summary>
    public void RecountBy(Actor portal, CaseClock clock, DateTimeOffset now)
    {
        var due = DueBy(clock);
        Take(Recount, portal, now, detail: MovedDays.Detail(DueOn, due));
        MoveDue(clock, Recount);
    }

    /// <summary>The person's last day for what is missing has become a rest day; they have until the next working day (Civil Act, art. 161).</summary>
    /// <exception cref="RefusedException"><c>case.not-put-off</c>.</exception>
    public void PutOffSupplementBy(Actor portal, DateOnly until, DateTimeOffset now)
    {
        if ((WhyNot(PutOffSupplement, portal) ?? WhyNotLater(SupplementUntil, until)) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        Take(PutOffSupplement, portal, now, detail: MovedDays.Detail(SupplementUntil, until));
        (SupplementMovedFrom, SupplementUntil) = (SupplementUntil, until);
    }

    /// <summary>The person has until this day for what is missing; null when nothing is.</summary>
    protected void AwaitUntil(DateOnly? until) => (SupplementUntil, SupplementMovedFrom) = (until, null);

    /// <summary>A day that somebody was told is never brought forward.</summary>
    protected static Refusal? WhyNotLater(DateOnly? told, DateOnly to) => told is { } day && to > day ? null : new("case.not-put-off");

    /// <summary>True when the days of this failure are left out already.</summary>
    public bool HasFailure(FailedDays days) => Pauses.Exists(p => p.Reason == SystemFailure.Reason && p.From == days.From && p.To == days.To);

    /// <summary>Days on which the information system had failed do not count (CPDec art. 20).</summary>
    /// <param name="clock">The clock that runs, or would run.</param>
    public void LeaveOutBy(Actor portal, FailedDays days, CaseClock clock, DateTimeOffset now)
    {
        Take(LeaveOut, portal, now, detail: MovedDays.Detail(days.From, days.To));
        Pauses.Add(new() { CaseId = Id, From = days.From, To = days.To, Reason = SystemFailure.Reason });
        // a day that had passed may not have passed without these, and one that stays has not moved
        if (DueOn is not null && (PausedOn is not null || !IsMissed) && DueBy(clock) != DueOn)
        {
            MoveDue(clock, LeaveOut);
        }
    }

    /// <summary>The day by which it would be due if the period were so much longer, for the letter that says so.</summary>
    public DateOnly? DueIfExtendedBy(int days, CaseClock clock) => Reckoned(clock, days).Date;

    /// <summary>Takes more time, before the period is over: once by up to its own length, a second time only with the person's consent (CPDec art. 21).</summary>
    /// <exception cref="RefusedException"><c>case.extended-twice</c>, <c>case.extension-too-late</c>, <c>case.extension-too-long</c> and the same with the unit of the clock, <c>case.extension-needs-consent</c>.</exception>
    public CaseExtension ExtendBy(Actor handler, ExtendDeadline form, CaseMessage letter, CaseClock clock, DateTimeOffset now)
    {
        var refusal = WhyNot(Extend, handler)
            ?? (LastDayOf(clock) is null || IsOver(clock, now) ? new("case.extension-too-late")
                : form.Days is null or < 1 || form.Days > clock.LongestExtension ? new(TooLong(clock.ExtensionUnit), clock.LongestExtension)
                : ExtensionsSoFar > 0 && form.ConsentOn is null ? new Refusal("case.extension-needs-consent")
                : null);
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        var (before, days) = (LastDayOf(clock)!.Value, form.Days!.Value);
        var due = DueIfExtendedBy(days, clock)!.Value;
        Take(Extend, handler, now, detail: MovedDays.Detail(before, due));
        Messages.Add(letter);
        Lengthen(days);
        if (!IsMissed)
        {
            MoveDue(clock, Extend);
        }

        return new()
        {
            CaseId = Id,
            Clock = RunningClock.Period,
            CountedFrom = RunsFrom,
            Number = ExtensionsSoFar,
            Reason = form.Reason!,
            Length = days,
            LetterId = letter.Id,
            ConsentOn = form.ConsentOn,
            ConsentWay = form.ConsentOn is null ? null : form.ConsentWay,
            MadeById = handler.UserId!.Value,
            MadeAt = now,
            DueBefore = before,
            DueAfter = due,
        };
    }

    /// <summary>The running clock has so many working days more.</summary>
    protected virtual void Lengthen(int days) => (ExtendedBy, Extensions) = (ExtendedBy + days, Extensions + 1);

    private static string TooLong(PeriodUnit unit) => "case.extension-too-long" + unit switch
    {
        PeriodUnit.CalendarDays => "-by-calendar",
        PeriodUnit.Months => "-in-months",
        _ => "",
    };

    /// <summary>The last day of the running clock if it were so much longer.</summary>
    protected virtual Deadline Reckoned(CaseClock clock, int days = 0) => clock.DueAt(ClockFrom, Pauses, ExtendedBy + days);

    protected DateOnly? DueBy(CaseClock clock) => DueIfExtendedBy(0, clock);

    /// <summary>The case is due when the running clock ends.</summary>
    protected void Reckon(CaseClock clock)
    {
        var due = Reckoned(clock);
        (DueOn, DueAt) = (due.Date, clock.MomentOf(due));
    }

    /// <summary>A day that moves keeps where it was and why, so that the person and the office read the same reason.</summary>
    protected void MoveDue(CaseClock clock, CaseAction because)
    {
        (DueMovedFrom, DueMovedBy) = (DueOn, because.Code);
        Reckon(clock);
    }

    /// <summary>Another clock runs from now on, and nothing has moved its day yet.</summary>
    protected void RunAnother(CaseClock clock)
    {
        (DueMovedFrom, DueMovedBy) = (null, null);
        Reckon(clock);
    }

    /// <summary>No clock runs any more.</summary>
    protected void EndClock() => (DueOn, DueAt) = (null, null);

    /// <summary>It is due again when it was due before.</summary>
    /// <param name="moment">Only where the period runs by the hour.</param>
    protected void DueAgain(DateOnly? day, DateTimeOffset? moment) => (DueOn, DueAt) = (day, moment);

    // while a day that was missed stays, the running clock has one of its own
    private DateOnly? LastDayOf(CaseClock clock) => IsMissed ? DueBy(clock) : DueOn;

    private bool IsOver(CaseClock clock, DateTimeOffset now) => IsMissed ? DueBy(clock) < Seoul.DateOf(now) : IsOverdue(now);

    /// <summary>A clock begins; days gained for an earlier one do not count for it.</summary>
    protected void StartClock(DateTimeOffset from) =>
        (ClockFrom, ExtendedBy, Extensions, DueMovedFrom, DueMovedBy) = (from, 0, 0, null, null);

    /// <summary>No day counts from today until it goes on.</summary>
    protected void Stop(string reason, DateTimeOffset now)
    {
        PausedOn = Seoul.DateOf(now);
        Pauses.Add(new() { CaseId = Id, From = PausedOn.Value, Reason = reason });
        if (!IsMissed)
        {
            EndClock();
        }
    }

    /// <summary>The open pause ends today, and the days count again.</summary>
    protected void GoOn(CaseClock clock, DateTimeOffset now)
    {
        var open = Pauses.Find(p => p.To is null);
        if (open is not null)
        {
            open.To = Seoul.DateOf(now);
        }

        PausedOn = null;
        Reckon(clock);
    }
}
