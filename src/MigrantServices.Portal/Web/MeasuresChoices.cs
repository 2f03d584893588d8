using MigrantServices.Core.Grievances;

namespace MigrantServices.Portal.Web;

/// <summary>How long an addressee may have to report measures, each with its length for this case.</summary>
public sealed class MeasuresChoices(PeriodWords periods, TextCatalog texts)
{
    public IReadOnlyList<Choice> Of(Grievance grievance) =>
        [.. Enum.GetValues<MeasuresPeriod>().Select(period => new Choice(
            period.ToString(), texts["deed.recommend.period." + period, periods.Of(Procedure.PeriodOf(period), grievance.ReceivedAt)]))];
}
