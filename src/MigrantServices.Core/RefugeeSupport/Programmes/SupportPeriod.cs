namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>Days for which help is given, the first and the last included.</summary>
public sealed record SupportPeriod
{
    public SupportPeriod(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        (From, To) = (from, to);
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    /// <summary>How many months it takes up; one that has begun counts whole.</summary>
    public int Months
    {
        get
        {
            var months = Math.Max(1, ((To.Year - From.Year) * 12) + To.Month - From.Month);
            return LastOf(From, months) >= To ? months : months + 1;
        }
    }

    public bool Overlaps(SupportPeriod other) => From <= other.To && other.From <= To;

    /// <summary>So many whole months from a day on, that day included.</summary>
    public static SupportPeriod OfMonths(DateOnly from, int months) => new(from, LastOf(from, months));

    private static DateOnly LastOf(DateOnly from, int months)
    {
        var sameDay = from.AddMonths(months);
        // where the last month has no such day, the period takes the whole month (Civil Act, art. 160)
        return sameDay.Day == from.Day ? sameDay.AddDays(-1) : sameDay;
    }
}
