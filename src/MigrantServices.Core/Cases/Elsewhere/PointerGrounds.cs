using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases.Elsewhere;

/// <summary>On what ground one service may learn that another knows somebody, and for how long that holds: dated, and changed by two administrators.</summary>
public sealed class PointerGrounds(ReferenceBook book)
{
    /// <summary>The person agreed (PIPA art. 18(2) no. 1).</summary>
    public const string Consent = "consent";

    /// <summary>Somebody's life, body or property is in urgent danger (PIPA art. 18(2) no. 3).</summary>
    public const string Vital = "vital";

    /// <summary>Another law provides for it (PIPA art. 18(2) no. 2).</summary>
    public const string Duty = "duty";

    public bool Has(string? ground, DateOnly day) => book.Has(Lists.PointerGrounds, ground, day);

    /// <summary>The last day on which a pointer made on this day may be opened.</summary>
    public DateOnly Until(string ground, DateOnly day) => EntryDetails.Of(book.Find(Lists.PointerGrounds, ground, day)?.Details) switch
    {
        { Length: { } months, Unit: PeriodUnits.Months } => day.AddMonths(months),
        { Length: { } days, Unit: PeriodUnits.CalendarDays } => day.AddDays(days),
        _ => throw new InvalidOperationException($"The list {Lists.PointerGrounds} lacks {ground}."),
    };

    /// <summary>The grounds whose pointers an opening on this ground shows: what somebody agreed to opens no more than that; danger and law open all.</summary>
    public static IReadOnlyList<string> ShownOn(string ground) => ground == Consent ? [Consent] : [Consent, Vital, Duty];
}
