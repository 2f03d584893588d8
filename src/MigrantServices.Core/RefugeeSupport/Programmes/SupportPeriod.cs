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
            var months = ((To.Year - From.Year) * 12) + To.Month - From.Month;
            return From.AddMonths(months) > To ? months : months + 1;
        }
    }

    public bool Overlaps(SupportPeriod other) => From <= other.To && other.From <= To;

    /// <summary>So many whole months from a day on.</summary>
    public static SupportPeriod OfMonths(DateOnly from, int months) => new(from, from.AddMonths(months).AddDays(-1));
}
