using System.Text.Json;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances;

/// <summary>The procedure as the dated reference data lays it down. A case keeps the one of the day on which it was received.</summary>
public sealed class Procedure(ReferenceBook book, Clocks clocks)
{
    /// <summary>The days in which a person may object.</summary>
    public const string ObjectionWindowPeriod = "objection-window." + Grievance.Prefix;

    private const string CentreMeasures = "measures." + Grievance.Prefix;
    private const string NationalMeasures = "measures-national." + Grievance.Prefix;
    private const string Checks = "measures-check." + Grievance.Prefix;

    /// <summary>The clock of the office once the person objects.</summary>
    public CaseClock ObjectionClock(Grievance grievance) => clocks.Of(Grievance.ObjectionPeriod, grievance.ReceivedAt);

    /// <summary>The clock of the days in which the person may object, from the notice on.</summary>
    public CaseClock ObjectionWindow(Grievance grievance) => clocks.Of(ObjectionWindowPeriod, grievance.ReceivedAt);

    /// <summary>The clock of the days in which an addressee reports measures, from the sending on.</summary>
    public CaseClock MeasuresClock(Grievance grievance, MeasuresPeriod period) =>
        clocks.Of(PeriodOf(period), grievance.ReceivedAt);

    /// <summary>The period, as a code, that an addressee is given.</summary>
    public static string PeriodOf(MeasuresPeriod period) => period == MeasuresPeriod.National ? NationalMeasures : CentreMeasures;

    /// <summary>The clock of the days after which the office looks whether measures were taken, from the answer or the last look on.</summary>
    public CaseClock CheckClock(Grievance grievance) => clocks.Of(Checks, grievance.ReceivedAt);

    /// <summary>The reasons that a decision of this case may have, in the order of the list; nobody decides that somebody withdraws.</summary>
    public IEnumerable<string> Reasons(Grievance grievance) =>
        book.Items(Lists.OutcomeReasons, DayOf(grievance)).Where(item => OutcomeOf(item) != Grievance.Withdrawal).Select(item => item.Code);

    /// <summary>Why somebody withdraws, in the order of the list.</summary>
    public IEnumerable<string> Withdrawals(Grievance grievance) =>
        book.Items(Lists.OutcomeReasons, DayOf(grievance)).Select(item => item.Code).Where(IsWithdrawal);

    /// <summary>A reason for which a person withdraws, and not one that only the office finds.</summary>
    public static bool IsWithdrawal(string? reason) => reason is not null && Grievance.WhyNotWithdrawnFor(reason) is null;

    /// <summary>The outcome to which a reason belongs.</summary>
    /// <exception cref="RefusedException"><c>grievance.no-such-outcome</c>.</exception>
    public string OutcomeOf(Grievance grievance, string? reason) => book.Find(Lists.OutcomeReasons, reason, DayOf(grievance)) is { } item
        ? OutcomeOf(item)
        : throw new RefusedException(new("grievance.no-such-outcome"));

    private static string OutcomeOf(ReferenceItem item) => JsonSerializer.Deserialize<Details>(item.Details, JsonSerializerOptions.Web)!.Outcome;

    private static DateOnly DayOf(Grievance grievance) => Seoul.DateOf(grievance.ReceivedAt);

    private sealed record Details(string Outcome);
}
