using System.Globalization;

namespace MigrantServices.Core.Grievances;

/// <summary>A place in the list, as it stands in the address of the next page: by receipt and id, or by due day and id.</summary>
internal sealed record WorklistPlace(long Number, Guid Id)
{
    private const int TicksPerMicrosecond = 10;

    /// <summary>The database keeps microseconds; the place is exact to them.</summary>
    public DateTimeOffset ReceivedAt => new(Number * TicksPerMicrosecond, TimeSpan.Zero);

    public DateOnly DueOn => DateOnly.FromDayNumber((int)Number);

    public static WorklistPlace Of(WorklistRow row, bool byDueDay) => byDueDay ? Of(row.DueOn!.Value, row.Id) : Of(row.ReceivedAt, row.Id);

    public static WorklistPlace Of(DateOnly dueOn, Guid id) => new(dueOn.DayNumber, id);

    public static WorklistPlace Of(DateTimeOffset receivedAt, Guid id) => new(receivedAt.UtcTicks / TicksPerMicrosecond, id);

    /// <summary>Null when the address was cut or made up; the list then begins anew.</summary>
    public static WorklistPlace? Read(string? text, bool byDueDay)
    {
        var most = byDueDay ? DateOnly.MaxValue.DayNumber : DateTimeOffset.MaxValue.UtcTicks / TicksPerMicrosecond;
        return text?.Split('.') is [var number, var id]
            && long.TryParse(number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && value >= 0 && value <= most
            && Guid.TryParseExact(id, "N", out var guid)
            ? new WorklistPlace(value, guid)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number:x}.{Id:N}");
}
