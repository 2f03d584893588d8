using System.Text.Json;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Entitlement;

/// <summary>The days that the State's own rules count from the day on which somebody asked for refuge. They are information only: the State decides, and nothing here follows from them.</summary>
/// <remarks>The first day does not count (Civil Act, arts. 157 and 160). No day is moved to a working day: these are no days on which something has to be done here.</remarks>
public sealed class StatePoints(ReferenceBook book)
{
    /// <param name="applicationDay">The day on which the person asked for refuge; the list that held on it counts.</param>
    public IReadOnlyList<StatePoint> Of(DateOnly applicationDay) =>
        [.. book.Items(Lists.StatePoints, applicationDay).Select(item => Read(item.Code, item.Details, applicationDay))];

    private static StatePoint Read(string code, string details, DateOnly applicationDay)
    {
        var rule = JsonSerializer.Deserialize<Rule>(details, JsonSerializerOptions.Web)!;
        var last = SupportPeriod.OfMonths(applicationDay.AddDays(1), rule.Months).To;
        return new(code, rule.Begins ? last.AddDays(1) : last, rule.Law);
    }

    /// <param name="Begins">Something may begin once the months are over; else it lasts until then.</param>
    private sealed record Rule(int Months, bool Begins, string Law);
}

/// <summary>A day of the State's rules.</summary>
/// <param name="Code">A code of the list; its sentence has the day as its only argument.</param>
/// <param name="Law">The act or decree with its article.</param>
public sealed record StatePoint(string Code, DateOnly Day, string Law)
{
    public string TextKey => $"{Lists.StatePoints}.{Code}";
}
