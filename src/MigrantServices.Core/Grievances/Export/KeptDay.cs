using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Grievances.Export;

/// <summary>A day that the case keeps, and what it is as a code.</summary>
public sealed record KeptDay(string What, DateOnly On)
{
    /// <summary>All that there are, in the order in which they come up in a case. The days of single deeds stand with the deeds.</summary>
    /// <param name="hasProtection">Also since when somebody is protected, and when they said that they suffer.</param>
    public static IReadOnlyList<KeptDay> Of(Grievance it, bool hasProtection) =>
    [
        .. new (string What, DateOnly? On)[]
        {
            ("read-back", DayOf(it.ReadBackAt)),
            ("clock-from", Seoul.DateOf(it.ClockFrom)),
            ("due-moved-from", it.DueMovedFrom),
            ("paused-on", it.PausedOn),
            ("jurisdiction-checked", DayOf(it.JurisdictionCheckedAt)),
            ("last-happened", it.LastHappenedOn),
            ("own-motion", DayOf(it.OwnMotionAt)),
            ("supplement-asked", it.SupplementAskedOn),
            ("supplement-asked-again", it.SupplementAskedAgainOn),
            ("supplement-until", it.SupplementUntil),
            ("supplement-moved-from", it.SupplementMovedFrom),
            ("supplement-returned", it.SupplementReturnedOn),
            ("supplement-returned-again", it.SupplementReturnedAgainOn),
            ("investigation-opened", DayOf(it.InvestigationOpenedAt)),
            ("site-from", it.SiteFrom),
            ("respondent-asked-until", it.RespondentAskedUntil),
            ("respondent-heard", it.RespondentHeardOn),
            ("settled", it.SettledOn),
            ("referred", DayOf(it.ReferredAt)),
            ("rights-until", it.RightsUntil),
            ("rights-moved-from", it.RightsMovedFrom),
            ("rights-recounted-from", it.RightsRecountedFrom),
            ("rights-recounted-to", it.RightsRecountedTo),
            ("answered", DayOf(it.AnsweredAt)),
            ("objected", DayOf(it.ObjectedAt)),
            ("objection-until", it.ObjectionUntil),
            ("objection-moved-from", it.ObjectionMovedFrom),
            ("protected-since", hasProtection ? it.ProtectedSince : null),
            ("retaliation", hasProtection ? it.RetaliationOn : null),
        }
        .Where(day => day.On is not null).Select(day => new KeptDay(day.What, day.On!.Value)),
    ];

    private static DateOnly? DayOf(DateTimeOffset? moment) => moment is { } at ? Seoul.DateOf(at) : null;
}

/// <summary>Days that did not count, and why.</summary>
/// <param name="To">Null while it lasts.</param>
public sealed record PausePart(DateOnly From, DateOnly? To, string Reason);

/// <summary>More time that the office took.</summary>
/// <param name="Clock">The period that was extended.</param>
/// <param name="Length">In working days; in months for a period that has months.</param>
public sealed record ExtensionPart(DateTimeOffset MadeAt, string Clock, int Number, string Reason, int Length, DateOnly DueBefore, DateOnly DueAfter, DateOnly? ConsentOn, ConsentWay? ConsentWay);
