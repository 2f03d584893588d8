using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.ChildConfirmations.Checks;

/// <summary>Which confirmed children are to be looked at again, where a city has laid that down.</summary>
public sealed class ChecksDue(ReferenceBook book, Clocks clocks)
{
    /// <summary>So many months before its last day a check is reminded of.</summary>
    public const int MonthsAhead = 1;

    private const string Period = "check." + ChildConfirmation.Prefix;

    /// <summary>The children whose check is due within a month or late.</summary>
    public IQueryable<ChildConfirmation> In(IQueryable<ChildConfirmation> cases, DateTimeOffset now)
    {
        var today = Seoul.DateOf(now);
        var cities = book.Items(Lists.ChildCheckCities, today).Select(city => city.Code).ToArray();
        var since = today.AddMonths(MonthsAhead - clocks.LengthOf(Period, now));
        var issuedBefore = Seoul.StartOf(since.AddDays(1));
        return cases.Where(c => (c.Status == Confirmed || c.Status == ReissueAsked || c.Status == ReissueProposed || c.Status == RevocationProposed)
            && c.Municipality != null && cities.Contains(c.Municipality) && c.ConfirmedAt < issuedBefore && (c.LastCheckedOn == null || c.LastCheckedOn <= since));
    }

    /// <summary>By when a child is to be looked at that was looked at, or confirmed, on this day.</summary>
    public DateOnly DueAfter(DateOnly day, DateTimeOffset now) => day.AddMonths(clocks.LengthOf(Period, now));

    /// <summary>Whether the city of a case looks at its children again and again.</summary>
    public bool IsAskedIn(string? municipality, DateTimeOffset now) => book.Has(Lists.ChildCheckCities, municipality, Seoul.DateOf(now));
}
