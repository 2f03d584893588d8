using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>The months that the human-rights rules give the whole procedure, and their one extension, of which the person hears before they end.</content>
public sealed partial class Grievance
{
    /// <summary>How many months the extension has added; 0 while there was none.</summary>
    public int RightsExtendedBy { get; private set; }

    /// <summary>Why, as a code of the lawful reasons; null while there was no extension.</summary>
    public string? RightsExtendedFor { get; private set; }

    /// <summary>The last day as it was before the extension.</summary>
    public DateOnly? RightsMovedFrom { get; private set; }

    /// <summary>The last day of the whole procedure; null while it stands still.</summary>
    /// <param name="months">What an extension would add to it.</param>
    public DateOnly? RightsDueOn(CaseClock clock, int months = 0) =>
        // going to the spot stops the petition's days; the months of the whole procedure go on
        clock.DueOn(ClockFrom, Pauses.Where(p => p.Reason != OnSite), RightsExtendedBy + months);

    /// <summary>Takes more time for the whole procedure, before its months are over: once, by up to their own number.</summary>
    /// <param name="clock">The clock of the months.</param>
    /// <exception cref="RefusedException"><c>case.extended-once</c>, <c>case.paused-already</c>, <c>case.extension-too-late</c>, <c>grievance.rights-extension-too-long</c>.</exception>
    public CaseExtension ExtendRightsBy(Actor handler, ExtendMonths form, CaseMessage letter, CaseClock clock, DateTimeOffset now)
    {
        var last = RightsDueOn(clock);
        Refuse(WhyNot(ExtendRights, handler)
            ?? (last is null || last < Seoul.DateOf(now) ? new("case.extension-too-late")
                : form.Months is null or < 1 || form.Months > clock.LongestExtension ? new("grievance.rights-extension-too-long", clock.LongestExtension)
                : null));
        var (before, months) = (last!.Value, form.Months!.Value);
        var due = RightsDueOn(clock, months)!.Value;
        Take(ExtendRights, handler, now, detail: MovedDays.Detail(before, due));
        Messages.Add(letter);
        (RightsExtendedBy, RightsExtendedFor, RightsMovedFrom) = (months, form.Reason, before);
        if (OwnMotionAt is not null && Status != CaseStatus.SiteInvestigation && !IsMissed)
        {
            // what the office took up itself has no clock but this one
            MoveDue(clock, ExtendRights);
        }

        return new()
        {
            CaseId = Id,
            Clock = RightsPeriod,
            CountedFrom = ClockFrom,
            Number = 1,
            Reason = form.Reason!,
            Length = months,
            LetterId = letter.Id,
            ConsentOn = null,
            ConsentWay = null,
            MadeById = handler.UserId!.Value,
            MadeAt = now,
            DueBefore = before,
            DueAfter = due,
        };
    }

    private Refusal? WhyNotRights(CaseAction action) => action switch
    {
        _ when action == ExtendRights && RightsExtendedBy > 0 => new("case.extended-once"),
        _ when action == ExtendRights && PausedOn is not null => new("case.paused-already"),
        _ => null,
    };
}
